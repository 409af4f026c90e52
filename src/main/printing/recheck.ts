/** Waits between two looks at a printer in trouble: soon at first, for somebody is mending it, then seldom. */
const usualWaitsMs: readonly number[] = [2000, 3000, 5000, 10_000, 30_000];

/**
 * Looks again at printers that are in trouble, so that "load a roll, the badge prints by itself" is true: the spool wakes
 * when the printer's mood changes. Printers without trouble are left alone.
 */
export class Rechecks {
  readonly #look: (printerId: string) => Promise<boolean>;
  readonly #waitsMs: readonly number[];
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #rounds = new Map<string, number>();
  #closed = false;

  /** @param look asks the printer; true = still in trouble */
  constructor(look: (printerId: string) => Promise<boolean>, waitsMs: readonly number[] = usualWaitsMs) {
    this.#look = look;
    this.#waitsMs = waitsMs;
  }

  /** Begins to look again, unless it does already. */
  watch(printerId: string): void {
    if (this.#closed || this.#timers.has(printerId)) return;
    const round = this.#rounds.get(printerId) ?? 0;
    this.#rounds.set(printerId, round + 1);
    const waitMs = this.#waitsMs[Math.min(round, this.#waitsMs.length - 1)] ?? 0;
    const timer = setTimeout(() => void this.#again(printerId), waitMs);
    timer.unref();
    this.#timers.set(printerId, timer);
  }

  /** Looks at once, and soon again while the trouble lasts: something has just changed, for instance a plug. */
  hurry(printerId: string): void {
    if (this.#closed) return;
    this.forget(printerId);
    void this.#again(printerId);
  }

  /** Stops looking: the printer is well, or is no longer ours. */
  forget(printerId: string): void {
    clearTimeout(this.#timers.get(printerId));
    this.#timers.delete(printerId);
    this.#rounds.delete(printerId);
  }

  close(): void {
    this.#closed = true;
    for (const printerId of this.#timers.keys()) this.forget(printerId);
  }

  async #again(printerId: string): Promise<void> {
    const inTrouble = await this.#look(printerId);
    clearTimeout(this.#timers.get(printerId));
    this.#timers.delete(printerId);
    if (inTrouble) this.watch(printerId);
    else this.#rounds.delete(printerId);
  }
}
