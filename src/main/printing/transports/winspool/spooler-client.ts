import type { HelperProcess, StartHelper } from '../helper/helper-process.ts';
import {
  type SpoolerCall,
  type SpoolerReply,
  type SpoolerRequest,
  type SpoolerValue,
  isSpoolerReply,
} from './messages.ts';

/** A call of the spooler that failed or never came back. */
export class SpoolerTrouble extends Error {
  override readonly name = 'SpoolerTrouble';
  /** Number of GetLastError, or null when the helper had to be killed. */
  readonly code: number | null;

  constructor(code: number | null) {
    super(code === null ? 'no answer' : `error ${code}`);
    this.code = code;
  }
}

/**
 * Calls the spooler in a helper process. A call that does not come back in time (a network printer, a hung driver)
 * costs the helper, not the app; the next call gets a new one.
 */
export class SpoolerClient {
  readonly #start: StartHelper;
  #helper: HelperProcess | null = null;
  readonly #open = new Map<number, (reply: SpoolerReply | null) => void>();
  #lastId = 0;

  constructor(start: StartHelper) {
    this.#start = start;
  }

  /**
   * @param onJob told as soon as the spooler has given the document a number, before it is written
   * @throws {SpoolerTrouble}
   */
  ask<C extends SpoolerCall['call']>(
    call: SpoolerCall & { readonly call: C },
    timeoutMs: number,
    onJob: (jobId: number) => void = () => undefined,
  ): Promise<SpoolerValue & { readonly call: C }> {
    const helper = (this.#helper ??= this.#begin());
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          this.#drop(helper);
        },
        Math.max(1, timeoutMs),
      );
      this.#open.set(id, (reply) => {
        if (reply?.kind === 'spooler-job') return onJob(reply.jobId);
        clearTimeout(timer);
        this.#open.delete(id);
        if (reply?.ok === true && isAnswerTo(call.call, reply.value)) return resolve(reply.value);
        reject(new SpoolerTrouble(reply?.ok === false ? reply.error : null));
      });
      const request: SpoolerRequest = { kind: 'spooler', id, ...call };
      helper.post(request);
    });
  }

  close(): void {
    if (this.#helper) this.#drop(this.#helper);
  }

  #begin(): HelperProcess {
    const helper = this.#start();
    helper.onMessage((message) => {
      if (isSpoolerReply(message)) this.#open.get(message.id)?.(message);
    });
    helper.onExit(() => this.#drop(helper));
    return helper;
  }

  /** Everything under way in that helper is lost with it. */
  #drop(helper: HelperProcess): void {
    if (this.#helper !== helper) return;
    this.#helper = null;
    for (const settle of this.#open.values()) settle(null);
    helper.kill();
  }
}

function isAnswerTo<C extends SpoolerCall['call']>(
  call: C,
  value: SpoolerValue,
): value is SpoolerValue & { readonly call: C } {
  return value.call === call;
}
