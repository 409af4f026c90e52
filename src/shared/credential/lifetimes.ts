import type { CodeKind } from './kinds.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * Lifetimes Microsoft Entra allows: standard 1 to 395 days counted from the start, temporary 1 to 12 hours
 * (Microsoft Graph reference, resource type qrCode).
 */
export const lifetimeLimits = {
  standard: { minMs: dayMs, maxMs: 395 * dayMs },
  temporary: { minMs: hourMs, maxMs: 12 * hourMs },
} as const;

export const standardDaysRange = { min: 1, max: 395, usual: 365 } as const;
export const temporaryHoursRange = { min: 1, max: 12, usual: 8 } as const;

/** How long the operator wants a code to live; whole days or whole hours, as the wizard asks for them. */
export type Lifetime =
  | { readonly kind: 'standard'; readonly days: number }
  | { readonly kind: 'temporary'; readonly hours: number };

export interface PlannedDates {
  readonly startMs: number;
  readonly expireMs: number;
}

/** The lifetime in milliseconds, or null when it lies outside what the directory allows. */
export function lifetimeMs(lifetime: Lifetime): number | null {
  const wanted = lifetime.kind === 'standard' ? lifetime.days * dayMs : lifetime.hours * hourMs;
  const limits = lifetimeLimits[lifetime.kind];
  return Number.isFinite(wanted) && wanted >= limits.minMs && wanted <= limits.maxMs ? wanted : null;
}

/**
 * Start and expiry to ask Graph for.
 *
 * The start is `nowMs` cut to whole seconds. The expiry gets a distinctive second (`markSecond`, 0 to 59, drawn at
 * random per intent) so that a write whose answer was lost can be recognised as ours when the directory is read
 * again. At the upper limit the expiry stays a minute below it, because the service's clock decides, not ours.
 */
export function planDates(lifetime: Lifetime, nowMs: number, markSecond: number): PlannedDates | null {
  const length = lifetimeMs(lifetime);
  if (length === null || !Number.isInteger(markSecond) || markSecond < 0 || markSecond > 59) return null;
  const startMs = Math.floor(nowMs / 1000) * 1000;
  const limits = lifetimeLimits[lifetime.kind];
  const wholeMinute = Math.ceil((startMs + length) / minuteMs) * minuteMs;
  let expireMs = wholeMinute + markSecond * 1000;
  // A whole minute is taken off at a time, so the mark survives.
  while (expireMs - startMs > limits.maxMs - minuteMs) expireMs -= minuteMs;
  while (expireMs - startMs < limits.minMs) expireMs += minuteMs;
  return { startMs, expireMs };
}

/** The latest expiry an existing standard code may be moved to: 395 days after its own start, less a minute. */
export function latestExtension(startsAtMs: number): number {
  return startsAtMs + lifetimeLimits.standard.maxMs - minuteMs;
}

/** Whether two instants are the same to the second; the service may add or drop fractions. */
export function sameSecond(aMs: number, bMs: number): boolean {
  return Math.floor(aMs / 1000) === Math.floor(bMs / 1000);
}

/** The lifetime kind an operation's code has. */
export function defaultLifetime(
  kind: CodeKind,
  defaults: { standardDays: number; temporaryHours: number },
): Lifetime {
  return kind === 'standard'
    ? { kind, days: defaults.standardDays }
    : { kind, hours: defaults.temporaryHours };
}
