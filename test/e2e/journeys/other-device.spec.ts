import { expect, test } from '../app.ts';
import { Desk } from '../desk.ts';

test('signing in by a code: shown large, given up, shown again, finished on the other device', async ({
  app,
}) => {
  const { window } = app;
  const desk = new Desk(window);
  const code = window.locator('[data-device-code]');
  await desk.button('Sign in on another device').click();
  await expect(window.getByText('https://login.practice.invalid/device', { exact: true })).toBeVisible();
  await expect(code).toHaveText(/^\d{9}$/);
  await desk.button('Cancel').click();
  await expect(desk.button('Sign in with Microsoft')).toBeEnabled();
  await expect(code).toHaveCount(0);

  await desk.button('Sign in on another device').click();
  await expect(code).toHaveText(/^\d{9}$/);
  // A window that is loaded again still shows it.
  const shown = await code.innerText();
  await window.reload();
  await expect(code).toHaveText(shown);

  await desk.button('Play the other device').click();
  await desk.button(/Priya Raman/).click();
  await expect(desk.heading('Who is the badge for?')).toBeVisible();
});
