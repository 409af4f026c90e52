import { pino } from 'pino';
import type { FailureFacts } from '../../shared/result.ts';
import { RotatingFile } from './rotating-file.ts';
import { scrubFacts, scrubText } from './scrub.ts';
import type { Log, LogLevel } from './types.ts';

export interface LogOptions {
  /** `logs` in the user-data folder. Made if it is missing; only the station's own account may read it. */
  readonly dir: string;
  readonly level: LogLevel;
  readonly maxBytes?: number;
  readonly files?: number;
}

export interface OpenLog extends Log {
  /** The file being written, for "show the log" in the settings. */
  readonly file: string;
  /** Lines and file operations that failed; more than 0 means the log has holes. */
  readonly dropped: number;
  close(): void;
}

/**
 * Opens the station's log: JSON lines `{ level, time, event, facts }` in `logs/station.log`, at most 5 files of 2 MB.
 *
 * SECURITY: log-redaction (docs/security.md). Facts go through `scrubFacts` here, in the only place that writes, so no
 * caller can forget it.
 */
export function openLog(options: LogOptions): OpenLog {
  const file = new RotatingFile({
    dir: options.dir,
    name: 'station',
    maxBytes: options.maxBytes ?? 2_000_000,
    files: options.files ?? 5,
  });
  const logger = pino(
    {
      level: options.level,
      messageKey: 'event',
      // No host name and no process id: neither helps here, and the first names a person's computer.
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    file,
  );
  const writer = (level: LogLevel) => (event: string, facts?: FailureFacts) =>
    logger[level](facts === undefined ? {} : { facts: scrubFacts(facts) }, scrubText(event));
  return {
    debug: writer('debug'),
    info: writer('info'),
    warn: writer('warn'),
    error: writer('error'),
    file: file.file,
    get dropped() {
      return file.dropped;
    },
    close: () => file.close(),
  };
}
