import { cleanText } from './text/clean.ts';

/** The end of a badge's life in words of the site. */
export interface ExpiryText {
  /** Day, month and year: `21 Nov 2027`. */
  readonly day: string;
  /** Time and day without the year: `17:00` and `21 Nov`. */
  readonly time: string;
  readonly shortDay: string;
}

/**
 * Writes an instant in a site's time zone. Always the Gregorian calendar and Latin digits, which a guard can compare
 * with a phone, and 24 hours unless the locale names a region with another habit. A time zone that the runtime does not
 * know becomes UTC and says so on the badge.
 */
export function expiryText(epochMs: number, dateLocale: string, timeZone: unknown): ExpiryText {
  const zone = usableZone(timeZone);
  const locale = usableLocale(dateLocale);
  const common = { calendar: 'gregory', numberingSystem: 'latn', timeZone: zone ?? 'UTC' } as const;
  const write = (options: Intl.DateTimeFormatOptions): string =>
    cleanText(formatter(locale, { ...common, ...options }).format(epochMs));
  const hours: Intl.DateTimeFormatOptions = locale.includes('-') ? {} : { hourCycle: 'h23' };
  const time = write({ hour: '2-digit', minute: '2-digit', ...hours });
  return {
    day: write({ day: 'numeric', month: 'short', year: 'numeric' }),
    time: zone === null ? `${time} UTC` : time,
    shortDay: write({ day: 'numeric', month: 'short' }),
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it, and a station needs the same few all day. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  if (formatters.size > 50) formatters.clear();
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

function usableZone(timeZone: unknown): string | null {
  if (typeof timeZone !== 'string' || timeZone === '' || timeZone.length > 60) return null;
  try {
    return formatter('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function usableLocale(dateLocale: string): string {
  try {
    return Intl.getCanonicalLocales(dateLocale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
