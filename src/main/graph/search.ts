import { holderFields } from './holders.ts';

/** A query over people: the path with its query, and whether it needs the advanced index. */
export interface PeopleQuery {
  readonly url: string;
  /** `$search` is refused without `ConsistencyLevel: eventual` (Graph concept page "search query parameter"). */
  readonly advanced: boolean;
}

const pageSize = 25;
/** Longest text looked for, in characters. A scanned payload or a pasted letter is no name. */
const maxTextLength = 100;

/** What was typed, ready to be looked for; null when there is nothing to look for. */
export function cleanSearchText(text: string): string | null {
  const clean = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return clean === '' ? null : clean.slice(0, maxTextLength).trimEnd();
}

/**
 * Looks for a name. `displayName` is matched word by word, the other fields from their beginning (same concept page).
 * Each clause stands in double quotes, with `"` and `\` inside escaped by a backslash; the whole is then URL-encoded.
 */
export function nameQuery(base: string, text: string): PeopleQuery {
  const term = text.replaceAll(/["\\]/g, (sign) => `\\${sign}`);
  const clauses = ['displayName', 'givenName', 'surname', 'userPrincipalName', 'mail'].map(
    (field) => `"${field}:${term}"`,
  );
  return { url: peopleUrl(base, '$search', clauses.join(' OR ')), advanced: true };
}

/**
 * Looks for an employee number, whole or from its beginning; null when the text cannot be one. Graph keeps at most
 * 16 characters (reference, user), and a number has a digit. A single quote in a filter is doubled.
 */
export function numberQuery(base: string, text: string): PeopleQuery | null {
  if (text.length > 16 || text.includes(' ') || text.includes('@') || !/\d/.test(text)) return null;
  const literal = text.replaceAll("'", "''");
  return { url: peopleUrl(base, '$filter', `startsWith(employeeId,'${literal}')`), advanced: false };
}

/** Whether the text is a whole sign-in name: then a direct read finds people whom the search index does not know yet. */
export function isSignInName(text: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text);
}

function peopleUrl(base: string, option: '$search' | '$filter', value: string): string {
  return `${base}/users?${option}=${encodeURIComponent(value)}&$select=${holderFields}&$top=${pageSize}`;
}
