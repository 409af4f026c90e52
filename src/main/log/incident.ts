import { randomInt } from 'node:crypto';

/** No 0 O 1 I L U: an incident is read out over the telephone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A name for one fault, such as `K7QX-4MPD`: on the screen, in the log, on the telephone. In two groups, so that it
 * never looks like a PIN and is never masked.
 */
export function newIncident(draw: (below: number) => number = (below) => randomInt(below)): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[draw(alphabet.length)]).join('');
  return `${group()}-${group()}`;
}
