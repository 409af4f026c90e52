import type { HelperProcess } from '../../../src/main/printing/transports/helper/helper-process.ts';
import { isSpoolerRequest } from '../../../src/main/printing/transports/winspool/messages.ts';
import { SpoolerDesk } from '../../../src/main/printing/transports/winspool/spooler-desk.ts';
import {
  type Spooler,
  SpoolerError,
  type SpoolerPrinter,
} from '../../../src/main/printing/transports/winspool/spooler.ts';

/** A Windows spooler with one queue, `Badges`; what its job does is a list of status values, one for each look. */
export class FakeSpooler implements Spooler {
  facts: SpoolerPrinter = {
    name: 'Badges',
    port: 'USB001',
    driver: 'Generic / Text Only',
    driverVersion: 3,
    attributes: 0,
    status: 0,
  };
  /** null = gone; the last one stays. */
  looks: (number | null)[] = [null];
  printError: number | null = null;
  /** Fails only after the document has begun. */
  breaksOff = false;
  deleteWorks = true;
  readonly printed: { datatype: string; name: string; bytes: Buffer }[] = [];
  readonly deleted: number[] = [];

  list(): readonly string[] {
    return [this.facts.name];
  }

  printer(queue: string): SpoolerPrinter {
    if (queue !== this.facts.name) throw new SpoolerError('OpenPrinterW', 1801);
    return this.facts;
  }

  print(
    queue: string,
    document: { readonly name: string; readonly datatype: string; readonly bytes: Uint8Array },
    onJob: (jobId: number) => void,
  ): void {
    this.printer(queue);
    if (this.printError !== null && !this.breaksOff)
      throw new SpoolerError('StartDocPrinterW', this.printError);
    onJob(42);
    if (this.printError !== null) throw new SpoolerError('WritePrinter', this.printError);
    const { name, datatype, bytes } = document;
    this.printed.push({ name, datatype, bytes: Buffer.from(bytes) });
  }

  jobStatus(): number | null {
    if (this.deleted.length > 0 && this.deleteWorks) return null;
    return (this.looks.length > 1 ? this.looks.shift() : this.looks[0]) ?? null;
  }

  deleteJob(_queue: string, jobId: number): void {
    this.deleted.push(jobId);
  }
}

/** The printer helper's spooler side, in this process. `hangsOn` names a call that never comes back. */
export class SpoolerHelper implements HelperProcess {
  static readonly started: SpoolerHelper[] = [];
  isKilled = false;
  readonly #desk: SpoolerDesk;
  readonly #listeners: ((message: unknown) => void)[] = [];
  readonly #hangsOn: string | null;

  constructor(spooler: Spooler, hangsOn: string | null = null) {
    this.#hangsOn = hangsOn;
    this.#desk = new SpoolerDesk(
      async () => spooler,
      (reply) => {
        // As between processes: what is sent is a copy, and arrives later.
        if (!this.isKilled) for (const listener of this.#listeners) listener(structuredClone(reply));
      },
    );
  }

  post(message: object): void {
    if (!isSpoolerRequest(message) || this.isKilled) return;
    if (message.call !== this.#hangsOn) void this.#desk.answer(structuredClone(message));
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#listeners.push(listener);
  }

  onExit(): void {}

  kill(): void {
    this.isKilled = true;
  }
}
