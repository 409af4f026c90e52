import type { Page } from '@playwright/test';
import { expect, test, withApp } from './app.ts';
import { FakeCamera } from './camera.ts';
import { Desk } from './desk.ts';

/** Asks Chromium for a stream, as a page gone wrong would; the name of the refusal, or `granted`. */
async function ask(page: Page, wish: { audio?: boolean; video?: boolean }): Promise<string> {
  return page.evaluate(async (constraints) => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(constraints);
      for (const track of stream.getTracks()) track.stop();
      return 'granted';
    } catch (thrown) {
      return thrown instanceof Error ? thrown.name : 'unknown';
    }
  }, wish);
}

/** Calls main past every component of ours; the code of a failure, or the value. */
async function call(page: Page, channel: string, request: object): Promise<unknown> {
  const asked = `badgeStation.call(${JSON.stringify(channel)}, ${JSON.stringify(request)})`;
  return page.evaluate(`${asked}.then((reply) => (reply.ok ? reply.value : reply.failure.code))`);
}

const refused = 'NotAllowedError';

test('the camera is granted for a badge that waits to be verified, and never the microphone', async ({
  userDataDir,
  tempDir,
}) => {
  const camera = await FakeCamera.at(tempDir);
  await withApp({ userDataDir, args: camera.args }, async (window, electron) => {
    const desk = new Desk(window);
    await desk.signIn();
    // There is a camera; it is refused all the same, and main does not open it for what does not exist.
    expect(await ask(window, { video: true })).toBe(refused);
    expect(await call(window, 'camera.open', { purpose: { kind: 'badge', jobId: 'j-1' } })).toBe(
      'job-unknown',
    );
    expect(await call(window, 'camera.open', { purpose: { kind: 'test-page', printerId: 'x' } })).toBe(
      'printer-unknown',
    );
    expect(await ask(window, { video: true })).toBe(refused);

    await desk.find('Björn', 'Björn Åkesson');
    await desk.choose('Temporary code');
    await desk.button('Issue and print').click();
    await desk.waitForPaper();
    expect(await ask(window, { video: true })).toBe(refused);

    await desk.button('Use the camera').click();
    await expect(window.getByRole('region', { name: 'Camera picture' })).toContainText('Hold the badge');
    expect(await ask(window, { video: true })).toBe('granted');
    expect(await ask(window, { audio: true })).toBe(refused);
    expect(await ask(window, { audio: true, video: true })).toBe(refused);

    // The system locks or the window goes out of sight: main shuts it, and the page lets go.
    await electron.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('minimize'));
    await expect(window.locator('video')).toHaveCount(0);
    expect(await ask(window, { video: true })).toBe(refused);

    // A page gone wrong opens it and never closes it: it ends with the badge.
    const jobs = (await call(window, 'jobs.open', {})) as { id: string }[];
    const purpose = { kind: 'badge', jobId: jobs[0]?.id ?? '' };
    expect(await call(window, 'camera.open', { purpose })).toBe('open');
    expect(await ask(window, { video: true })).toBe('granted');
    await desk.button('Skip the scan').click();
    await desk.button('Handed over').click();
    await expect(desk.button('Next holder')).toBeVisible();
    expect(await ask(window, { video: true })).toBe(refused);
    expect(await call(window, 'camera.open', { purpose })).toMatch(/job-unknown|transition-refused/);
  });
});

test('a locked station has no camera', async ({ userDataDir, tempDir }) => {
  const camera = await FakeCamera.at(tempDir);
  await withApp({ userDataDir, args: camera.args }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('Björn', 'Björn Åkesson');
    await desk.choose('Temporary code');
    await desk.button('Issue and print').click();
    await desk.waitForPaper();
    const jobs = (await call(window, 'jobs.open', {})) as { id: string }[];
    await desk.button('Use the camera').click();
    await expect(window.getByRole('region', { name: 'Camera picture' })).toContainText('Hold the badge');
    const stream = await window
      .locator('video')
      .evaluateHandle((video: HTMLVideoElement) => video.srcObject as MediaStream);

    await window.keyboard.press('Control+l');
    await expect(desk.heading('The station is locked')).toBeVisible();
    await expect.poll(() => stream.evaluate(({ active }) => active)).toBe(false);
    await expect.poll(() => window.workers().length).toBe(0);
    expect(await ask(window, { video: true })).toBe(refused);
    const purpose = { kind: 'badge', jobId: jobs[0]?.id ?? '' };
    expect(await call(window, 'camera.open', { purpose })).toBe('locked');
    expect(await ask(window, { video: true })).toBe(refused);
  });
});

test('the decoder may run WebAssembly and reach nothing; the page may not run it', async ({
  userDataDir,
  tempDir,
}) => {
  const camera = await FakeCamera.at(tempDir);
  await withApp({ userDataDir, args: camera.args }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('Björn', 'Björn Åkesson');
    await desk.choose('Temporary code');
    await desk.button('Issue and print').click();
    await desk.waitForPaper();
    await desk.button('Use the camera').click();
    await expect(window.getByRole('region', { name: 'Camera picture' })).toContainText('Hold the badge');

    const inPage = await window.evaluate(async () => {
      // The eight bytes of an empty module.
      const empty = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]);
      return WebAssembly.compile(empty).then(
        () => 'compiled',
        () => 'refused',
      );
    });
    expect(inPage).toBe('refused');

    const [worker, ...more] = window.workers();
    if (worker === undefined) throw new Error('The decoder has no worker');
    expect(more).toEqual([]);
    const inWorker = await worker.evaluate(async () => {
      const tried: Record<string, string> = {};
      const attempt = async (name: string, work: () => unknown) => {
        try {
          await work();
          tried[name] = 'done';
        } catch {
          tried[name] = 'refused';
        }
      };
      await attempt('own files', () => fetch('badge-station://app/index.html'));
      await attempt('the network', () => fetch('https://example.com/'));
      await attempt('data', () => fetch('data:,x'));
      await attempt('another script', () =>
        (globalThis as unknown as { importScripts(url: string): void }).importScripts(
          globalThis.location.href,
        ),
      );
      // Later, for the debugger's own call may make code of text whatever the policy says.
      await attempt(
        'text as code',
        () =>
          new Promise((resolve, reject) => {
            setTimeout(() => {
              try {
                resolve(Reflect.construct(Function, ['return 1']));
              } catch (thrown) {
                reject(thrown);
              }
            });
          }),
      );
      await attempt(
        'another worker',
        () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(globalThis.location.href);
            worker.addEventListener('error', reject);
            setTimeout(resolve, 2_000);
          }),
      );
      return tried;
    });
    expect(Object.entries(inWorker).filter(([, end]) => end !== 'refused')).toEqual([]);
    expect(Object.keys(inWorker).length).toBe(6);

    await desk.button('Stop the camera').click();
    await expect.poll(() => window.workers().length).toBe(0);
  });
});
