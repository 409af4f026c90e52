import type { ElectronApplication } from '@playwright/test';
import { expect, test, withApp } from '../app.ts';
import { FakeCamera, papersOf } from '../camera.ts';
import { Desk } from '../desk.ts';

async function badgeToVerify(desk: Desk): Promise<void> {
  await desk.signIn();
  await desk.find('Björn', 'Björn Åkesson');
  await desk.choose('Temporary code');
  await desk.button('Issue and print').click();
  await desk.waitForPaper();
}

/** Hides the window as its owner does, and brings it back. */
async function show(electron: ElectronApplication, isShown: boolean): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, isShown) => {
    const [window] = BrowserWindow.getAllWindows();
    if (isShown) window?.show();
    else window?.hide();
  }, isShown);
}

test('without a camera the station says so, and the scanner still verifies the badge', async ({
  userDataDir,
}) => {
  const args = ['--use-fake-device-for-media-stream=device-count=0'];
  await withApp({ userDataDir, args }, async (window) => {
    const desk = new Desk(window);
    await badgeToVerify(desk);
    await desk.button('Use the camera').click();
    await expect(window.getByText('No camera was found', { exact: true })).toBeVisible();
    await desk.button('Try again').click();
    await expect(window.getByText('No camera was found', { exact: true })).toBeVisible();
    await desk.button('Go on without the camera').click();
    await expect(window.getByText('No camera was found', { exact: true })).toHaveCount(0);
    await desk.scan('https://example.com/menu');
    await expect(window.getByText('This is not a sign-in code', { exact: true })).toBeVisible();
  });
});

test('of two cameras one is chosen, and the next badge begins with it', async ({ userDataDir }) => {
  const args = ['--use-fake-device-for-media-stream=device-count=2'];
  await withApp({ userDataDir, args }, async (window) => {
    const desk = new Desk(window);
    await badgeToVerify(desk);
    await desk.button('Use the camera').click();
    const choice = window.getByLabel('Camera', { exact: true });
    await expect(choice.locator('option')).toHaveText(['fake_device_0', 'fake_device_1']);
    const live = () =>
      window.locator('video').evaluate((video: HTMLVideoElement) => {
        const { srcObject } = video;
        return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.label : null;
      });
    await choice.selectOption('fake_device_1');
    await expect.poll(live).toBe('fake_device_1');

    await desk.button('Skip the scan').click();
    await desk.button('Handed over').click();
    await desk.button('Next holder').click();
    await desk.find('104202', 'Łukasz Żółtowski');
    await desk.choose('Replace badge');
    await desk.button('Replace and print').click();
    await desk.waitForPaper();
    await expect.poll(live).toBe('fake_device_1');
  });
});

test('the camera rests while the window is out of sight, says what helps, and reads when the badge comes', async ({
  userDataDir,
  tempDir,
}) => {
  const camera = await FakeCamera.at(tempDir);
  await withApp({ userDataDir, args: camera.args }, async (window, electron) => {
    const desk = new Desk(window);
    await badgeToVerify(desk);
    await desk.button('Use the camera').click();
    await expect(window.getByText('Nothing could be read yet.', { exact: true })).toBeVisible();

    const stream = await window
      .locator('video')
      .evaluateHandle((video: HTMLVideoElement) => video.srcObject as MediaStream);
    await show(electron, false);
    await expect.poll(() => stream.evaluate(({ active }) => active)).toBe(false);
    await expect.poll(() => window.workers().length).toBe(0);

    const [badge] = await papersOf(window);
    if (badge === undefined) throw new Error('Nothing came out of the on-screen printer');
    await camera.show(badge);
    await show(electron, true);
    await expect(window.getByText('This is the right badge', { exact: true })).toBeVisible();
  });
});
