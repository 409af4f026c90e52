import type { Line, PortStatus } from '../../types.ts';
import { LineError } from '../line-error.ts';
import type { LeftBehind } from '../queue.ts';
import { CupsJob } from './cups-job.ts';
import type { CupsQueue } from './cups-queue.ts';
import { reasonsOf } from './printer-reasons.ts';
import { deviceIsThere } from './reachable.ts';

/** More than any badge: 600 dpi over 4 inches is 0.7 MB. */
const documentLimitBytes = 32 * 1024 * 1024;

/**
 * One job for a CUPS queue. The bytes are collected here and handed over whole by `finish`: until then nothing has
 * left, and a line that is closed without it leaves nothing behind anywhere.
 */
export class CupsLine implements Line {
  readonly twoWay = false;
  readonly #queue: CupsQueue;
  readonly #job: CupsJob;
  readonly #chunks: Uint8Array[] = [];
  #size = 0;
  #isOver = false;
  #running: Promise<void> = Promise.resolve();

  constructor(queue: CupsQueue, queueName: string, onLeftBehind: LeftBehind) {
    this.#queue = queue;
    this.#job = new CupsJob(queue, queueName, onLeftBehind);
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
      const facts = await this.#queue.facts(timeoutMs);
      if (facts === null) return { reasons: ['printer-unknown'] };
      const reasons = [...reasonsOf(facts.state, facts.stateReasons)];
      if (!facts.isAccepting && !reasons.includes('paused')) reasons.push('paused');
      // Asked before the job only: afterwards the printer may be busy with it and let nobody in.
      if (reasons.length === 0 && !this.#isOver && !(await deviceIsThere(facts.deviceUri, timeoutMs))) {
        reasons.push('offline');
      }
      return { reasons };
    } catch {
      return null;
    }
  }

  /** Sends the job and follows it to its end. "Completed" means that the backend handed it to the device. */
  async finish(timeoutMs: number): Promise<void> {
    if (this.#isOver) throw new LineError('interrupted', 0, { mayHaveLeft: false });
    this.#isOver = true;
    const document = Buffer.concat(this.#chunks.splice(0));
    // A line that was opened only to ask makes no job.
    if (document.length === 0) return;
    const running = this.#job.run(document, timeoutMs);
    this.#running = running.catch(() => undefined);
    await running;
  }

  /** Takes a job that is still on its way back out of the queue. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#chunks.length = 0;
    this.#job.stop();
    await this.#running;
  }
}
