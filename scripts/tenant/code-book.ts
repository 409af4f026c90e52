import { createHash } from 'node:crypto';
import type { CodeRecord, PracticeSnapshot } from '../../src/main/practice/records.ts';

/** One QR code that came into being while the tenant was watched. Never its key. */
export interface BookedCode {
  readonly codeId: string;
  readonly holderId: string;
  readonly kind: 'standard' | 'temporary';
  readonly startsMs: number;
  /** Where it stands now: an extension moves it. */
  readonly expiresMs: number;
  readonly createdMs: number;
  /** SHA-256 of the payload in hex, so that a paper can be told; null when the payload never left the tenant. */
  readonly payloadSha256: string | null;
  /** When the code was deleted or replaced; null = it is the holder's code now. */
  readonly endedMs: number | null;
}

/** A PIN that was set while the tenant was watched, by its hash. */
export interface BookedPin {
  readonly holderId: string;
  /** Null when the PIN never left the tenant. */
  readonly pinSha256: string | null;
  readonly setMs: number;
}

type Kind = BookedCode['kind'];
const kinds: readonly Kind[] = ['standard', 'temporary'];

/**
 * What the directory has done, kept outside of it: each code and PIN that came and went. Written from the tenant's own
 * snapshots, so that a code whose answer was lost on the way is in it, too.
 */
export class CodeBook {
  readonly #codes = new Map<string, BookedCode>();
  readonly #pins = new Map<string, BookedPin>();
  #last: PracticeSnapshot;

  constructor(start: PracticeSnapshot) {
    this.#last = start;
  }

  /** Every code that came into being, oldest first. */
  get codes(): readonly BookedCode[] {
    return [...this.#codes.values()];
  }

  code(codeId: string): BookedCode | null {
    return this.#codes.get(codeId) ?? null;
  }

  /** The PINs that count now and were set under our eyes. */
  get pins(): readonly BookedPin[] {
    return [...this.#pins.values()];
  }

  /** The PIN a holder has now, when it was set under our eyes. */
  pin(holderId: string): BookedPin | null {
    return this.#pins.get(holderId) ?? null;
  }

  /** Compares a snapshot with the one before. */
  note(snapshot: PracticeSnapshot, nowMs: number): void {
    for (const [holderId, method] of Object.entries(snapshot.methods)) {
      const before = this.#last.methods[holderId] ?? null;
      for (const kind of kinds)
        this.#noteCode(holderId, kind, before?.[kind] ?? null, method?.[kind] ?? null, nowMs);
      if (method === null) this.#pins.delete(holderId);
      else if (before?.id !== method.id || before.pin.updatedMs !== method.pin.updatedMs) {
        this.#pins.set(holderId, { holderId, pinSha256: null, setMs: nowMs });
      }
    }
    this.#last = structuredClone(snapshot);
  }

  /** The payload of a code has left the tenant. */
  notePayload(payload: Uint8Array): void {
    const codeId = Buffer.from(payload).toString('utf8').split('|')[2] ?? '';
    const code = this.#codes.get(codeId);
    if (code !== undefined) this.#codes.set(codeId, { ...code, payloadSha256: sha256(payload) });
  }

  /** A PIN came in with a first badge, or left with a reset. */
  notePin(holderId: string, pin: string): void {
    const booked = this.#pins.get(holderId);
    if (booked !== undefined) this.#pins.set(holderId, { ...booked, pinSha256: sha256(pin) });
  }

  #noteCode(
    holderId: string,
    kind: Kind,
    before: CodeRecord | null,
    now: CodeRecord | null,
    nowMs: number,
  ): void {
    const ended = before === null || before.id === now?.id ? undefined : this.#codes.get(before.id);
    if (ended !== undefined) this.#codes.set(ended.codeId, { ...ended, endedMs: nowMs });
    if (now === null) return;
    const known = this.#codes.get(now.id);
    if (known !== undefined) this.#codes.set(now.id, { ...known, expiresMs: now.expireMs });
    else if (before?.id !== now.id) {
      this.#codes.set(now.id, {
        codeId: now.id,
        holderId,
        kind,
        startsMs: now.startMs,
        expiresMs: now.expireMs,
        createdMs: nowMs,
        payloadSha256: null,
        endedMs: null,
      });
    }
  }
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
