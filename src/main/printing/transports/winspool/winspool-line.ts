import type { Line, PortStatus } from '../../types.ts';
import { LineError } from '../line-error.ts';
import type { SpoolerClient } from './spooler-client.ts';
import { printerReasons } from './status.ts';
import type { WinspoolJob } from './winspool-job.ts';

/** More than any badge: 600 dpi over 4 inches is 0.7 MB. */
const documentLimitBytes = 32 * 1024 * 1024;

/**
 * One job for a Windows queue. The bytes are collected here and spooled whole by `finish`: until then nothing has
 * left, and a line that is closed without it leaves nothing behind anywhere.
 */
export class WinspoolLine implements Line {
  readonly twoWay = false;
  readonly #spooler: SpoolerClient;
  readonly #queue: string;
  readonly #datatype: string;
  readonly #job: WinspoolJob;
  readonly #chunks: Uint8Array[] = [];
  #size = 0;
  #isOver = false;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: { spooler: SpoolerClient; queue: string; datatype: string; job: WinspoolJob }) {
    this.#spooler = parts.spooler;
    this.#queue = parts.queue;
    this.#datatype = parts.datatype;
    this.#job = parts.job;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#isOver) throw new LineError('interrupted', 0, { mayHaveLeft: false });
    this.#size += bytes.length;
    if (this.#size > documentLimitBytes) throw new LineError('printer-fault', 0, { mayHaveLeft: false });
    this.#chunks.push(bytes.slice());
  }

  async read(): Promise<null> {
    return null;
  }

  async portStatus(timeoutMs: number): Promise<PortStatus | null> {
    try {
      const { printer } = await this.#spooler.ask({ call: 'printer', queue: this.#queue }, timeoutMs);
      return { reasons: printerReasons(printer.status, printer.attributes) };
    } catch {
      return null;
    }
  }

  /** Spools the job and follows it to its end: the bytes went to the port, which says nothing about paper. */
  async finish(timeoutMs: number): Promise<void> {
    if (this.#isOver) throw new LineError('interrupted', 0, { mayHaveLeft: false });
    this.#isOver = true;
    const document = Buffer.concat(this.#chunks.splice(0));
    // A line that was opened only to ask makes no job.
    if (document.length === 0) return;
    const running = this.#job.run(document, this.#datatype, timeoutMs);
    this.#running = running.catch(() => undefined);
    await running;
  }

  /** Takes a job that is still on its way back out of the queue. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#chunks.length = 0;
    this.#job.stop();
    await this.#running;
    this.#spooler.close();
  }
}
