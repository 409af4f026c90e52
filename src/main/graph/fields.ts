import { parseInstant, toInstant, type Instant } from '../../shared/ids.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A JSON object, or null for anything else. */
export function asFields(value: unknown): Fields | null {
  return isFields(value) ? value : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of 1 to `max` characters, or null. */
export function asText(value: unknown, max = 500): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= max ? value : null;
}

/** An id in the one spelling we compare by: Graph sends GUIDs in upper and in lower case. */
export function asId(value: unknown): string | null {
  return asText(value, 200)?.toLowerCase() ?? null;
}

/** An instant, or null. Year 1 is Graph's word for "never" (0001-01-01T00:00:00Z). */
export function asInstant(value: unknown): Instant | null {
  const epochMs = parseInstant(value);
  return epochMs === null || epochMs < firstRealMs ? null : toInstant(epochMs);
}
const firstRealMs = Date.UTC(1900, 0, 1);

/** A whole number within limits, or null. */
export function asWhole(value: unknown, min: number, max: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

/**
 * Some pages of the reference wrap a single entity as `{"value": {…}}`, others show it bare. An entity of its own that
 * has an `id` is left alone.
 */
export function unwrap(value: unknown): Fields | null {
  const outer = asFields(value);
  if (outer === null || 'id' in outer) return outer;
  return asFields(outer['value']) ?? outer;
}

/** Bytes of a base64 text, standard or URL alphabet, with or without padding; null when it is none. */
export function asBase64(value: unknown): Uint8Array | null {
  if (typeof value !== 'string' || value.length === 0) return null;
  const plain = value
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(plain) || plain.length % 4 === 1) return null;
  return new Uint8Array(Buffer.from(plain, 'base64'));
}

/** The objects in a list; anything else in it is left out, because new kinds may appear at any time. */
export function listOf(value: unknown): readonly Fields[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const fields = asFields(item);
    return fields === null ? [] : [fields];
  });
}
