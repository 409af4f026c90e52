import type { Dates } from './rules.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields | null {
  return isFields(value) ? value : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Start and expiry of a request, whole seconds; null unless both are ISO 8601 in UTC. */
export function datesOf(fields: Fields): Dates | null {
  const startMs = epochOf(fields['startDateTime']);
  const expireMs = epochOf(fields['expireDateTime']);
  return startMs === null || expireMs === null ? null : { startMs, expireMs };
}

function epochOf(value: unknown): number | null {
  const text = textOf(value);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text)) return null;
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? null : Math.floor(epochMs / 1000) * 1000;
}
