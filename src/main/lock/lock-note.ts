import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { lockReasons } from '../../shared/ipc/lock.ts';
import type { Locked } from './types.ts';

const schema = z.object({
  why: z.enum(lockReasons),
  sinceMs: z.number().int().min(0).max(8_640_000_000_000_000),
  operatorName: z.string().max(500),
});

/**
 * A small file that says that the station is locked. Its being there is what counts: one that cannot be read keeps the
 * station locked. Who may delete files of this account could also read its memory; the note is against ending the
 * program and starting it again, no more (docs/decisions/0009-station-lock.md).
 */
export class LockNote {
  readonly #file: string;
  readonly #onFault: () => void;

  constructor(file: string, onFault: () => void) {
    this.#file = file;
    this.#onFault = onFault;
  }

  /** The lock as it was noted; null when there is no note. */
  read(): Locked | null {
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      return isMissing ? null : unreadable;
    }
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : unreadable;
    } catch {
      return unreadable;
    }
  }

  /** Never throws: a full disk must not keep the window open. */
  write(locked: Locked): void {
    try {
      writeFileSync(this.#file, JSON.stringify(locked), { mode: 0o600, flush: true });
    } catch {
      this.#onFault();
    }
  }

  clear(): void {
    try {
      rmSync(this.#file, { force: true });
    } catch {
      this.#onFault();
    }
  }
}

const unreadable: Locked = { why: 'person', sinceMs: 0, operatorName: '' };
