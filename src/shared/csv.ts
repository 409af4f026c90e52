/** Lets spreadsheets see that a table is UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * One cell by RFC 4180. Nothing is an empty cell and an empty text is `""`, so that whoever reads it back gets what was
 * there.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  // SECURITY: audit-export (docs/security.md). OWASP, CSV injection: a cell that starts so is a formula to a spreadsheet. The apostrophe makes it text; a text that
  // begins with one gets another, so that the first can always be taken off again.
  const safe = typeof value === 'string' && /^[=+\-@\t\r\n']/.test(text) ? `'${text}` : text;
  return safe === '' || /[",\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
