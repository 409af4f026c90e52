import type { FailureFacts } from '../../shared/result.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * Writes one line about something that happened.
 *
 * `event` is a constant of ours such as `ipc.bug`. Facts are primitives only, so an answer, an error or a payload
 * cannot be passed by accident; what is passed is scrubbed all the same (scrub.ts). A log never throws and never
 * stops the caller: a line that cannot be written is dropped.
 */
export interface Log {
  debug(event: string, facts?: FailureFacts): void;
  info(event: string, facts?: FailureFacts): void;
  warn(event: string, facts?: FailureFacts): void;
  error(event: string, facts?: FailureFacts): void;
}

/** A log that keeps nothing, for tests and for the time before the real one is open. */
export const noLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
