import { type Result, fail, ok } from '../../../../shared/result.ts';
import type { Line, PortStatus, Transport } from '../../types.ts';
import type { StartHelper } from '../helper/helper-process.ts';
import { QueueLine } from '../queue-line.ts';
import type { LeftBehind, QueueHygiene } from '../queue.ts';
import { SpoolerClient, SpoolerTrouble } from './spooler-client.ts';
import { keepsPrintedJobs, printerReasons, spoolerError } from './status.ts';
import { WinspoolJob } from './winspool-job.ts';

export interface WinspoolTools {
  /** Starts the printer helper, which makes the blocking calls. */
  readonly startHelper: StartHelper;
  readonly onLeftBehind?: LeftBehind;
}

/** A "v4" driver takes XPS and refuses RAW; this datatype passes bytes through it (Microsoft, "Datatypes for v4 drivers"). */
const v4Driver = 4;

/** `queue:NAME` on Windows: a printer of the spooler, our bytes passed on as they are (RAW). */
export class WinspoolTransport implements Transport {
  readonly deviceKey: string;
  readonly #queue: string;
  readonly #tools: WinspoolTools;

  constructor(queue: string, tools: WinspoolTools) {
    this.#queue = queue;
    // Windows does not tell upper and lower case apart in printer names.
    this.deviceKey = `queue:${queue.toLowerCase()}`;
    this.#tools = tools;
  }

  /** Asks for the queue only; no job exists before `finish`. */
  async open(timeoutMs: number): Promise<Result<Line>> {
    const spooler = new SpoolerClient(this.#tools.startHelper);
    try {
      const { printer } = await spooler.ask({ call: 'printer', queue: this.#queue }, timeoutMs);
      const datatype = printer.driverVersion >= v4Driver ? 'XPS_PASS' : 'RAW';
      const onLeftBehind = this.#tools.onLeftBehind ?? (() => undefined);
      const job = new WinspoolJob({ spooler, queue: this.#queue, datatype, onLeftBehind });
      return ok(
        new QueueLine({
          job,
          status: (limitMs) => this.#status(spooler, limitMs),
          release: () => spooler.close(),
        }),
      );
    } catch (error) {
      spooler.close();
      if (!(error instanceof SpoolerTrouble)) throw error;
      return fail(spoolerError(error.code).code, { error: error.code });
    }
  }

  async #status(spooler: SpoolerClient, timeoutMs: number): Promise<PortStatus | null> {
    try {
      const { printer } = await spooler.ask({ call: 'printer', queue: this.#queue }, timeoutMs);
      return { reasons: printerReasons(printer.status, printer.attributes) };
    } catch {
      return null;
    }
  }

  async hygiene(timeoutMs: number): Promise<QueueHygiene> {
    const spooler = new SpoolerClient(this.#tools.startHelper);
    try {
      const { printer } = await spooler.ask({ call: 'printer', queue: this.#queue }, timeoutMs);
      const keeps = (printer.attributes & keepsPrintedJobs) !== 0;
      return {
        keepsDocuments: keeps ? 'ours-removed' : 'no',
        // The spooler tries for as long as the job is there; ours is deleted when we give up.
        retriesByItself: true,
        advice: keeps ? ['keep-printed'] : [],
      };
    } catch {
      return { keepsDocuments: 'unknown', retriesByItself: null, advice: [] };
    } finally {
      spooler.close();
    }
  }
}
