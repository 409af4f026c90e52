import type { Clock } from '../clock.ts';
import type { Log } from '../log/types.ts';
import { anchorEvent, anchorOf } from '../spool/audit/anchor.ts';
import type { Spool } from '../spool/types.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * How long closed badges and their record are kept. The longest badge lives 395 days, so whoever still carries one finds
 * in the record who issued it.
 */
export const historyDays = 400;

/**
 * A data key is used this long. NIST SP 800-57 part 1 allows up to two years; a quarter costs nothing, because a station
 * holds a handful of sealed secrets at a time.
 */
export const keyDays = 90;

export interface UpkeepParts {
  readonly spool: Pick<
    Spool,
    'auditHead' | 'prune' | 'wipeUnprinted' | 'rotateKey' | 'keyMadeMs' | 'sealState'
  >;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /**
   * Whether the clock was compared with Microsoft's in this run and agrees. Retention waits for that: a clock that
   * jumped some years ahead would take the whole record for old.
   */
  readonly isClockTrusted: () => boolean;
  /** How long a badge may wait for its first paper, in milliseconds (settings, `retention.unprintedHours`). */
  readonly unprintedMs: () => number;
}

/**
 * What nobody asks for and has to be done: noting the newest entry of the audit trail in the log, retention (of badges
 * that were never printed, and of closed ones), a new data key now and then. Done at start and every hour; a failure is logged and tried again an hour later.
 */
export class Upkeep {
  readonly #parts: UpkeepParts;
  #stopTimer: (() => void) | null = null;
  #isStopped = false;
  #anchoredSeq = -1;
  #prunedMs = Number.NEGATIVE_INFINITY;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  /** Does what is due now, and from then on by itself. Nothing after `stop`: a station may close while it starts. */
  start(): void {
    if (!this.#isStopped) this.#round();
  }

  /** A last note of the audit trail's end, so that the log of a closed station covers all of it. */
  stop(): void {
    this.#isStopped = true;
    this.#stopTimer?.();
    this.#stopTimer = null;
    this.#quietly('anchor', () => this.#anchor());
  }

  #round(): void {
    const { clock } = this.#parts;
    this.#quietly('rotate', () => this.#rotate());
    this.#quietly('wipe', () => this.#wipe());
    this.#quietly('prune', () => this.#prune());
    this.#quietly('anchor', () => this.#anchor());
    this.#stopTimer = clock.setTimer(hourMs, () => this.#round());
  }

  #anchor(): void {
    const head = this.#parts.spool.auditHead();
    if (head.seq === this.#anchoredSeq) return;
    this.#parts.log.info(anchorEvent, { ...anchorOf(head) });
    this.#anchoredSeq = head.seq;
  }

  #wipe(): void {
    const { spool, clock, log, unprintedMs } = this.#parts;
    const wiped = spool.wipeUnprinted(clock.now() - unprintedMs());
    if (!wiped.ok) log.warn('spool.wipe-failed', { code: wiped.failure.code });
    else if (wiped.value.length > 0) log.info('spool.unprinted-wiped', { count: wiped.value.length });
  }

  /** Once a day, counted from the start: also a station that never closes forgets in time. */
  #prune(): void {
    const { spool, clock, log, isClockTrusted } = this.#parts;
    const nowMs = clock.now();
    const isDue = nowMs - this.#prunedMs >= dayMs || nowMs < this.#prunedMs;
    if (!isDue || !isClockTrusted()) return;
    const pruned = spool.prune(nowMs - historyDays * dayMs);
    if (!pruned.ok) return log.warn('spool.prune-failed', { code: pruned.failure.code });
    this.#prunedMs = nowMs;
    const { jobs, intents, auditEntries } = pruned.value;
    if (jobs + intents + auditEntries > 0) log.info('spool.pruned', { jobs, intents, auditEntries });
  }

  /** Only where a key outlives the run; a key in memory ends with it anyway. */
  #rotate(): void {
    const { spool, clock, log } = this.#parts;
    const madeMs = spool.sealState === 'kept' ? spool.keyMadeMs() : null;
    if (madeMs === null || clock.now() - madeMs < keyDays * dayMs) return;
    const rotated = spool.rotateKey();
    if (rotated.ok) log.info('spool.key-renewed', { resealed: rotated.value });
    else log.warn('spool.key-not-renewed', { code: rotated.failure.code });
  }

  /** A ledger that cannot be read right now must not stop the station from starting or closing. */
  #quietly(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#parts.log.warn('spool.upkeep-failed', {
        what,
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
}
