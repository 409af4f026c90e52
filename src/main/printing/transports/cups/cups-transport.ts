import { type Result, fail, ok } from '../../../../shared/result.ts';
import type { Line, PortStatus, Transport } from '../../types.ts';
import { QueueLine } from '../queue-line.ts';
import type { LeftBehind, QueueHygiene } from '../queue.ts';
import { CupsJob } from './cups-job.ts';
import { CupsQueue } from './cups-queue.ts';
import { CupsServer, CupsTrouble } from './cups-server.ts';
import { cupsHygiene } from './hygiene.ts';
import { reasonsOf } from './printer-reasons.ts';
import { deviceIsThere } from './reachable.ts';

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
      const job = new CupsJob(this.#queue, this.#queueName, this.#onLeftBehind);
      return ok(new QueueLine({ job, status: (...when) => this.#status(...when) }));
    } catch (error) {
      const why = error instanceof CupsTrouble ? error.why : 'unknown';
      const isDenied = /^http-40[13]$|^ipp-040[123]$|EACCES|EPERM/.test(why);
      return fail(isDenied ? 'permission-denied' : 'printer-offline', { why });
    }
  }

  async #status(timeoutMs: number, isBefore: boolean): Promise<PortStatus | null> {
    const facts = await this.#queue.facts(timeoutMs).catch(() => undefined);
    if (facts === undefined) return null;
    if (facts === null) return { reasons: ['printer-unknown'] };
    const reasons = [...reasonsOf(facts.state, facts.stateReasons)];
    if (!facts.isAccepting && !reasons.includes('paused')) reasons.push('paused');
    // Asked before the job only: afterwards the printer may be busy with it and let nobody in.
    if (reasons.length === 0 && isBefore && !(await deviceIsThere(facts.deviceUri, timeoutMs))) {
      reasons.push('offline');
    }
    return { reasons };
  }

  async hygiene(timeoutMs: number): Promise<QueueHygiene> {
    const facts = await this.#queue.facts(timeoutMs).catch(() => null);
    return cupsHygiene(this.#confFile, facts?.errorPolicy ?? '');
  }
}
