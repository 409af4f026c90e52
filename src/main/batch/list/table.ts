import { CsvError, parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** One row of a table with the line of the file it begins on, from 1; null cells: the line cannot be read. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[] | null;
}

/** Longest file that is read, in bytes: a hundred thousand lines of staff. */
export const maxListBytes = 4 * 1024 * 1024;
const delimiters = ['\t', ';', ','] as const;
/** After so many broken lines it is no table but something else. */
const mostBroken = 200;
/** One record; a quote that is never closed would otherwise swallow the whole file. */
const maxRecordChars = 16_384;

/**
 * Text of a list: UTF-8, with or without a byte order mark, or UTF-16 with one, as spreadsheets write "Unicode text".
 * Anything else is refused: letters must not be guessed, because names and sign-in names are looked up by them.
 */
export function textOfList(bytes: Uint8Array): Result<string> {
  if (bytes.length > maxListBytes)
    return fail('list-too-long', { megabytes: Math.ceil(bytes.length / 1_048_576) });
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? fail('list-encoding') : ok(text);
  } catch {
    return fail('list-encoding');
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * Takes a table apart. The delimiter is the one the first line uses. A line whose quotes do not fit is told as such,
 * and reading goes on with the line after it, so that nobody further down is lost with it.
 */
export function rowsOf(text: string): Result<readonly TableRow[]> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const first = lines.find((line) => line.trim() !== '');
  if (first === undefined) return ok([]);
  const delimiter = delimiterOf(first);
  const rows: TableRow[] = [];
  let width = 0;
  let at = 0;
  for (let broken = 0; broken <= mostBroken; broken += 1) {
    const read = parseFrom(lines, at, delimiter, width);
    rows.push(...read.rows);
    width = Math.max(width, read.width);
    if (read.brokenAt === null) return ok(rows);
    rows.push({ line: read.brokenAt + 1, cells: null });
    at = read.brokenAt + 1;
  }
  return fail('list-broken', { line: at });
}

interface Stretch {
  readonly rows: readonly TableRow[];
  readonly width: number;
  /** Index of the line at which reading stopped; null at the end. */
  readonly brokenAt: number | null;
}

function parseFrom(lines: readonly string[], at: number, delimiter: string, knownWidth: number): Stretch {
  const rows: TableRow[] = [];
  let width = knownWidth;
  let next = at;
  const end = new Error('a record that swallowed others');
  try {
    parse(lines.slice(at).join('\n'), {
      delimiter,
      trim: true,
      relax_column_count: true,
      max_record_size: maxRecordChars,
      record_delimiter: '\n',
      on_record: (record: readonly string[], { lines: lastLine }) => {
        const start = next;
        // A cell may hold line breaks. But a quote too many swallows lines as well, and then the columns do not fit.
        if (at + lastLine - start > 1 && record.length !== width) throw end;
        next = at + lastLine;
        if (width === 0 && record.some((cell) => cell !== '')) width = record.length;
        rows.push({ line: start + 1, cells: record });
        return null;
      },
    });
    return { rows, width, brokenAt: null };
  } catch (error) {
    if (error !== end && !(error instanceof CsvError)) throw error;
    return { rows, width, brokenAt: next };
  }
}

/** The delimiter that stands most often outside quotes in the first line; a comma when none does. */
function delimiterOf(line: string): string {
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((sign) => ({ sign, count: bare.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
