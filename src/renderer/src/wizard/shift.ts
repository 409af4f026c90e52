import { temporaryHoursRange } from '../../../shared/credential/lifetimes.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Lengths of a shift that are offered as buttons, in hours. */
export const shiftHours = [4, 8, 10, 12] as const;

/** The wall clock of a time zone as `HH:MM`; the form `<input type="time">` speaks. */
export function wallClock(atMs: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return format.format(atMs);
}

/**
 * Hours from now until a wall-clock time is next reached in the station's time zone, or null when the text is no time
 * or lies outside what a temporary code may live (1 to 12 hours). Right also in the nights when clocks change.
 */
export function hoursUntil(endTime: string, nowMs: number, timeZone: string): number | null {
  const wanted = minutesOf(endTime);
  const now = minutesOf(wallClock(nowMs, timeZone));
  if (wanted === null || now === null) return null;
  const nowMinuteMs = Math.floor(nowMs / minuteMs) * minuteMs;
  const forward = (wanted - now + 24 * 60) % (24 * 60);
  const guess = nowMinuteMs + forward * minuteMs;
  // When the clocks change in between, the guess is an hour off; what the wall shows then corrects it.
  const shown = minutesOf(wallClock(guess, timeZone)) ?? wanted;
  let drift = wanted - shown;
  if (drift > 12 * 60) drift -= 24 * 60;
  if (drift < -12 * 60) drift += 24 * 60;
  const hours = (guess + drift * minuteMs - nowMs) / hourMs;
  return hours >= temporaryHoursRange.min && hours <= temporaryHoursRange.max ? hours : null;
}

function minutesOf(time: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}
