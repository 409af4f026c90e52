import { randomUUID } from 'node:crypto';
import type { JobReason } from '../../../../shared/printing/job.ts';
import { LineError } from '../line-error.ts';
import type { QueueJob } from '../queue-line.ts';
import type { LeftBehind } from '../queue.ts';
import { pause } from '../wait.ts';
import { type CupsQueue, CupsRefusal, type JobFacts } from './cups-queue.ts';
import { CupsTrouble } from './cups-server.ts';
import { jobStates, statuses } from './ipp-words.ts';
import { reasonOfSentence, reasonsOf } from './printer-reasons.ts';

const firstPollMs = 30;
const longestPollMs = 400;
/** One question. */
const questionLimitMs = 3000;
/** How long a cancelled job may take to let go of the printer. */
const cancelLimitMs = 5000;
/** CUPS itself gives up so long after we would have, should the app die in between. */
const graceSeconds = 30;

/** Takes one document through a CUPS queue, and back out of it when it does not get on. */
export class CupsJob implements QueueJob {
  readonly #queue: CupsQueue;
  readonly #queueName: string;
  readonly #onLeftBehind: LeftBehind;
  #isStopped = false;

  constructor(queue: CupsQueue, queueName: string, onLeftBehind: LeftBehind) {
    this.#queue = queue;
    this.#queueName = queueName;
    this.#onLeftBehind = onLeftBehind;
  }

  /** Resolves when CUPS has handed everything to the device. @throws {LineError} */
  async run(document: Uint8Array, timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    const id = await this.#submit(document, timeoutMs);
    const trouble = await this.#follow(id, deadline);
    if (trouble !== null) throw trouble;
    await this.#tidy(() => this.#queue.purge(id, questionLimitMs));
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #submit(document: Uint8Array, timeoutMs: number): Promise<number> {
    const jobName = `badge-station ${randomUUID()}`;
    const keepSeconds = Math.ceil(timeoutMs / 1000) + graceSeconds;
    try {
      return await this.#queue.printJob({ document, jobName, keepSeconds }, Math.max(timeoutMs, 1000));
    } catch (error) {
      if (error instanceof CupsRefusal) {
        throw new LineError(refusalReason(error.status), 0, { mayHaveLeft: false, cause: error });
      }
      if (error instanceof CupsTrouble && !error.mayBeThere) {
        throw new LineError('offline', 0, { mayHaveLeft: false, cause: error });
      }
      // The answer was lost: there may be a job of ours that nobody follows.
      await this.#tidy(async () => {
        const id = await this.#queue.findJob(jobName, questionLimitMs);
        if (id !== null) await this.#withdraw(id);
      });
      throw new LineError('vanished', 0, { cause: error });
    }
  }

  /** Null when the job was completed. */
  async #follow(id: number, deadline: number): Promise<LineError | null> {
    for (let pollMs = firstPollMs; ; pollMs = Math.min(longestPollMs, pollMs * 2)) {
      const job = await this.#queue.job(id, questionLimitMs).catch(() => 'no answer' as const);
      if (job === null) return new LineError('vanished', 0);
      if (job !== 'no answer') {
        if (job.state === jobStates.completed) return null;
        if (job.state === jobStates.canceled) return this.#ended(id, 'interrupted', job);
        if (job.state === jobStates.aborted) return this.#ended(id, 'printer-fault', job);
        if (job.state === jobStates.stopped) return this.#giveUp(id, await this.#why());
      }
      if (this.#isStopped) return this.#giveUp(id, 'interrupted');
      if (Date.now() >= deadline)
        return this.#giveUp(id, job === 'no answer' ? 'vanished' : await this.#why());
      await pause(Math.max(1, Math.min(pollMs, deadline - Date.now())));
    }
  }

  /** Why the job does not get on, in the queue's own words where it has any. */
  async #why(): Promise<JobReason> {
    const facts = await this.#queue.facts(questionLimitMs).catch(() => null);
    if (facts === null) return 'stalled';
    return reasonsOf(facts.state, facts.stateReasons)[0] ?? reasonOfSentence(facts.stateMessage) ?? 'stalled';
  }

  async #ended(id: number, reason: JobReason, job: JobFacts): Promise<LineError> {
    await this.#tidy(() => this.#queue.purge(id, questionLimitMs));
    return new LineError(reason, 0, { mayHaveLeft: job.hasStarted });
  }

  /** Only a job that CUPS never began with is proven unprinted; of one it began with nobody knows the bytes. */
  async #giveUp(id: number, reason: JobReason): Promise<LineError> {
    let hasStarted = true;
    await this.#tidy(async () => {
      const last = await this.#withdraw(id);
      hasStarted = last?.hasStarted ?? true;
    });
    return new LineError(reason, 0, { mayHaveLeft: hasStarted });
  }

  /** Cancels our job so that it cannot print later, waits until it has ended, removes its document. */
  async #withdraw(id: number): Promise<JobFacts | null> {
    const deadline = Date.now() + cancelLimitMs;
    await this.#queue.cancel(id, questionLimitMs);
    for (;;) {
      const job = await this.#queue.job(id, questionLimitMs);
      if (job === null) return null;
      if (job.state >= jobStates.canceled) {
        await this.#queue.purge(id, questionLimitMs);
        return job;
      }
      if (Date.now() >= deadline) throw new CupsTrouble('still-there', true);
      await pause(firstPollMs);
    }
  }

  /** Tidying up never changes what came of the job; what fails is told on the side. */
  async #tidy(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const why = error instanceof CupsTrouble ? error.why : 'unknown';
      this.#onLeftBehind({ queue: this.#queueName, why });
    }
  }
}

function refusalReason(status: number): JobReason {
  switch (status) {
    case statuses.notFound:
      return 'printer-unknown';
    case statuses.notAcceptingJobs:
      return 'paused';
    case statuses.busy:
      return 'busy';
    case statuses.forbidden:
    case statuses.notAuthenticated:
    case statuses.notAuthorized:
      return 'permission-denied';
    default:
      return 'printer-fault';
  }
}
