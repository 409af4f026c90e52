import { type Result, fail, ok } from '../../../../shared/result.ts';
import type { Line, Transport } from '../../types.ts';
import type { LeftBehind, QueueHygiene } from '../queue.ts';
import { CupsLine } from './cups-line.ts';
import { CupsQueue } from './cups-queue.ts';
import { CupsServer, CupsTrouble } from './cups-server.ts';
import { cupsHygiene } from './hygiene.ts';

export interface CupsTools {
  /** The server on this computer unless a test names another. */
  readonly server?: CupsServer;
  readonly confFile?: string;
  readonly onLeftBehind?: LeftBehind;
}

/** `queue:NAME` on Linux and macOS: a CUPS queue, spoken to over IPP, our bytes passed on as they are. */
export class CupsTransport implements Transport {
  readonly deviceKey: string;
  readonly #queueName: string;
  readonly #queue: CupsQueue;
  readonly #confFile: string;
  readonly #onLeftBehind: LeftBehind;

  constructor(queueName: string, tools: CupsTools = {}) {
    this.deviceKey = `queue:${queueName}`;
    this.#queueName = queueName;
    this.#queue = new CupsQueue(tools.server ?? new CupsServer(), queueName);
    this.#confFile = tools.confFile ?? '/etc/cups/cupsd.conf';
    this.#onLeftBehind = tools.onLeftBehind ?? (() => undefined);
  }

  /** Asks for the queue only; no job exists before `finish`. */
  async open(timeoutMs: number): Promise<Result<Line>> {
    try {
      const facts = await this.#queue.facts(timeoutMs);
      if (facts === null) return fail('printer-unknown', { queue: this.#queueName });
      return ok(new CupsLine(this.#queue, this.#queueName, this.#onLeftBehind));
    } catch (error) {
      const why = error instanceof CupsTrouble ? error.why : 'unknown';
      const isDenied = /^http-40[13]$|^ipp-040[123]$|EACCES|EPERM/.test(why);
      return fail(isDenied ? 'permission-denied' : 'printer-offline', { why });
    }
  }

  async hygiene(timeoutMs: number): Promise<QueueHygiene> {
    const facts = await this.#queue.facts(timeoutMs).catch(() => null);
    return cupsHygiene(this.#confFile, facts?.errorPolicy ?? '');
  }
}
