import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import type { RollView } from '../../shared/ipc/printer-setup.ts';
import type { JobState } from '../../shared/printing/job.ts';
import type { JobRecord } from '../spool/types.ts';

const schema = z.strictObject({
  version: z.literal(1),
  rolls: z.record(
    z.string().max(64),
    z.strictObject({
      labels: z.int().min(1).max(1_000_000),
      left: z.int().min(0).max(1_000_000),
      warnAt: z.int().min(0).max(1_000_000),
    }),
  ),
});

/** States in which paper has come out, as far as anybody knows. */
const onPaper: ReadonlySet<JobState> = new Set(['sent', 'confirmed', 'verified', 'handed-over']);

export interface RollBookParts {
  /** `rolls.json` in the user-data folder. */
  readonly file: string;
  /** Writes the file as a whole (settings/atomic-file.ts). */
  readonly write: (file: string, text: string) => Promise<void>;
  /** Told when a count changed, and of a file that could not be read or written. */
  readonly onChange: () => void;
  readonly onFault: (what: 'unreadable' | 'unwritable') => void;
}

/**
 * How many labels are left on each roll: a number that a person sets and that every paper counts down. It is a help and
 * no ledger: a crash between a print and the note of it costs a label, and what a printer feeds by itself is not seen.
 */
export class RollBook {
  readonly #parts: RollBookParts;
  readonly #rolls: Map<string, RollView>;
  /** Papers that were counted, by job and copy, so that `sent`, `confirmed` and `verified` count once. */
  readonly #counted = new Set<string>();
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: RollBookParts) {
    this.#parts = parts;
    this.#rolls = new Map(Object.entries(this.#read()));
  }

  /** Papers that were out before this run have been counted by the run before. */
  skip(jobs: readonly JobRecord[]): void {
    for (const job of jobs) if (onPaper.has(job.state)) this.#counted.add(keyOf(job));
  }

  roll(printerId: string): RollView | null {
    return this.#rolls.get(printerId) ?? null;
  }

  /** Printers that count and are at or below their warning. */
  low(): readonly string[] {
    return [...this.#rolls].filter(([, { left, warnAt }]) => left <= warnAt).map(([id]) => id);
  }

  /** A full roll was loaded; null stops counting. */
  set(printerId: string, roll: { readonly labels: number; readonly warnAt: number } | null): void {
    if (roll === null) this.#rolls.delete(printerId);
    else this.#rolls.set(printerId, { ...roll, left: roll.labels });
    this.#changed();
  }

  /** A job changed. Called for every change; counts the first that says "on paper". */
  noteJob(job: JobRecord): void {
    if (!onPaper.has(job.state)) return;
    const key = keyOf(job);
    if (this.#counted.has(key)) return;
    this.#counted.add(key);
    this.use(job.printerId);
  }

  /** One label of this printer is gone. */
  use(printerId: string): void {
    const roll = this.#rolls.get(printerId);
    if (roll === undefined || roll.left === 0) return;
    this.#rolls.set(printerId, { ...roll, left: roll.left - 1 });
    this.#changed();
  }

  /** Resolves when everything noted so far is in the file. */
  async idle(): Promise<void> {
    await this.#writing;
  }

  #changed(): void {
    const text = JSON.stringify({ version: 1, rolls: Object.fromEntries(this.#rolls) });
    this.#writing = this.#writing
      .then(() => this.#parts.write(this.#parts.file, `${text}\n`))
      .catch(() => this.#parts.onFault('unwritable'));
    this.#parts.onChange();
  }

  /** Junk costs the counts and nothing else; what stood there is kept beside it. */
  #read(): Readonly<Record<string, RollView>> {
    let text: string;
    try {
      text = readFileSync(this.#parts.file, 'utf8');
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isMissing) this.#parts.onFault('unreadable');
      return {};
    }
    const parsed = schema.safeParse(parse(text));
    if (parsed.success) return parsed.data.rolls;
    this.#parts.onFault('unreadable');
    try {
      renameSync(this.#parts.file, `${this.#parts.file}.unreadable`);
    } catch {
      // It stays where it is, and the next count replaces it.
    }
    return {};
  }
}

const keyOf = ({ id, copy }: Pick<JobRecord, 'id' | 'copy'>): string => `${id}:${copy}`;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
