import { fail, type Failure } from '../../../shared/result.ts';

/** Primary SQLite result codes (sqlite.org/rescode.html); the upper bits of an extended code say more. */
const busy = 5;
const locked = 6;
const readOnly = 8;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;

const failureOf: Readonly<Record<number, 'spool-in-use' | 'spool-unwritable' | 'spool-corrupt'>> = {
  [busy]: 'spool-in-use',
  [locked]: 'spool-in-use',
  [readOnly]: 'spool-unwritable',
  [ioError]: 'spool-unwritable',
  [full]: 'spool-unwritable',
  [cannotOpen]: 'spool-unwritable',
  [corrupt]: 'spool-corrupt',
  [notADatabase]: 'spool-corrupt',
};

/** Thrown where a row cannot be what we wrote: an unknown state, text for a number. */
export class CorruptRow extends Error {
  constructor(column: string) {
    super(`The spool holds an unreadable value in column ${column}`);
    this.name = 'CorruptRow';
  }
}

/** Trouble met by a read that answers with plain values and so cannot say it otherwise. */
export class SpoolFault extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`The spool cannot be read: ${failure.code}`);
    this.name = 'SpoolFault';
    this.failure = failure;
  }
}

/**
 * Turns what SQLite or the file system threw into a failure, or null when it is a bug of ours. SQLite's own message is
 * left out: it may quote values.
 */
export function failureFrom(error: unknown): Failure | null {
  if (error instanceof SpoolFault) return error.failure;
  if (error instanceof CorruptRow) return fail('spool-corrupt', { why: 'row' }).failure;
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') {
    const code = failureOf[error.errcode & 0xff];
    return code === undefined ? null : fail(code, { sqlite: error.errcode }).failure;
  }
  // The binding's words (1.2.1) for a number that no JavaScript number can hold; we never wrote one.
  if (error.message.startsWith('Value is too large to be represented')) {
    return fail('spool-corrupt', { why: 'number' }).failure;
  }
  // Node's file system errors: EACCES, EROFS, ENOSPC, EISDIR, ENOTDIR …
  if ('syscall' in error && 'code' in error && typeof error.code === 'string') {
    return fail('spool-unwritable', { cause: error.code }).failure;
  }
  return null;
}
