import type { CodeState } from '../../shared/credential/kinds.ts';
import type { CallOptions } from '../graph/types.ts';
import { type Finding, type Intended, isOurs, judge } from './judge.ts';
import type { OwnDeletes } from './own-deletes.ts';
import { graphId, type IssuingPorts } from './ports.ts';
import { isCreate, type StepName } from './steps.ts';

/** How many of the newest jobs are looked through for a code we know already; a holder's are among the last few. */
const recentJobs = 200;

/**
 * Pauses between readings: about 25 seconds in all, because a finished write may need some seconds to show up
 * (Microsoft's developer blog on eventual consistency, March 2026). One early positive is enough; a negative needs them all.
 */
export const readingPausesMs = [0, 2000, 4000, 8000, 11_000] as const;

/**
 * From this age on one reading tells the truth: a call with all its tries is over by then (the service ends each after
 * 60 seconds), and the directory's copies have long agreed.
 */
export const settledAfterMs = 10 * 60_000;

/** Finds out by reading what became of a write (rule R4). Never writes. */
export class Reconciler {
  readonly #ports: IssuingPorts;
  readonly #ownDeletes: OwnDeletes;

  constructor(ports: IssuingPorts, ownDeletes: OwnDeletes) {
    this.#ports = ports;
    this.#ownDeletes = ownDeletes;
  }

  /** Reads until it is clear, for about 25 seconds; once when the write is `ageMs` old and that is old enough. */
  async find(intent: Intended, step: StepName, options: CallOptions, ageMs = 0): Promise<Finding> {
    const pauses = ageMs >= settledAfterMs ? readingPausesMs.slice(0, 1) : readingPausesMs;
    let lastReading: Finding = 'unknown';
    for (const pauseMs of pauses) {
      if (pauseMs > 0) await this.#ports.wait(pauseMs, options.signal);
      if (options.signal?.aborted === true) return 'unknown';
      lastReading = await this.readOnce(intent, step, options);
      if (lastReading !== 'not-happened' && lastReading !== 'unknown') return lastReading;
    }
    return lastReading;
  }

  /** One reading. Not knowing is not the same as no: what cannot be read is `unknown`, never "nothing there". */
  async readOnce(intent: Intended, step: StepName, options: CallOptions): Promise<Finding> {
    const { graph, now: clock } = this.#ports;
    const reading = await graph.credential(graphId(this.#ports, intent.holderId), options);
    if (!reading.result.ok) return 'unknown';
    const now = this.#ownDeletes.correct(intent.holderId, reading.result.value, clock());
    const finding = judge(step, intent, now);
    const isThere = finding === 'someone-else' || (finding === 'happened' && isCreate(step));
    if (!isThere) return finding;
    const code = step.endsWith('-temporary') ? now?.temporary : now?.standard;
    return code && this.#isKnown(intent, code) ? 'made-here' : finding;
  }

  /**
   * Whether another operation here has made this code, with its picture or without. Two operations of one minute can
   * draw the same second; taking the other's code for this one's would give the holder a PIN that was never set.
   */
  #isKnown(intent: Intended, code: CodeState): boolean {
    const { spool } = this.#ports;
    const id = code.id.toLowerCase();
    const isSealed = spool
      .history(recentJobs)
      .some((job) => job.codeId.toLowerCase() === id && job.intentId !== intent.id);
    const isLost = spool
      .openIntents()
      .some(
        (other) =>
          other.id !== intent.id &&
          other.holderId === intent.holderId &&
          other.state === 'picture-lost' &&
          isOurs(code, other),
      );
    return isSealed || isLost;
  }
}
