import { expect, test } from './app.ts';

// The page has loaded and drawn itself before anything is tried on it.
test.beforeEach(async ({ app }) => {
  await expect(app.window.getByRole('heading').first()).toBeVisible();
});

test('the page is granted no permission, no device and no download', async ({ app }) => {
  const granted = await app.window.evaluate(async () => {
    const got: string[] = [];
    // A power this Chromium does not have counts as refused, like one it refuses.
    const ask = async (name: string, work: () => unknown) => {
      try {
        const answer = await work();
        if (answer !== 'denied' && answer !== null)
          got.push(`${name}: ${typeof answer === 'string' ? answer : 'granted'}`);
      } catch {
        // Refused.
      }
    };
    interface DeviceApi {
      requestDevice(options: object): Promise<unknown>;
      requestPort(): Promise<unknown>;
      getDevices(): Promise<unknown[]>;
      getPorts(): Promise<unknown[]>;
    }
    const device = (name: string): DeviceApi => {
      const api: unknown = Reflect.get(navigator, name);
      if (!api) throw new Error(`no ${name} here`);
      return api as DeviceApi;
    };
    await ask('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
    await ask('microphone', () => navigator.mediaDevices.getUserMedia({ audio: true }));
    await ask('screen', () => navigator.mediaDevices.getDisplayMedia());
    await ask('notifications', () => Notification.requestPermission());
    await ask(
      'place',
      () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    );
    await ask('clipboard read', () => navigator.clipboard.readText());
    await ask('clipboard write', () => navigator.clipboard.writeText('canary'));
    await ask('usb', () => device('usb').requestDevice({ filters: [] }));
    await ask(
      'hid',
      async () => ((await device('hid').requestDevice({ filters: [] })) as unknown[]).length || null,
    );
    await ask('serial', () => device('serial').requestPort());
    await ask('bluetooth', () => device('bluetooth').requestDevice({ acceptAllDevices: true }));
    await ask('usb devices', async () => (await device('usb').getDevices()).length || null);
    await ask('serial ports', async () => (await device('serial').getPorts()).length || null);
    await ask('midi', () => navigator.requestMIDIAccess());
    await ask('wake lock', () => navigator.wakeLock.request('screen'));
    await ask(
      'pointer',
      () =>
        new Promise((resolve, reject) => {
          document.addEventListener('pointerlockchange', () => resolve('locked'));
          document.addEventListener('pointerlockerror', reject);
          void document.body.requestPointerLock();
        }),
    );
    for (const name of ['camera', 'microphone', 'notifications', 'geolocation', 'clipboard-read', 'midi']) {
      await ask(
        `state of ${name}`,
        async () => (await navigator.permissions.query({ name: name as PermissionName })).state,
      );
    }
    return got;
  });
  expect(granted).toEqual([]);

  await app.electron.evaluate(({ BrowserWindow }) => {
    // Listens after the app, which was there first.
    BrowserWindow.getAllWindows()[0]?.webContents.session.once('will-download', (event) => {
      Object.assign(globalThis, { download: event.defaultPrevented ? 'prevented' : 'going on' });
    });
  });
  await app.window.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      href: 'badge-station://app/index.html',
      download: 'x.html',
    });
    document.body.append(link);
    link.click();
  });
  const download = () => app.electron.evaluate(() => Reflect.get(globalThis, 'download') as unknown);
  await expect.poll(download).toBe('prevented');
});
