import type { Session } from 'electron';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { noLog } from '../../../src/main/log/types.ts';
import { hardenSession, isAllowedUrl } from '../../../src/main/window/harden-session.ts';
import { startUrl } from '../../../src/main/window/scheme.ts';

type Handler = (...args: unknown[]) => unknown;

class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  spelling: boolean | undefined;
  readonly webRequest = { onBeforeRequest: (handler: Handler) => void this.handlers.set('request', handler) };
  setPermissionRequestHandler(handler: Handler): void {
    this.handlers.set('ask', handler);
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.handlers.set('check', handler);
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.handlers.set('device', handler);
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spelling = on;
  }
  run(name: string, ...args: unknown[]): unknown {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`${name} has no handler`);
    return handler(...args);
  }
}

function hardened(cameraIsWanted = false) {
  const session = new FakeSession();
  hardenSession(session as unknown as Session, {
    isPackaged: true,
    cameraIsWanted: () => cameraIsWanted,
    devServerUrl: null,
    log: noLog,
  });
  return session;
}

/** Emits an event and tells whether its default was prevented and what its callback got. */
function emit(session: FakeSession, name: string, ...more: unknown[]) {
  const seen: { prevented: boolean; answers: unknown[][] } = { prevented: false, answers: [] };
  const event = { preventDefault: () => void (seen.prevented = true) };
  session.emit(name, event, ...more, (...answer: unknown[]) => seen.answers.push(answer));
  return seen;
}

describe('hardenSession', () => {
  it.each([
    [false, false],
    [true, true],
  ])('answers a camera request with the scan being open: %s', (cameraIsWanted, granted) => {
    const answers: unknown[] = [];
    const details = { requestingUrl: startUrl, isMainFrame: true, mediaTypes: ['video'] };
    hardened(cameraIsWanted).run('ask', null, 'media', (answer: unknown) => answers.push(answer), details);
    expect(answers).toEqual([granted]);
    const check = {
      requestingUrl: startUrl,
      securityOrigin: 'badge-station://app/',
      isMainFrame: true,
      mediaType: 'video',
    };
    expect(hardened(cameraIsWanted).run('check', null, 'media', '', check)).toBe(granted);
  });

  it('refuses permissions asked in the shape of other requests', () => {
    const answers: unknown[] = [];
    for (const permission of ['openExternal', 'fileSystem', 'notifications']) {
      hardened(true).run('ask', null, permission, (answer: unknown) => answers.push(answer), {
        requestingUrl: startUrl,
        isMainFrame: true,
      });
      answers.push(hardened(true).run('check', null, permission, startUrl, { isMainFrame: true }));
    }
    expect(answers).toEqual([false, false, false, false, false, false]);
  });

  it('grants no device and picks none', () => {
    const session = hardened();
    expect(session.run('device', { deviceType: 'usb' })).toBe(false);
    expect(emit(session, 'select-usb-device', { deviceList: [{ deviceId: 'a' }] })).toEqual({
      prevented: true,
      answers: [[]],
    });
    expect(emit(session, 'select-hid-device', { deviceList: [{ deviceId: 'a' }] })).toEqual({
      prevented: true,
      answers: [[]],
    });
    expect(emit(session, 'select-serial-port', [{ portId: 'a' }], null)).toEqual({
      prevented: true,
      answers: [['']],
    });
  });

  it('refuses downloads', () => {
    expect(emit(hardened(), 'will-download', {}, null).prevented).toBe(true);
  });

  it.each([
    [startUrl, false],
    ['https://example.com/', true],
    ['http://127.0.0.1:9100/', true],
    ['file:///etc/passwd', true],
    ['devtools://devtools/x', true],
  ])('cancels the request for %s: %s', (url, cancel) => {
    const answers: unknown[] = [];
    hardened().run('request', { url, resourceType: 'xhr' }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel }]);
  });

  it('checks no spelling, which would fetch a dictionary', () => {
    expect(hardened().spelling).toBe(false);
  });
});

describe('isAllowedUrl', () => {
  it.each([
    ['devtools://devtools/bundled/x.js', null, true],
    ['ws://localhost:5173/?token=x', 'http://localhost:5173', true],
    ['ws://localhost:5174/', 'http://localhost:5173', false],
    ['ws://localhost:5173/', null, false],
    ['http://localhost:5173/', 'http://localhost:5173', false],
    ['https://example.com/', 'http://localhost:5173', false],
    ['', null, false],
    ['no scheme', null, false],
    ['BADGE-STATION://app/', null, true],
  ])('while developing, %s with the server %s: %s', (url, devServerUrl, allowed) => {
    expect(isAllowedUrl(url, false, devServerUrl)).toBe(allowed);
  });

  it('knows no development server once packaged', () => {
    expect(isAllowedUrl('ws://localhost:5173/', true, 'http://localhost:5173')).toBe(false);
  });
});
