import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';

test('a closed browser is no dead end: cancel, sign in again, change the operator, sign out', async ({
  userDataDir,
}) => {
  await withApp({ userDataDir }, async (window) => {
    const desk = new Desk(window);
    await desk.button('Sign in with Microsoft').click();
    await expect(desk.button(/Priya Raman/)).toBeVisible();
    // As when a person closes the browser tab: nobody tells the app.
    await desk.button('Close this page').click();
    await expect(window.getByText('Finish signing in in your browser')).toBeVisible();
    await desk.button('Cancel').click();
    await expect(desk.button('Sign in with Microsoft')).toBeEnabled();

    await desk.signIn('Mireille Faure');
    await desk.find('104202', 'Łukasz Żółtowski');
    await desk.choose('Replace badge');
    await desk.button('Replace and print').click();
    // A Global Reader may look and not issue; nothing was changed, and the reason is said.
    await expect(window.getByText('Nothing was changed', { exact: true })).toBeVisible();
    await expect(window.getByText(/Either your role only lets you look/)).toBeVisible();
  });
});

test('the sign-in survives a restart and ends with signing out', async ({ userDataDir }) => {
  await withApp({ userDataDir }, async (window) => {
    await new Desk(window).signIn();
  });
  await withApp({ userDataDir }, async (window) => {
    const desk = new Desk(window);
    await expect(desk.heading('Who is the badge for?')).toBeVisible();
    await desk.button(/Priya Raman/).click();
    await window.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(desk.button('Sign in with Microsoft')).toBeVisible();
  });
  await withApp({ userDataDir }, async (window) => {
    await expect(new Desk(window).button('Sign in with Microsoft')).toBeVisible();
  });
});
