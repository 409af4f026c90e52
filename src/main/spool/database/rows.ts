import { CorruptRow } from './faults.ts';
import type { Row } from './connection.ts';

/** Readers for values that come out of the file. What we never wrote is reported as corruption, not guessed at. */

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new CorruptRow(column);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function wholeOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new CorruptRow(column);
  return value;
}

export function wholeOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : wholeOf(row, column);
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new CorruptRow(column);
  return value;
}

export function bytesOrNull(row: Row, column: string): Uint8Array | null {
  return row[column] === null ? null : bytesOf(row, column);
}

/** One of the known words; an unknown one is from a newer version or a broken page, and neither may be guessed. */
export function wordOf<T extends string>(words: readonly T[], row: Row, column: string): T {
  const value = textOf(row, column);
  const word = words.find((each) => each === value);
  if (word === undefined) throw new CorruptRow(column);
  return word;
}

export function wordOrNull<T extends string>(words: readonly T[], row: Row, column: string): T | null {
  return row[column] === null ? null : wordOf(words, row, column);
}

export function jsonOf(row: Row, column: string): unknown {
  try {
    return JSON.parse(textOf(row, column));
  } catch (error) {
    if (error instanceof SyntaxError) throw new CorruptRow(column);
    throw error;
  }
}

/** The most closed operations that are shown at once. */
export const maxHistory = 1000;

/** A number of rows somebody asked for, brought into bounds; what is no number asks for none. */
export function rowCount(limit: number, most: number): number {
  return Number.isNaN(limit) ? 0 : Math.max(0, Math.min(Math.floor(limit), most));
}
