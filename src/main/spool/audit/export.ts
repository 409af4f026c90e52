import type { ChainStart } from './chain.ts';
import type { AuditEntry } from '../types.ts';

export type ExportFormat = 'csv' | 'json';

const columns = ['seq', 'at', 'event', 'intentId', 'jobId', 'operator', 'facts', 'prevHash', 'hash'] as const;

/** One cell by RFC 4180. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  // OWASP, CSV injection: a cell that starts so is a formula to a spreadsheet. The apostrophe makes it text.
  const safe = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The trail as CSV, oldest first, one line at a time. The mark in front lets spreadsheets see that it is UTF-8. */
export function* auditCsv(entries: Iterable<AuditEntry>): IterableIterator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`;
  for (const entry of entries) {
    const cells = columns.map((column) =>
      cell(column === 'facts' ? JSON.stringify(entry.facts) : entry[column]),
    );
    yield `${cells.join(',')}\r\n`;
  }
}

/**
 * The trail as JSON, oldest first, piece by piece. `start` and `head` let anybody verify it with the rule in audit.ts
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
