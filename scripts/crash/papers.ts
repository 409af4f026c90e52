import { readWithZxing } from '../../test/judges/decode.ts';
import { sheetPng } from '../../test/judges/sheet.ts';
import { judgeZpl } from '../../test/judges/zpl.ts';
import { ZplPrinterSim, type ZplMoment, type ZplScript } from '../../test/fakes/tcp-printers.ts';
import { sha256 } from '../tenant/code-book.ts';
import { pause } from './app-life.ts';

/** One label that came out of the printer, as a camera sees it. */
export interface Paper {
  readonly payload: string;
  readonly payloadSha256: string;
  /** The QR code's id, which stands in the payload. */
  readonly codeId: string;
  /** By the tenant's clock. */
  readonly printedMs: number;
}

const dpi = 203;

/**
 * The label printer and its tray: every label that came out, drawn by a renderer that is not ours and read by a decoder
 * that is not ours.
 */
export class Papers {
  readonly #printer: ZplPrinterSim;
  readonly #now: () => number;
  readonly #times: number[] = [];
  readonly #read: Paper[] = [];
  /** Told of each moment of a label. */
  onMoment: (moment: ZplMoment) => void = () => undefined;

  private constructor(printer: ZplPrinterSim, now: () => number) {
    this.#printer = printer;
    this.#now = now;
    printer.onMoment = (moment) => {
      while (this.#times.length < printer.labels.length) this.#times.push(this.#now());
      this.onMoment(moment);
    };
  }

  static async open(now: () => number): Promise<Papers> {
    return new Papers(await ZplPrinterSim.start(quick), now);
  }

  get address(): string {
    return this.#printer.address;
  }

  get count(): number {
    return this.#printer.labels.length;
  }

  /** How the printer is until somebody sees to it. */
  behave(script: ZplScript): void {
    this.#printer.behave({ ...quick, ...script });
  }

  /** Somebody has seen to it. */
  repair(): void {
    this.behave({});
  }

  /** Waits until nothing more can come out, as a person at the printer does before saying that nothing has. */
  async settle(): Promise<void> {
    for (let quietMs = 0; quietMs < 60; quietMs += 10) {
      if (!this.#printer.isIdle) quietMs = 0;
      await pause(10);
    }
  }

  /** Every label so far. */
  async read(): Promise<readonly Paper[]> {
    while (this.#read.length < this.#printer.labels.length) {
      const at = this.#read.length;
      const paper = await readLabel(this.#printer.labels[at] ?? '', this.#times[at] ?? this.#now());
      // Read by somebody else meanwhile.
      if (this.#read.length === at) this.#read.push(paper);
    }
    return [...this.#read];
  }

  async close(): Promise<void> {
    await this.#printer.close();
  }
}

const quick = { printMs: 30 };

async function readLabel(zpl: string, printedMs: number): Promise<Paper> {
  const { sheets } = await judgeZpl(Buffer.from(zpl, 'latin1'), dpi).catch(() => {
    // Without the picture in its middle, which is the secret.
    const ends = JSON.stringify([zpl.slice(0, 60), zpl.slice(-30)]);
    throw new Error(`A label that cannot be drawn: ${zpl.length} characters, ${ends}`);
  });
  const [sheet] = sheets;
  const seen = sheet === undefined ? [] : await readWithZxing(sheetPng(sheet));
  const payload = Buffer.from(seen[0]?.bytes ?? []).toString('utf8');
  return {
    payload,
    payloadSha256: sha256(payload),
    codeId: payload.split('|')[2] ?? '',
    printedMs,
  };
}
