import { expect, test, withApp } from '../app.ts';
import { findSecrets } from '../canary.ts';
import { Desk } from '../desk.ts';

test('new PIN: shown while the button is held, then erased, and nothing is printed', async ({
  userDataDir,
}) => {
  const pin = await withApp({ userDataDir }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('104204', 'İbrahim Öztürk');
    await desk.choose('New PIN');
    await desk.button('Set new PIN').click();
    const shown = await desk.lookAtPin();
    expect(shown).toMatch(/^\d{8}$/);
    expect(await window.content()).not.toContain(shown);
    await desk.button('Handed over').click();
    await expect(desk.heading('İbrahim Öztürk has the new PIN')).toBeVisible();
    return shown;
  });
  expect(await findSecrets([userDataDir], { pin })).toEqual([]);
});
