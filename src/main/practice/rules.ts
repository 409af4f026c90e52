import type { CodeRecord } from './records.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface Dates {
  readonly startMs: number;
  readonly expireMs: number;
}

export function isActiveAt(code: CodeRecord | null, nowMs: number): boolean {
  return code !== null && code.expireMs > nowMs;
}

/**
 * The service's limits: standard 1 to 395 days, temporary up to 12 hours. The documented minimum of one hour for the
 * temporary code was seen not to be enforced, so only an expiry after the start is asked for.
 */
export function lifetimeFits(kind: 'standard' | 'temporary', dates: Dates): boolean {
  const length = dates.expireMs - dates.startMs;
  return kind === 'standard' ? length >= dayMs && length <= 395 * dayMs : length > 0 && length <= 12 * hourMs;
}

/**
 * Why a PIN is refused, as the code of the answer, or null. The rules as Microsoft words them, which are weaker than
 * the ones the app draws by: digits only, long enough, no whole row of digits up or down, no repetition of a group of
 * two or three digits from start to end. The code for a bad pattern is not documented; `invalidPin` is our guess.
 */
export function pinRefusal(pin: string, minLength: number): 'pinTooShort' | 'invalidPin' | null {
  if (!/^\d{1,20}$/.test(pin) || pin.length < minLength) return 'pinTooShort';
  const isRow = pin.includes('0123456789') || pin.includes('9876543210');
  return isRow || /^(\d{2,3})\1+$/.test(pin) ? 'invalidPin' : null;
}
