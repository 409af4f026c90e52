import { byteOrderMark, csvCell } from '../../../shared/csv.ts';
import type { ChainStart } from './chain.ts';
import type { AuditEntry } from '../types.ts';

export type ExportFormat = 'csv' | 'json';

/** The columns of the table, in order. */
export const columns = [
  'seq',
  'at',
  'event',
  'intentId',
  'jobId',
  'operator',
  'facts',
  'prevHash',
  'hash',
] as const;

/** The part of the log an export needs. */
export interface ExportSource {
  start(): ChainStart;
  head(): ChainStart;
  entries(): Iterable<AuditEntry>;
}

/** The trail as it stands now; entries that are added while it is being written are not in it. */
export function exportOf(source: ExportSource, format: ExportFormat): IterableIterator<string> {
  const [start, head] = [source.start(), source.head()];
  const entries = upTo(source.entries(), head.seq);
  return format === 'csv' ? auditCsv(entries) : auditJson(entries, start, head);
}

/** Entries up to a number, that one included. */
export function* upTo(entries: Iterable<AuditEntry>, lastSeq: number): Generator<AuditEntry, void> {
  for (const entry of entries) {
    if (entry.seq > lastSeq) return;
    yield entry;
  }
}

/** The trail as CSV, oldest first, one line at a time. */
export function* auditCsv(entries: Iterable<AuditEntry>): IterableIterator<string> {
  yield `${byteOrderMark}${columns.join(',')}\r\n`;
  for (const entry of entries) {
    const cells = columns.map((column) =>
      csvCell(column === 'facts' ? JSON.stringify(entry.facts) : entry[column]),
    );
    yield `${cells.join(',')}\r\n`;
  }
}

/**
 * The trail as JSON, oldest first, piece by piece. `start` and `head` let anybody verify it with the rule in chain.ts
 * (SHA-256 over RFC 8785 JSON), and a kept `head` shows later whether entries were cut off.
 */
export function* auditJson(
  entries: Iterable<AuditEntry>,
  start: ChainStart,
  head: ChainStart,
): IterableIterator<string> {
  yield `{"format":"badge-station-audit/1","start":${JSON.stringify(start)},"head":${JSON.stringify(head)},"entries":[`;
  let comma = '';
  for (const entry of entries) {
    yield `${comma}\n${JSON.stringify(entry)}`;
    comma = ',';
  }
  yield '\n]}\n';
}
