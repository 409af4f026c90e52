import { byteOrderMark } from '../../../shared/csv.ts';
import { columns } from './export.ts';

/** A cell as it stood in the table; null = nothing between the commas. */
type Cell = string | null;

/**
 * Reads a table that export.ts wrote, and nothing else: one object per line, with its cells as text. Null when it is no
 * table of ours or was cut within a line. A spreadsheet that saved it again has changed dates and quotes; then entries
 * no longer match their hashes, and that is said.
 */
export function readAuditCsv(text: string): readonly Readonly<Record<string, Cell>>[] | null {
  const body = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const lines = cellsOf(body);
  const [head, ...rows] = lines ?? [];
  if (head === undefined || head.join(',') !== columns.join(',')) return null;
  if (rows.some((row) => row.length !== columns.length)) return null;
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));
}

/** RFC 4180, with the difference between nothing and an empty text kept, and the guard's apostrophe taken off. */
function cellsOf(text: string): readonly (readonly Cell[])[] | null {
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  // A cell and what ends it. Sticky, so that nothing is skipped.
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) return null;
    const [, quoted, plain = '', ending] = found;
    line.push(quoted === undefined ? nothingOr(plain) : withoutGuard(quoted.replaceAll('""', '"')));
    if (ending === ',') {
      // A table of ours never ends with a comma.
      if (pattern.lastIndex === text.length) return null;
      continue;
    }
    lines.push(line);
    line = [];
  }
  return text.endsWith('\n') ? lines : null;
}

function nothingOr(plain: string): Cell {
  return plain === '' ? null : plain;
}

function withoutGuard(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}
