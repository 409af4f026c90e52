import { expect, test } from './app.ts';

test('opens a window of its own with the name of the app', async ({ app }) => {
  await expect(app.window).toHaveTitle(/Badge Station/);
  expect(app.window.url()).toMatch(/^badge-station:\/\/app\//);
  await expect(app.window.getByText('Badge Station', { exact: true })).toBeVisible();
  await expect(app.window.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible();
});

test('keeps its files in the folder it was given', async ({ app, userDataDir }) => {
  const folder = await app.electron.evaluate(({ app: electronApp }) => electronApp.getPath('userData'));
  expect(folder).toBe(userDataDir);
});

test('counts as unpackaged and knows its name and version', async ({ app }) => {
  const facts = await app.electron.evaluate(({ app: electronApp }) => ({
    isPackaged: electronApp.isPackaged,
    name: electronApp.getName(),
    version: electronApp.getVersion(),
  }));
  expect(facts).toEqual({ isPackaged: false, name: 'Badge Station', version: '0.1.0' });
});

test('finds a real key store to seal secrets with', async ({ app }) => {
  // Asked when the app has settled: at start Electron may lose the question (its context is made anew).
  await expect(app.window.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible();
  const store = await app.electron.evaluate(({ safeStorage }) => ({
    isAvailable: safeStorage.isEncryptionAvailable(),
    backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'the system’s own',
  }));
  const backend = process.platform === 'linux' ? 'gnome_libsecret' : 'the system’s own';
  expect(store).toEqual({ isAvailable: true, backend });
});
