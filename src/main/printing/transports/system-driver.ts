import { randomBytes } from 'node:crypto';
import type { JobReason } from '../../../shared/printing/job.ts';
import type { Media } from '../../../shared/printing/media.ts';
import type { Page } from '../../badges/types.ts';
import type { Standing } from '../drivers/types.ts';
import type { DeliveryOutcome, PagePrinter, SystemPrinter } from '../types.ts';
import { reasonsOf } from './cups/printer-reasons.ts';
import { takeOut, type PageJobTools } from './cups/page-job.ts';
import { pagePng } from './page-png.ts';
import { printerReasons } from './winspool/status.ts';

export interface DriverJob {
  readonly page: Page;
  readonly media: Media;
  readonly mayStart: () => boolean;
  /** Longest wait for the system to take the page. */
  readonly timeoutMs: number;
}

/**
 * A printer that only the system's driver understands: card printers, LabelWriter 550, office printers.
 *
 * The page goes out as a picture of exactly its own size in dots; what the driver makes of it, and whether paper comes
 * out, nobody tells us. So the end of a job here is never more than "the system took it".
 */
export class SystemDriver {
  readonly deviceKey: string;
  readonly #name: string;
  readonly #pages: PagePrinter;
  readonly #platform: NodeJS.Platform;
  readonly #cups: PageJobTools;

  constructor(
    name: string,
    deviceKey: string,
    pages: PagePrinter,
    platform: NodeJS.Platform,
    cups: PageJobTools = {},
  ) {
    this.#name = name;
    this.deviceKey = deviceKey;
    this.#pages = pages;
    this.#platform = platform;
    this.#cups = cups;
  }

  /** What the system says of the printer. Nothing wrong is still `silent`: the printer itself was not asked. */
  async look(timeoutMs: number): Promise<Standing> {
    const printer = await this.#pages.look(this.#name, timeoutMs);
    if (printer === undefined) return { kind: 'silent' };
    if (printer === null) return { kind: 'trouble', reason: 'printer-unknown' };
    const [reason] = systemReasons(printer, this.#platform);
    return reason === undefined ? { kind: 'silent' } : { kind: 'trouble', reason };
  }

  async deliver({ page, media, mayStart, timeoutMs }: DriverJob): Promise<DeliveryOutcome> {
    const png = pagePng(page);
    const jobName = `badge-${randomBytes(8).toString('hex')}`;
    try {
      const { widthDots, heightDots, dpi } = page;
      const micronsOf = (dots: number): number => Math.ceil((dots / dpi) * 25_400);
      const isEndless = media.kind === 'continuous' || media.heightMm === null;
      const answer = await this.#pages.print({
        name: this.#name,
        jobName,
        png,
        widthDots,
        heightDots,
        dpi,
        paperWidthMicrons: Math.max(micronsOf(widthDots), Math.round(media.widthMm * 1000)),
        paperHeightMicrons: isEndless
          ? micronsOf(heightDots)
          : Math.max(micronsOf(heightDots), Math.round((media.heightMm ?? 0) * 1000)),
        mayStart,
        timeoutMs,
      });
      // Beside everything else: the answer stands, and nobody waits for the queue to be tidy.
      if (answer.kind !== 'not-handed-over' && this.#platform !== 'win32')
        void takeOut(this.#name, jobName, answer.kind === 'unknown', this.#cups);
      switch (answer.kind) {
        case 'taken':
          return { kind: 'delivered' };
        case 'not-handed-over':
          return { kind: 'not-started', reason: beforehand[answer.why] };
        case 'unknown':
          return {
            kind: 'broken',
            reason: answer.why === 'stalled' ? 'stalled' : 'fault-while-printing',
            bytesSent: 0,
          };
      }
    } finally {
      png.fill(0);
    }
  }
}

const beforehand = {
  'no-such-printer': 'printer-unknown',
  'not-allowed': 'interrupted',
  'not-drawn': 'printer-fault',
  'no-memory-folder': 'permission-denied',
} as const satisfies Readonly<Record<string, JobReason>>;

/** What stands in the way, in the words of CUPS or of the Windows spooler. */
export function systemReasons(printer: SystemPrinter, platform: NodeJS.Platform): readonly JobReason[] {
  if (platform === 'win32') return printerReasons(printer.status, 0);
  const { options } = printer;
  const state = Number(options['printer-state']);
  const words = (options['printer-state-reasons'] ?? '').split(',').map((word) => word.trim());
  const reasons = reasonsOf(Number.isInteger(state) ? state : null, words);
  return options['printer-is-accepting-jobs'] === 'false' && reasons.length === 0 ? ['paused'] : reasons;
}
