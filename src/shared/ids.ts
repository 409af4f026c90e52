/** ISO 8601 date and time in UTC with a trailing Z, e.g. `2026-11-21T08:00:00.000Z`. */
export type Instant = string;

/** Milliseconds since 1970 to an ISO 8601 instant in UTC. */
export function toInstant(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

/** Epoch milliseconds of an ISO 8601 date, or null when it is none. Seven fractional digits are accepted (Graph sends them). */
export function parseInstant(text: unknown): number | null {
  if (typeof text !== 'string' || text.length > 40) return null;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/i.test(text)) return null;
  // Without a zone the text means UTC: Graph's inner errors leave the Z away, and local time would be a guess.
  const zoned = /(Z|[+-]\d{2}:\d{2})$/i.test(text) ? text : `${text}Z`;
  const epochMs = Date.parse(zoned.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(epochMs) ? null : epochMs;
}
