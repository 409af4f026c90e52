import { expect, test } from './app.ts';

test('the app speaks no HTTP/3, because Chromium repeats a write when that breaks down', async ({ app }) => {
  const isOff = await app.electron.evaluate((electron) => electron.app.commandLine.hasSwitch('disable-quic'));
  expect(isOff).toBe(true);
});
