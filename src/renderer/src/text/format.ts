import type { CodeKind } from '../../../shared/credential/kinds.ts';
import type { Count } from './types.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Dates, times and numbers in the language of the window and the time zone of the station. */
export interface Formats {
  readonly language: string;
  readonly timeZone: string;
  /** `Sat 21 Nov 2026, 17:00`; the instant as it is when it cannot be read. */
  readonly dateTime: (instant: string) => string;
  /** `21 Nov 2026, 17:00:31` */
  readonly toTheSecond: (instant: string) => string;
  /** `21 Nov 2026` */
  readonly date: (instant: string) => string;
  /** `17:00` */
  readonly time: (instant: string) => string;
  /** `17:00` when that is the same day as now, else date and time. */
  readonly shortTime: (instant: string, nowMs: number) => string;
  /** When a code ends: a day for a badge, a time for a temporary code. */
  readonly expiry: (instant: string, kind: CodeKind, nowMs: number) => string;
  /** `3 hours ago`, `in 2 days` */
  readonly relative: (instant: string, nowMs: number) => string;
  readonly number: (value: number) => string;
  /** `Front desk and Gate 2` */
  readonly list: (names: readonly string[]) => string;
  readonly count: (value: number) => Count;
}

/** Makes the formatters; an unknown time zone or language tag falls back to what the system uses, never throws. */
export function createFormats(locale: string, timeZone: string): Formats {
  const zone = isTimeZone(timeZone) ? { timeZone } : {};
  const language = isLocale(locale) ? locale : 'en';
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  const toTheSecond = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    ...zone,
  });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...zone });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', ...zone });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const number = new Intl.NumberFormat(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const write = (format: Intl.DateTimeFormat, instant: string): string => {
    const at = Date.parse(instant);
    return Number.isNaN(at) ? instant : format.format(at);
  };
  const shortTime = (instant: string, nowMs: number) =>
    write(date, instant) === date.format(nowMs) ? write(time, instant) : write(dateTime, instant);
  return {
    language,
    timeZone: dateTime.resolvedOptions().timeZone,
    dateTime: (instant) => write(dateTime, instant),
    toTheSecond: (instant) => write(toTheSecond, instant),
    date: (instant) => write(date, instant),
    time: (instant) => write(time, instant),
    shortTime,
    expiry: (instant, kind, nowMs) =>
      kind === 'standard' ? write(date, instant) : shortTime(instant, nowMs),
    relative: (instant, nowMs) => {
      const distance = Date.parse(instant) - nowMs;
      if (Number.isNaN(distance)) return instant;
      const size = Math.abs(distance);
      if (size < hourMs) return relative.format(Math.trunc(distance / minuteMs), 'minute');
      if (size < dayMs) return relative.format(Math.trunc(distance / hourMs), 'hour');
      return relative.format(Math.trunc(distance / dayMs), 'day');
    },
    number: (value) => number.format(value),
    list: (names) => list.format(names),
    count: (value) => ({ n: value, text: number.format(value) }),
  };
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isLocale(locale: string): boolean {
  try {
    return new Intl.Locale(locale).language !== '';
  } catch {
    return false;
  }
}
