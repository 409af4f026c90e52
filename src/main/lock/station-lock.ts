import type { Channel } from '../../shared/ipc/contract.ts';
import type { LockReason } from '../../shared/ipc/lock.ts';
import type { LockNote } from './lock-note.ts';
import { lockedChannels } from './locked-channels.ts';
import type { Locked } from './types.ts';

/** The part of the sign-in that the lock looks at. */
export interface LockedSession {
  readonly operator: { readonly name: string } | null;
  /** Ends a browser step that waits: nobody stands there any more to finish it. */
  cancel(): Promise<void>;
}

export interface StationLockParts {
  readonly session: LockedSession;
  /** Keeps the lock over a restart: ending the program must not open the station. */
  readonly note: Pick<LockNote, 'read' | 'write' | 'clear'>;
  readonly now: () => number;
  /** Told after each change; whatever it does, the lock stands. */
  readonly onChange: (locked: Locked | null) => void;
}

/**
 * The lock of the whole station. It lives in main, so a window that is loaded again stays locked. While it is closed the
 * window gets nothing but what the lock screen needs (`mayAnswer`); print jobs and running writes go on.
 *
 * Only a fresh sign-in opens it (docs/decisions/0009-station-lock.md).
 */
export class StationLock {
  readonly #parts: StationLockParts;
  #locked: Locked | null = null;

  constructor(parts: StationLockParts) {
    this.#parts = parts;
  }

  get locked(): Locked | null {
    return this.#locked;
  }

  /** Goes on with the lock that was closed when the program ended. `restored` is whether somebody is signed in. */
  restore(restored: boolean): void {
    if (!restored) {
      // Nobody's sign-in is left to protect; the next person signs in anyway.
      this.#parts.note.clear();
      return;
    }
    const noted = this.#parts.note.read();
    if (noted === null) return;
    const { operator } = this.#parts.session;
    this.#set({ ...noted, operatorName: operator?.name ?? noted.operatorName });
  }

  /** Locks. Does nothing while nobody is signed in (there is nothing to see) or when it is locked already. */
  lock(why: LockReason): void {
    const { session, note, now } = this.#parts;
    if (this.#locked !== null || session.operator === null) return;
    const locked: Locked = { why, sinceMs: now(), operatorName: session.operator.name };
    this.#set(locked);
    note.write(locked);
    void session.cancel().catch(() => undefined);
  }

  /** After a fresh sign-in, whoever it was. */
  open(): void {
    if (this.#locked === null) return;
    this.#parts.note.clear();
    this.#set(null);
  }

  /** SECURITY: station-lock (docs/security.md). Asked before a channel is answered, and again before the answer leaves. */
  mayAnswer(channel: Channel): boolean {
    return this.#locked === null || lockedChannels.has(channel);
  }

  #set(locked: Locked | null): void {
    this.#locked = locked;
    this.#parts.onChange(locked);
  }
}
