import type { FailureCode } from '../../shared/failure-codes.ts';
import type { Failure, FailureFacts } from '../../shared/result.ts';
import type { HttpAnswer } from '../net/door.ts';
import type { Endpoint } from './endpoints.ts';
import type { GraphError } from './errors.ts';
import type { CallTrace } from './types.ts';

/** How a call ended, after all its attempts. `outcome` is what is known about the write (rule R4). */
export type CallEnd =
  | { readonly ok: true; readonly answer: HttpAnswer; readonly json: unknown; readonly trace: CallTrace }
  | {
      readonly ok: false;
      readonly failure: Failure;
      readonly trace: CallTrace;
      readonly outcome: 'not-done' | 'unknown';
    };

/** What has happened so far within one call. */
export class Progress {
  attempts = 0;
  waitedMs = 0;
  status: number | null = null;
  requestId: string | null = null;
  readonly #endpoint: Endpoint;
  #clientRequestId = '';
  #mayBeDone = false;
  #graphCode: string | null = null;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  begin(clientRequestId: string): string {
    this.attempts += 1;
    this.#clientRequestId = clientRequestId;
    this.#graphCode = null;
    this.requestId = null;
    this.status = null;
    return clientRequestId;
  }

  noteError(error: GraphError): void {
    this.requestId ??= error.requestId;
    this.#graphCode = error.codes.at(-1) ?? null;
  }

  /** An attempt ended without a word: from now on a failure cannot mean "not done" any more. */
  maybeDone(): void {
    if (this.#endpoint.effect !== 'reads') this.#mayBeDone = true;
  }

  succeed(answer: HttpAnswer, json: unknown): CallEnd {
    return { ok: true, answer, json, trace: this.#trace() };
  }

  fail(code: FailureCode, facts: FailureFacts): CallEnd {
    const trace = this.#trace();
    const outcome = this.#mayBeDone ? 'unknown' : 'not-done';
    const failure: Failure = {
      code: this.#mayBeDone ? 'graph-outcome-unknown' : code,
      facts: {
        ...facts,
        ...(this.#mayBeDone ? { cause: code } : {}),
        call: this.#endpoint.name,
        status: trace.status,
        graphCode: this.#graphCode,
        clientRequestId: trace.clientRequestId,
        requestId: trace.requestId,
      },
    };
    return { ok: false, failure, trace, outcome };
  }

  #trace(): CallTrace {
    return {
      clientRequestId: this.#clientRequestId,
      requestId: this.requestId,
      status: this.status,
      attempts: this.attempts,
    };
  }
}
