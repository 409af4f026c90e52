import { setTimeout as sleep } from 'node:timers/promises';

/** How patient a call is. All times in milliseconds. */
export interface RetryPolicy {
  readonly maxAttempts: number;
  /** After a time-out or without a network fewer attempts make sense: a person is waiting. */
  readonly maxOfflineAttempts: number;
  /** All pauses of one call together; a server that asks for more is told about to the caller instead. */
  readonly maxTotalWaitMs: number;
  readonly firstWaitMs: number;
}

export const usualRetryPolicy: RetryPolicy = {
  maxAttempts: 5,
  maxOfflineAttempts: 2,
  maxTotalWaitMs: 60_000,
  firstWaitMs: 500,
};

/** Time as the client sees it; tests pass their own. */
export interface Waiting {
  now(): number;
  /** Resolves after `ms`, or at once when the signal is aborted; never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to but not including 1. */
  random(): number;
}

export const realWaiting: Waiting = {
  now: () => Date.now(),
  wait: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
  random: () => Math.random(),
};

/** Doubling pause with jitter: half to one and a half times, so that many stations do not come back in step. */
export function backOffMs(attempt: number, firstWaitMs: number, random: number): number {
  return Math.round(firstWaitMs * 2 ** (attempt - 1) * (0.5 + random));
}

/**
 * The pause a server asks for, in milliseconds, or null when it names none: seconds, or a date (RFC 9110, 10.2.3).
 * A random share of up to one second comes on top, for the same reason as the jitter.
 */
export function retryAfterMs(header: string | undefined, nowMs: number, random: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  let ms: number;
  if (/^\d{1,9}(\.\d+)?$/.test(text)) ms = Number(text) * 1000;
  else if (/[a-z]{3}, /i.test(text)) ms = Date.parse(text) - nowMs;
  else return null;
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) + Math.round(random * 1000) : null;
}
