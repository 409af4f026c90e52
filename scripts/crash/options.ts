import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export interface CrashOptions {
  readonly kills: number;
  /** Chooses where to kill; the moments within the app are its own. */
  readonly seed: number;
  /** Stations killed side by side, each with a folder, a tenant and a printer of its own. */
  readonly stations: number;
}

export const usage = 'npm run crash -- [--kills 60] [--seed S] [--stations 2]';

/** Reads the command line. Throws an error whose message is a sentence for the person at the keyboard. */
export function readOptions(args: readonly string[]): CrashOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '60' },
      seed: { type: 'string', default: String(randomInt(1_000_000)) },
      stations: { type: 'string', default: '2' },
    },
  });
  return {
    kills: wholeNumber('--kills', values.kills, 1, 1_000_000),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    stations: wholeNumber('--stations', values.stations, 1, 8),
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`${name} wants a whole number from ${least} to ${most}, not "${text}".`);
}
