/**
 * Ids of intents, jobs and batches: a letter and eleven base-36 digits, e.g. `j00m5k2c8q1z`. They sort by time, say nothing
 * about the secret, and are whole numbers in the database, where the newest always lands on the last page.
 */
export type IdKind = 'i' | 'j' | 'b';

/** Ids count milliseconds from here; 41 bits of them reach into 2094. */
const epochMs = Date.UTC(2025, 0, 1);
const perMs = 4096;
/** Leaves a billion ids above the last representable moment, so that counting on from there stays exact. */
const lastMs = 2 ** 41 - 2 ** 18;
const idText = /^([ijb])([0-9a-z]{11})$/;

export function idToText(kind: IdKind, id: number): string {
  return kind + id.toString(36).padStart(11, '0');
}

/** The number behind an id, or null when the text is none of ours. */
export function idFromText(kind: IdKind, text: string): number | null {
  const parts = idText.exec(text);
  if (parts === null || parts[1] !== kind || parts[2] === undefined) return null;
  const id = Number.parseInt(parts[2], 36);
  return Number.isSafeInteger(id) ? id : null;
}

/**
 * Gives ids that always grow, also when the clock is set back.
 *
 * @param last the highest id given out so far
 * @param draw a whole number from 0 to 4095; keeps two stations from giving the same id in the same millisecond
 */
export class IdSource {
  #last: number;
  readonly #draw: () => number;

  constructor(last: number, draw: () => number = () => Math.floor(Math.random() * perMs)) {
    this.#last = last;
    this.#draw = draw;
  }

  next(nowMs: number): number {
    const ms = Math.min(Math.max(0, Math.floor(nowMs) - epochMs), lastMs);
    this.#last = Math.max(ms * perMs + this.#draw(), this.#last + 1);
    return this.#last;
  }
}
