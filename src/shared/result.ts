import type { FailureCode } from './failure-codes.ts';

/** Plain facts about a failure, safe to log and to show: never a payload, a PIN, a key or a token. */
export type FailureFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Normal trouble as a value. The words a person reads are looked up by `code` in the renderer's text room. */
export interface Failure {
  readonly code: FailureCode;
  readonly facts: FailureFacts;
}

/** What every use case and every IPC call answers: a value, or a failure that says why not. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Wraps a value as success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Makes a failure. `facts` must hold no secret: they go to the log as they are. */
export function fail(
  code: FailureCode,
  facts: FailureFacts = {},
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, facts } };
}

/** The end of an exhaustive `switch`: the compiler refuses a forgotten case, a running program reports it. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
}
