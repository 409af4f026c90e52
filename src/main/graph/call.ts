import type { FailureCode } from '../../shared/failure-codes.ts';
import { assertNever, type FailureFacts } from '../../shared/result.ts';
import type { HttpAnswer, HttpDoor, HttpOutcome, HttpTrouble } from '../net/door.ts';
import type { TokenSource } from '../auth/types.ts';
import { timeouts, type Endpoint } from './endpoints.ts';
import { failureCode } from './errors.ts';
import { Progress, type CallEnd } from './progress.ts';
import {
  backOffMs,
  realWaiting,
  retryAfterMs,
  usualRetryPolicy,
  type RetryPolicy,
  type Waiting,
} from './retry.ts';
import { CallTokens } from './tokens.ts';
import type { CallOptions, CallWait } from './types.ts';
import { judge } from './verdict.ts';

export interface GraphOptions {
  readonly door: HttpDoor;
  readonly tokens: TokenSource;
  /** Address with version and without a slash at the end, e.g. `https://graph.microsoft.com/v1.0`. */
  readonly base: string;
  readonly scopes: readonly string[];
  readonly randomUUID: () => string;
  readonly waiting?: Waiting;
  readonly retry?: RetryPolicy;
  /** Who is signed in; lets refusals of one operator be told apart by what else they may do (role-sense.ts). */
  readonly operatorId?: () => string | null;
}

export interface CallRequest {
  readonly endpoint: Endpoint;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** An answer without JSON is of no use, so a read is tried again. Default true for reads. */
  readonly needsJson?: boolean;
  readonly options?: CallOptions | undefined;
}

/** Sends Graph calls: token, attempts, pauses, claims challenges, and the exact word on what is known afterwards. */
export class GraphCaller {
  /** Server clock minus ours in milliseconds, right to about a second (the Date header has no fractions). */
  clockSkewMs: number | null = null;
  readonly #options: GraphOptions;
  readonly #waiting: Waiting;
  readonly #retry: RetryPolicy;
  readonly #tokens: CallTokens;

  constructor(options: GraphOptions) {
    this.#options = options;
    this.#waiting = options.waiting ?? realWaiting;
    this.#retry = options.retry ?? usualRetryPolicy;
    this.#tokens = new CallTokens(options.tokens, options.scopes);
  }

  async call(request: CallRequest): Promise<CallEnd> {
    const { endpoint, options } = request;
    const progress = new Progress(endpoint);
    let token = await this.#tokens.first();
    let triedFreshToken = false;
    let answeredChallenge = false;

    for (;;) {
      if (!token.ok) return progress.fail(token.failure.code, token.failure.facts);
      const verdict = judge(await this.#attempt(request, token.value, progress), endpoint);
      let pause: Pause | null = null;

      switch (verdict.kind) {
        case 'answer':
          if (isUsable(verdict.json, verdict.answer, request)) {
            return progress.succeed(verdict.answer, verdict.json);
          }
          progress.maybeDone();
          pause = { reason: 'unavailable', orElse: 'graph-bad-answer', facts: { reason: 'no-json' } };
          break;
        case 'refused': {
          progress.noteError(verdict.error);
          const code = failureCode(verdict.status, verdict.error, endpoint);
          if (code !== 'graph-token-refused') return progress.fail(code, {});
          this.#tokens.suspect();
          // R4 lets a creating call be repeated after a claims challenge or a 429, and after nothing else.
          if (triedFreshToken || endpoint.effect === 'creates') return progress.fail(code, {});
          triedFreshToken = true;
          token = await this.#tokens.first();
          break;
        }
        case 'challenge':
          progress.noteError(verdict.error);
          // A second challenge after fresh claims means that the claims do not help: asking on would never end.
          if (answeredChallenge) return progress.fail('graph-claims-challenge', {});
          answeredChallenge = true;
          token = await this.#tokens.withClaims(verdict.claims, options?.interactive !== false);
          break;
        case 'throttled': {
          progress.noteError(verdict.error);
          const { retryAfter } = verdict;
          const facts = { retryAfterMs: retryAfterMs(retryAfter, this.#waiting.now(), 0) };
          pause = { reason: 'throttled', retryAfter, orElse: 'graph-throttled', facts };
          break;
        }
        case 'unclear':
          progress.noteError(verdict.error);
          progress.maybeDone();
          if (verdict.status < 400) return progress.fail('graph-bad-answer', { reason: 'redirect' });
          if (endpoint.effect === 'creates') return progress.fail('graph-unavailable', {});
          pause = { reason: 'unavailable', retryAfter: verdict.retryAfter, orElse: 'graph-unavailable' };
          break;
        case 'trouble': {
          const { kind, sent } = verdict.trouble;
          if (sent === 'maybe') progress.maybeDone();
          const maxAttempts = this.#attemptsAfter(verdict.trouble, endpoint);
          pause = { reason: 'offline', maxAttempts, orElse: troubleCodes[kind], facts: { trouble: kind } };
          break;
        }
        default:
          assertNever(verdict);
      }
      if (pause !== null && !(await this.#pause(pause, progress, options))) {
        return progress.fail(pause.orElse, pause.facts ?? {});
      }
      if (options?.signal?.aborted === true) return progress.fail('cancelled', {});
    }
  }

  async #attempt(request: CallRequest, token: string, progress: Progress): Promise<HttpOutcome> {
    const { endpoint, options } = request;
    const clientRequestId = progress.begin(this.#options.randomUUID());
    const outcome = await this.#options.door.send({
      method: endpoint.method,
      url: request.url,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        'client-request-id': clientRequestId,
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...request.headers,
      },
      timeoutMs: endpoint.effect === 'reads' ? timeouts.read : timeouts.write,
      once: endpoint.effect === 'creates',
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(options?.signal ? { signal: options.signal } : {}),
    });
    if (outcome.ok) this.#note(outcome.answer, progress);
    return outcome;
  }

  #note(answer: HttpAnswer, progress: Progress): void {
    progress.status = answer.status;
    progress.requestId = answer.headers['request-id'] ?? progress.requestId;
    const serverMs = Date.parse(answer.headers['date'] ?? '');
    if (!Number.isNaN(serverMs)) this.clockSkewMs = serverMs - this.#waiting.now();
  }

  /** Attempts allowed after this trouble; 1 means none more. */
  #attemptsAfter(trouble: HttpTrouble, endpoint: Endpoint): number {
    if (endpoint.effect === 'creates') return 1;
    if (trouble.kind === 'reset') return this.#retry.maxAttempts;
    return trouble.kind === 'offline' || trouble.kind === 'timeout' ? this.#retry.maxOfflineAttempts : 1;
  }

  /** Waits before the next attempt; false when there shall be none. */
  async #pause(pause: Pause, progress: Progress, options: CallOptions | undefined): Promise<boolean> {
    const attempt = progress.attempts;
    if (attempt >= (pause.maxAttempts ?? this.#retry.maxAttempts)) return false;
    const clock = this.#waiting;
    const waitMs =
      retryAfterMs(pause.retryAfter, clock.now(), clock.random()) ??
      backOffMs(attempt, this.#retry.firstWaitMs, clock.random());
    if (progress.waitedMs + waitMs > this.#retry.maxTotalWaitMs) return false;
    progress.waitedMs += waitMs;
    try {
      options?.onWait?.({ waitMs, reason: pause.reason, attempt: attempt + 1 });
    } catch {
      // A listener that fails must not change what happens to a credential.
    }
    await this.#waiting.wait(waitMs, options?.signal);
    return true;
  }
}

/**
 * Whether a 2xx can be worked with, or is worth another attempt. A body that is no JSON is not Graph's: a proxy's page
 * proves nothing about the write. Creating calls are never repeated for that; their callers look for the secret.
 */
function isUsable(json: unknown, answer: HttpAnswer, { endpoint, needsJson }: CallRequest): boolean {
  switch (endpoint.effect) {
    case 'reads':
      return json !== undefined || needsJson === false;
    case 'repeatable':
      return json !== undefined || answer.body.length === 0;
    case 'creates':
      return true;
  }
}

/** A wish to try again after a while, and how the call ends when it may not. */
interface Pause {
  readonly reason: CallWait['reason'];
  readonly retryAfter?: string | undefined;
  readonly maxAttempts?: number;
  readonly orElse: FailureCode;
  readonly facts?: FailureFacts;
}

const troubleCodes: Readonly<Record<HttpTrouble['kind'], FailureCode>> = {
  offline: 'graph-offline',
  timeout: 'graph-offline',
  reset: 'graph-offline',
  tls: 'connection-untrusted',
  'too-large': 'graph-bad-answer',
  cancelled: 'cancelled',
  'host-refused': 'graph-host-refused',
};
