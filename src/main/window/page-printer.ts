import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Session,
  WebContentsPrintOptions,
} from 'electron';
import type { Log } from '../log/types.ts';
import type { PagePrinter, SystemAnswer, SystemPaper, SystemPrinter } from '../printing/types.ts';
import { MemoryTemp } from './memory-temp.ts';
import { answerPaper, newPaperHost, paperUrl, paperWindowOptions, type HeldPaper } from './paper-page.ts';
import { schemeName } from './scheme.ts';

export interface PagePrinterParts {
  readonly openWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** A session of its own, in memory, already hardened: no network, no permissions. */
  readonly session: Session;
  readonly log: Pick<Log, 'warn'>;
  readonly memoryTemp?: MemoryTemp;
}

/** Loading a picture from memory; a window that needs longer is not going to. */
const loadMs = 10_000;

/**
 * Prints pages through the system's drivers with Electron's print (docs/printers.md, "Printers with a driver only").
 *
 * Each page has a window of its own, which is never shown and destroyed at the end; the picture goes from memory to it and
 * is overwritten. Windows and macOS keep the job in their own spool file until it is printed, as any program's.
 */
export class WindowPagePrinter implements PagePrinter {
  readonly #parts: PagePrinterParts;
  readonly #papers = new Map<string, HeldPaper>();
  readonly #memoryTemp: MemoryTemp;

  constructor(parts: PagePrinterParts) {
    this.#parts = parts;
    this.#memoryTemp = parts.memoryTemp ?? new MemoryTemp();
    parts.session.protocol.handle(schemeName, (request) => answerPaper(request.url, this.#papers));
  }

  /** Papers held right now; 0 between two jobs. */
  get held(): number {
    return this.#papers.size;
  }

  async look(name: string, timeoutMs: number): Promise<SystemPrinter | null | undefined> {
    const window = this.#parts.openWindow(paperWindowOptions(this.#parts.session));
    try {
      return await this.#find(window, name, timeoutMs);
    } finally {
      window.destroy();
    }
  }

  async print(paper: SystemPaper): Promise<SystemAnswer> {
    const host = newPaperHost();
    const held = { png: Uint8Array.from(paper.png), size: paper };
    this.#papers.set(host, held);
    const window = this.#parts.openWindow(paperWindowOptions(this.#parts.session));
    try {
      const answer = await this.#memoryTemp.during(() => this.#printFrom(window, host, paper));
      return answer ?? { kind: 'not-handed-over', why: 'no-memory-folder' };
    } finally {
      this.#papers.delete(host);
      held.png.fill(0);
      if (!window.isDestroyed()) window.destroy();
    }
  }

  async #printFrom(window: BrowserWindow, host: string, paper: SystemPaper): Promise<SystemAnswer> {
    try {
      if ((await this.#find(window, paper.name, loadMs)) === null)
        return { kind: 'not-handed-over', why: 'no-such-printer' };
      const drawn = await within(
        loadMs,
        window.loadURL(paperUrl(host)).then(() => true),
      );
      if (drawn !== true) return { kind: 'not-handed-over', why: 'not-drawn' };
    } catch {
      // The message names the address, which is ours and says nothing.
      this.#parts.log.warn('printing.page-not-drawn');
      return { kind: 'not-handed-over', why: 'not-drawn' };
    }
    if (!paper.mayStart()) return { kind: 'not-handed-over', why: 'not-allowed' };
    const answer = await within(paper.timeoutMs, this.#hand(window, paper));
    const isThrough = answer?.kind !== 'taken' || (await this.#memoryTemp.settled(paper.timeoutMs));
    return answer !== undefined && isThrough ? answer : { kind: 'unknown', why: 'stalled' };
  }

  /** Electron's print. Its `true` means that the system took the job; it comes without paper too (electron 38975). */
  async #hand(window: BrowserWindow, paper: SystemPaper): Promise<SystemAnswer> {
    return new Promise((resolve) => {
      const gone = (): void => resolve({ kind: 'unknown', why: 'refused' });
      window.webContents.once('render-process-gone', gone);
      window.once('closed', gone);
      try {
        window.webContents.print(printOptions(paper), (isTaken, why) => {
          if (!isTaken) this.#parts.log.warn('printing.driver-refused', { why: why.slice(0, 80) });
          resolve(isTaken ? { kind: 'taken' } : { kind: 'unknown', why: 'refused' });
        });
      } catch {
        // Options it does not like are refused before the page is looked at; but the lease is taken.
        gone();
      }
    });
  }

  async #find(
    window: BrowserWindow,
    name: string,
    timeoutMs: number,
  ): Promise<SystemPrinter | null | undefined> {
    const printers = await within(
      timeoutMs,
      window.webContents.getPrintersAsync().catch(() => undefined),
    );
    if (printers === undefined) return undefined;
    const found = printers.find((printer) => printer.name === name);
    if (found === undefined) return null;
    const { status, options } = found as { readonly status?: unknown; readonly options?: unknown };
    return {
      status: typeof status === 'number' ? status : 0,
      options: textsOf(options),
    };
  }
}

/** One page, one copy, to one printer, at its own size, without margins of ours and without a dialog. */
export function printOptions(paper: SystemPaper): WebContentsPrintOptions {
  return {
    silent: true,
    printBackground: true,
    deviceName: paper.name,
    color: false,
    copies: 1,
    landscape: false,
    scaleFactor: 100,
    margins: { marginType: 'none' },
    // A second page would be a second label.
    pageRanges: [{ from: 0, to: 0 }],
    dpi: { horizontal: paper.dpi, vertical: paper.dpi },
    pageSize: { width: paper.paperWidthMicrons, height: paper.paperHeightMicrons },
  };
}

function textsOf(options: unknown): Readonly<Record<string, string>> {
  if (typeof options !== 'object' || options === null) return {};
  return Object.fromEntries(
    Object.entries(options).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Undefined when it takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
