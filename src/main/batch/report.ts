import type { BatchLineView } from '../../shared/ipc/batch.ts';
import { byteOrderMark, csvCell } from '../../shared/csv.ts';

const columns = ['line', 'entry', 'holder', 'operation', 'state', 'reason', 'badge'] as const;

/**
 * What became of everybody on the list, as a table for a spreadsheet. Names and sign-in names as the list gave them;
 * nothing of a code or a PIN is in it, because nothing of them is in a line.
 */
export function reportCsv(lines: Iterable<BatchLineView>): string {
  let text = `${byteOrderMark}${columns.join(',')}\r\n`;
  for (const { line, entry, holderName, operation, state, reason, badge } of lines) {
    const cells = [line, entry, holderName, operation, state, reason, badge].map(csvCell);
    text += `${cells.join(',')}\r\n`;
  }
  return text;
}
