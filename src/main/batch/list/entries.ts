import { type LineNote, maxBatchLines } from '../../../shared/credential/batch.ts';
import { holdsMarker } from '../../../shared/credential/payload.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type KeyKind, keyKinds, keyOfHeading } from './columns.ts';
import { rowsOf, type TableRow } from './table.ts';

/** Everything a line says about whom it means. At least one of them is there. */
export type Keys = Readonly<Partial<Record<KeyKind, string>>>;

/** One line of a list: whom it means, or why that cannot be said. */
export interface ListEntry {
  /** From 1. */
  readonly line: number;
  /** What to show: the line's keys as they stand there. */
  readonly text: string;
  readonly keys: Keys;
  readonly trouble: LineNote | null;
}

const longestShown = 120;

/**
 * The people a table names. Its first line that is not empty names the columns: employee number, sign-in name, name.
 * A table of one column may do without a heading when each line is a sign-in name or an employee number.
 *
 * Failures: `list-columns` (no column, or two for the same thing), `list-too-long`, `list-broken`.
 */
export function entriesOf(text: string): Result<readonly ListEntry[]> {
  const rows = rowsOf(text);
  if (!rows.ok) return rows;
  const filled = rows.value.filter(({ cells }) => cells === null || cells.some((cell) => cell !== ''));
  const head = filled.find(({ cells }) => cells !== null);
  if (head === undefined) return fail('list-columns', { found: '' });
  const columns = columnsOf(head.cells ?? []);
  if (columns === null) return fail('list-columns', { found: shown(head.cells ?? []) });
  const isHeadless = columns.size === 0;
  if (isHeadless && !filled.every(({ cells }) => cells === null || cells.length === 1))
    return fail('list-columns', { found: shown(head.cells ?? []) });
  const people = isHeadless ? filled : filled.filter((row) => row !== head);
  if (people.length > maxBatchLines)
    return fail('list-too-long', { lines: people.length, most: maxBatchLines });
  return ok(people.map((row) => (isHeadless ? bareEntry(row) : entryOf(row, columns))));
}

/** Which column holds what; empty when no heading is known, null when two columns claim to be the same. */
function columnsOf(cells: readonly string[]): ReadonlyMap<KeyKind, number> | null {
  const columns = new Map<KeyKind, number>();
  for (const [at, cell] of cells.entries()) {
    const kind = keyOfHeading(cell);
    if (kind === null) continue;
    if (columns.has(kind)) return null;
    columns.set(kind, at);
  }
  return columns;
}

function entryOf({ line, cells }: TableRow, columns: ReadonlyMap<KeyKind, number>): ListEntry {
  if (cells === null) return { line, text: '', keys: {}, trouble: 'line-unreadable' };
  const keys: Partial<Record<KeyKind, string>> = {};
  for (const kind of keyKinds) {
    const at = columns.get(kind);
    const value = at === undefined ? '' : (cells[at] ?? '').trim();
    if (value !== '') keys[kind] = value;
  }
  const text = shown(Object.values(keys));
  // A sign-in name without an @ or a number of a hundred letters is somebody's slip, and no key to look for.
  if (Object.entries(keys).some(([kind, value]) => !canBe(kind, value)))
    return { line, text, keys, trouble: 'line-unreadable' };
  const hasKey = Object.keys(keys).length > 0;
  return { line, text: hasKey ? text : shown(cells), keys, trouble: hasKey ? null : 'line-without-key' };
}

function bareEntry({ line, cells }: TableRow): ListEntry {
  const text = (cells?.[0] ?? '').trim();
  const kind = text.includes('@') ? 'upn' : 'number';
  const isFit = canBe(kind, text) && (kind === 'upn' || /\d/.test(text));
  return {
    line,
    text: shown([text]),
    keys: isFit ? { [kind]: text } : {},
    trouble: isFit ? null : 'line-unreadable',
  };
}

/** Sizes and forms: employee numbers have at most 16 characters (Microsoft Graph reference, user). */
function canBe(kind: string, value: string): boolean {
  if (/\p{Cc}/u.test(value) || holdsMarker(value)) return false;
  switch (kind) {
    case 'upn':
      return /^[^@\s/\\?]{1,120}@[^@\s/\\?]{1,120}$/.test(value);
    case 'number':
      return /^[^\s@]{1,16}$/.test(value);
    default:
      return value.length <= 100;
  }
}

function shown(cells: readonly string[]): string {
  const text = cells
    .filter((cell) => cell !== '')
    .join(' · ')
    .replaceAll(/\p{Cc}+/gu, ' ');
  // SECURITY: scanned-codes (docs/security.md). A badge scanned into a list is neither shown nor stored.
  if (holdsMarker(text)) return '';
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
