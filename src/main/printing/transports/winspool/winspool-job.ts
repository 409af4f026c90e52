import type { JobReason } from '../../../../shared/printing/job.ts';
import { LineError } from '../line-error.ts';
import type { QueueJob } from '../queue-line.ts';
import type { LeftBehind } from '../queue.ts';
import { pause } from '../wait.ts';
import { type SpoolerClient, SpoolerTrouble } from './spooler-client.ts';
import { readJobStatus, spoolerError } from './status.ts';

const firstPollMs = 30;
const longestPollMs = 400;
const questionLimitMs = 5000;
/** How long a deleted job may take to be gone. */
const deleteLimitMs = 5000;

/** Takes one document through a Windows queue, and back out of it when it does not get on. */
export class WinspoolJob implements QueueJob {
  readonly #spooler: SpoolerClient;
  readonly #queue: string;
  readonly #datatype: string;
  readonly #onLeftBehind: LeftBehind;
  #isStopped = false;

  constructor(parts: { spooler: SpoolerClient; queue: string; datatype: string; onLeftBehind: LeftBehind }) {
    this.#spooler = parts.spooler;
    this.#queue = parts.queue;
    this.#datatype = parts.datatype;
    this.#onLeftBehind = parts.onLeftBehind;
  }

  /** Resolves when the spooler has handed everything to the port. @throws {LineError} */
  async run(bytes: Uint8Array, timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    const jobId = await this.#submit(bytes, timeoutMs);
    let lastReason: JobReason | null = null;
    for (let pollMs = firstPollMs; ; pollMs = Math.min(longestPollMs, pollMs * 2)) {
      const look = await this.#look(jobId);
      switch (look.kind) {
        case 'done':
          // Still there: "Keep printed documents" is on, or the spooler has not tidied up yet.
          await this.#remove(jobId);
          return;
        case 'gone':
        case 'leaving':
          // A job that is through vanishes from the queue, and so does one that somebody deleted.
          if (lastReason === null) return;
          throw new LineError('interrupted', 0);
        case 'stuck':
          lastReason = look.reason;
          break;
        case 'working':
          lastReason = null;
          break;
        case 'silent':
          break;
      }
      if (this.#isStopped || Date.now() >= deadline) {
        await this.#remove(jobId);
        throw new LineError(lastReason ?? (this.#isStopped ? 'interrupted' : 'stalled'), 0);
      }
      await pause(Math.max(1, Math.min(pollMs, deadline - Date.now())));
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #submit(bytes: Uint8Array, timeoutMs: number): Promise<number> {
    let jobId: number | null = null;
    try {
      const datatype = this.#datatype;
      const call = { call: 'print', queue: this.#queue, name: 'badge-station', datatype, bytes } as const;
      await this.#spooler.ask(call, Math.max(1000, timeoutMs), (id) => {
        jobId = id;
      });
    } catch (error) {
      if (!(error instanceof SpoolerTrouble)) throw error;
      const { reason } = spoolerError(error.code);
      // A queue may print while it still spools, so a document that had begun may have come out in part.
      if (jobId !== null) await this.#remove(jobId);
      throw new LineError(reason, 0, { mayHaveLeft: jobId !== null || error.code === null, cause: error });
    }
    if (jobId === null) throw new LineError('printer-fault', 0);
    return jobId;
  }

  async #look(jobId: number): Promise<ReturnType<typeof readJobStatus> | { kind: 'gone' | 'silent' }> {
    try {
      const { status } = await this.#spooler.ask({ call: 'job', queue: this.#queue, jobId }, questionLimitMs);
      return status === null ? { kind: 'gone' } : readJobStatus(status);
    } catch (error) {
      if (!(error instanceof SpoolerTrouble)) throw error;
      return { kind: 'silent' };
    }
  }

  /** Deletes our job and sees it gone, so that the spooler cannot print it later. */
  async #remove(jobId: number): Promise<void> {
    const deadline = Date.now() + deleteLimitMs;
    try {
      await this.#spooler.ask({ call: 'delete', queue: this.#queue, jobId }, questionLimitMs);
    } catch (error) {
      if (!(error instanceof SpoolerTrouble)) throw error;
      // It may have gone by itself in the meantime; the look below tells.
    }
    for (;;) {
      const { kind } = await this.#look(jobId);
      if (kind === 'gone') return;
      if (Date.now() >= deadline) return this.#onLeftBehind({ queue: this.#queue, why: kind });
      await pause(firstPollMs);
    }
  }
}
