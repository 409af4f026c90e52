import type { App, Session } from 'electron';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { guardCapture } from '../../../src/main/window/capture-guard.ts';
import { menuTemplate } from '../../../src/main/window/menu.ts';
import { claimSingleInstance } from '../../../src/main/window/single-instance.ts';
import { windowOptions } from '../../../src/main/window/window-options.ts';

class FakeWindow extends EventEmitter {
  readonly protection: boolean[] = [];
  destroyed = false;
  isDestroyed(): boolean {
    return this.destroyed;
  }
  setContentProtection(on: boolean): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.protection.push(on);
  }
}

describe('guardCapture', () => {
  it.each(['show', 'restore', 'minimize', 'focus'])(
    'is put back after %s while a secret is on screen',
    (event) => {
      const window = new FakeWindow();
      guardCapture(window, true);
      window.emit(event);
      expect(window.protection).toEqual([true, true]);
    },
  );

  it('stays off once it was taken off', () => {
    const window = new FakeWindow();
    guardCapture(window, true);
    guardCapture(window, false);
    window.emit('show');
    expect(window.protection).toEqual([true, false]);
  });

  it('watches a window once however often it is turned on', () => {
    const window = new FakeWindow();
    for (let at = 0; at < 20; at += 1) guardCapture(window, at % 2 === 0);
    expect(window.listenerCount('show')).toBe(1);
  });

  it('leaves a destroyed window alone', () => {
    const window = new FakeWindow();
    guardCapture(window, true);
    window.destroyed = true;
    window.emit('minimize');
    guardCapture(window, false);
    expect(window.protection).toEqual([true]);
  });
});

describe('claimSingleInstance', () => {
  class FakeApp extends EventEmitter {
    readonly isFirst: boolean;
    constructor(isFirst: boolean) {
      super();
      this.isFirst = isFirst;
    }
    requestSingleInstanceLock(): boolean {
      return this.isFirst;
    }
  }
  const claim = (app: FakeApp, onSecond: () => void) =>
    claimSingleInstance(app as unknown as Pick<App, 'requestSingleInstanceLock' | 'on'>, onSecond);

  it('tells the first one when a second one starts', () => {
    const app = new FakeApp(true);
    let times = 0;
    expect(claim(app, () => (times += 1))).toBe(true);
    app.emit('second-instance');
    expect(times).toBe(1);
  });

  it('tells the second one that it is not wanted', () => {
    const app = new FakeApp(false);
    expect(claim(app, () => {})).toBe(false);
    expect(app.listenerCount('second-instance')).toBe(0);
  });
});

describe('windowOptions', () => {
  const facts = {
    isPackaged: true,
    isDark: false,
    preloadFile: '/app/preload.cjs',
    iconFile: '/app/icon.png',
    session: {} as Session,
  };

  it('walls the page off from Node and Electron', () => {
    expect(windowOptions(facts).webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('has developer tools only while unpackaged', () => {
    expect(windowOptions(facts).webPreferences?.devTools).toBe(false);
    expect(windowOptions({ ...facts, isPackaged: false }).webPreferences?.devTools).toBe(true);
  });

  it('stays hidden until it is painted, in the colour of the theme', () => {
    expect(windowOptions(facts)).toMatchObject({ show: false, backgroundColor: '#ffffff' });
    expect(windowOptions({ ...facts, isDark: true }).backgroundColor).toBe('#292929');
  });
});

describe('menuTemplate', () => {
  const text = (platform: NodeJS.Platform, isPackaged: boolean) =>
    JSON.stringify(menuTemplate(platform, isPackaged));

  it.each(['win32', 'darwin', 'linux'] as const)(
    'offers zoom, but neither reload nor developer tools, on a packaged %s',
    (platform) => {
      expect(text(platform, true)).toContain('zoomIn');
      expect(text(platform, true)).not.toMatch(/reload|devtools/i);
    },
  );

  it('offers developer tools while unpackaged', () => {
    expect(text('linux', false)).toContain('toggleDevTools');
  });
});
