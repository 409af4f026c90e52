import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { noLog } from '../../../src/main/log/types.ts';
import { hardenApp } from '../../../src/main/window/harden-contents.ts';
import { startUrl } from '../../../src/main/window/scheme.ts';

class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  rtc: string | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.rtc = policy;
  }
}

class FakeApp extends EventEmitter {
  isSandboxed = false;
  isPackaged = true;
  switches: readonly string[] = [];
  readonly commandLine = { hasSwitch: (name: string) => this.switches.includes(name) };
  enableSandbox(): void {
    this.isSandboxed = true;
  }
}

function harden(app: FakeApp, mayReload = false): FakeApp {
  hardenApp(app as unknown as Parameters<typeof hardenApp>[0], { mayReload, log: noLog });
  return app;
}

function start(mayReload = false) {
  const app = harden(new FakeApp(), mayReload);
  const contents = new FakeContents();
  app.emit('web-contents-created', {}, contents);
  return { app, contents };
}

function isPrevented(emitter: EventEmitter, name: string, fields: object = {}, ...more: unknown[]): boolean {
  let prevented = false;
  emitter.emit(name, { ...fields, preventDefault: () => void (prevented = true) }, ...more);
  return prevented;
}

describe('hardenApp', () => {
  it.each([
    [true, [], true],
    [true, ['no-sandbox'], true],
    [false, [], true],
    [false, ['no-sandbox'], false],
  ])('puts every page in the sandbox (packaged %s, switches %j): %s', (isPackaged, switches, isSandboxed) => {
    const app = Object.assign(new FakeApp(), { isPackaged, switches });
    expect(harden(app).isSandboxed).toBe(isSandboxed);
  });

  const navigations = ['will-navigate', 'will-frame-navigate', 'will-redirect'];
  it.each(navigations)('refuses %s wherever it leads, home included', (name) => {
    const { contents } = start();
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'javascript:1',
      'about:blank',
      startUrl,
    ]) {
      expect([url, isPrevented(contents, name, { url })]).toEqual([url, true]);
    }
  });

  it('lets the development server reload our page, and nothing more', () => {
    const { contents } = start(true);
    expect(isPrevented(contents, 'will-navigate', { url: startUrl })).toBe(false);
    expect(isPrevented(contents, 'will-navigate', { url: 'http://localhost:5173/' })).toBe(true);
  });

  it.each(['https://example.com/', startUrl, 'about:blank', ''])('opens no window for %j', (url) => {
    expect(start().contents.openHandler?.({ url })).toEqual({ action: 'deny' });
  });

  it('attaches no webview and pairs no Bluetooth device', () => {
    const { contents } = start();
    const answers: unknown[] = [];
    expect(isPrevented(contents, 'will-attach-webview')).toBe(true);
    expect(
      isPrevented(contents, 'select-bluetooth-device', {}, [{ deviceId: 'a' }], (id: unknown) =>
        answers.push(id),
      ),
    ).toBe(true);
    expect(answers).toEqual(['']);
  });

  it('keeps WebRTC off the network', () => {
    expect(start().contents.rtc).toBe('disable_non_proxied_udp');
  });

  it('accepts no broken certificate and offers none of its own', () => {
    const { app } = start();
    const answers: unknown[][] = [];
    const callback = (...answer: unknown[]) => answers.push(answer);
    expect(
      isPrevented(app, 'certificate-error', {}, null, 'https://x/', 'net::ERR_CERT_INVALID', {}, callback),
    ).toBe(false);
    expect(answers).toEqual([]);
    expect(isPrevented(app, 'select-client-certificate', {}, null, 'https://x/', [{}], callback)).toBe(true);
    expect(answers).toEqual([[]]);
  });
});
