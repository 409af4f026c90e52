import { EventEmitter } from 'node:events';
import type { BrowserWindow, Session, WebContentsPrintOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { SystemPaper } from '../../../src/main/printing/types.ts';
import { MemoryTemp } from '../../../src/main/window/memory-temp.ts';
import { printOptions, WindowPagePrinter } from '../../../src/main/window/page-printer.ts';

type Told = (isTaken: boolean, why: string) => void;

/** A window that loads, lists printers and prints as told. */
class FakeWindow extends EventEmitter {
  isGone = false;
  loaded: string | null = null;
  asked: WebContentsPrintOptions | null = null;
  load: () => Promise<void> = () => Promise.resolve();
  list: () => Promise<unknown[]> = () =>
    Promise.resolve([{ name: 'cards', options: { 'printer-state': '3', odd: 7 } }]);
  whenAsked: (tell: Told) => void = (tell) => tell(true, '');
  readonly webContents = Object.assign(new EventEmitter(), {
    getPrintersAsync: () => this.list(),
    print: (options: WebContentsPrintOptions, tell: Told) => {
      this.asked = options;
      this.whenAsked(tell);
    },
  });

  loadURL(url: string): Promise<void> {
    this.loaded = url;
    return this.load();
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  destroy(): void {
    this.isGone = true;
  }
}

function rig(window = new FakeWindow()) {
  let answer: (request: { url: string }) => Response = () => new Response();
  const session = { protocol: { handle: (_scheme: string, how: typeof answer) => (answer = how) } };
  const printer = new WindowPagePrinter({
    openWindow: () => window as unknown as BrowserWindow,
    session: session as unknown as Session,
    log: { warn: () => undefined },
    memoryTemp: new MemoryTemp('win32'),
  });
  return { window, printer, answer: (url: string) => answer({ url }) };
}

function paper(changes: Partial<SystemPaper> = {}): SystemPaper {
  const size = {
    widthDots: 637,
    heightDots: 1015,
    dpi: 300,
    paperWidthMicrons: 54_000,
    paperHeightMicrons: 86_000,
  };
  return {
    name: 'cards',
    jobName: 'badge-0123',
    png: Uint8Array.of(9, 9),
    ...size,
    mayStart: () => true,
    timeoutMs: 50,
    ...changes,
  };
}

describe('a page for a driver', () => {
  it('goes to the named printer, once, at its own size, without a dialog', async () => {
    const { window, printer } = rig();
    expect(await printer.print(paper())).toEqual({ kind: 'taken' });
    expect(window.asked).toEqual(printOptions(paper()));
    expect(window.asked).toMatchObject({
      silent: true,
      deviceName: 'cards',
      copies: 1,
      scaleFactor: 100,
      margins: { marginType: 'none' },
      pageRanges: [{ from: 0, to: 0 }],
      pageSize: { width: 54_000, height: 86_000 },
    });
  });

  it('is there for its window while it prints, and nowhere afterwards', async () => {
    const { window, printer, answer } = rig();
    let during = 0;
    window.load = () => {
      during = answer(window.loaded ?? '').status;
      return Promise.resolve();
    };
    await printer.print(paper());
    expect(during).toBe(200);
    expect(answer(window.loaded ?? '').status).toBe(404);
    expect(printer.held).toBe(0);
    expect(window.isGone).toBe(true);
  });

  it.each<[string, (window: FakeWindow) => void, Partial<SystemPaper>, object]>([
    [
      'the lease is gone',
      () => undefined,
      { mayStart: () => false },
      { kind: 'not-handed-over', why: 'not-allowed' },
    ],
    [
      'there is no such printer',
      (window) => (window.list = () => Promise.resolve([])),
      {},
      { kind: 'not-handed-over', why: 'no-such-printer' },
    ],
    [
      'the page does not load',
      (window) => (window.load = () => Promise.reject(new Error('gone'))),
      {},
      { kind: 'not-handed-over', why: 'not-drawn' },
    ],
  ])('is not handed over when %s', async (_what, change, changes, expected) => {
    const { window, printer } = rig();
    change(window);
    expect(await printer.print(paper(changes))).toEqual(expected);
    expect(window.asked).toBeNull();
    expect(window.isGone).toBe(true);
    expect(printer.held).toBe(0);
  });

  it.each<[string, (window: FakeWindow) => void, object]>([
    [
      'the system says no',
      (window) => (window.whenAsked = (tell) => tell(false, 'Print job failed')),
      { kind: 'unknown', why: 'refused' },
    ],
    [
      'the system says nothing',
      (window) => (window.whenAsked = () => undefined),
      { kind: 'unknown', why: 'stalled' },
    ],
    [
      'its process dies',
      (window) => (window.whenAsked = () => window.webContents.emit('render-process-gone')),
      { kind: 'unknown', why: 'refused' },
    ],
    [
      'its window is closed',
      (window) => (window.whenAsked = () => window.emit('closed')),
      { kind: 'unknown', why: 'refused' },
    ],
    [
      'Electron does not like the options',
      (window) =>
        (window.whenAsked = () => {
          throw new TypeError('bad options');
        }),
      { kind: 'unknown', why: 'refused' },
    ],
  ])('is unsure, never "not printed", when %s', async (_what, change, expected) => {
    const { window, printer } = rig();
    change(window);
    expect(await printer.print(paper())).toEqual(expected);
    expect(window.isGone).toBe(true);
  });

  it('goes out although the system does not say which printers it has', async () => {
    const { window, printer } = rig();
    window.list = () => Promise.reject(new Error('no print service'));
    expect(await printer.print(paper())).toEqual({ kind: 'taken' });
  });
});

describe('a look at the system’s printers', () => {
  it('tells what it says in its own words, texts only', async () => {
    const { window, printer } = rig();
    expect(await printer.look('cards', 50)).toEqual({ status: 0, options: { 'printer-state': '3' } });
    expect(window.isGone).toBe(true);
  });

  it('knows "no such printer" from "no answer"', async () => {
    const { window, printer } = rig();
    expect(await printer.look('other', 50)).toBeNull();
    window.list = () => new Promise(() => undefined);
    expect(await printer.look('cards', 5)).toBeUndefined();
  });
});
