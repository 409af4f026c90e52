import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';

test('a damaged queue is said, left alone, and put aside when a person agrees', async ({ userDataDir }) => {
  const file = path.join(userDataDir, 'spool.db');
  await withApp({ userDataDir }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('Björn', 'Björn Åkesson');
    await desk.button('Continue').click();
    await desk.button('Issue and print').click();
    await desk.waitForPaper();
  });
  const bytes = await readFile(file);
  bytes.write('SQLite fXrmat', 0);
  await writeFile(file, bytes);

  await withApp({ userDataDir }, async (window) => {
    const desk = new Desk(window);
    await expect(desk.heading('The stored queue is damaged')).toBeVisible();
    await expect(desk.button('Sign in with Microsoft')).toHaveCount(0);
    await desk.button('Try again').click();
    await expect(desk.heading('The stored queue is damaged')).toBeVisible();
    expect((await readFile(file)).equals(bytes)).toBe(true);

    await desk.button('Put it aside and start anew…').click();
    const dialog = window.getByRole('alertdialog');
    await expect(dialog.getByRole('listitem')).toContainText('Björn Åkesson');
    await dialog.getByRole('button', { name: 'Leave it as it is' }).click();
    expect((await readFile(file)).equals(bytes)).toBe(true);

    await desk.button('Put it aside and start anew…').click();
    await dialog.getByRole('button', { name: 'Put it aside' }).click();
    // Signed in as before: the sign-in is kept elsewhere.
    await expect(desk.heading('Who is the badge for?')).toBeVisible();
    const notice = window.getByRole('group', { name: 'An earlier queue was put aside' });
    await expect(notice).toContainText('Björn Åkesson');
    const [kept] = (await readdir(userDataDir)).filter((name) => name.includes('unreadable'));
    await expect(notice).toContainText(kept ?? 'a file that is not there');
    expect((await readFile(path.join(userDataDir, kept ?? ''))).equals(bytes)).toBe(true);

    await desk.find('Björn', 'Björn Åkesson');
    await desk.choose('Replace badge');
    await desk.button('Replace and print').click();
    await desk.waitForPaper();
  });
});
