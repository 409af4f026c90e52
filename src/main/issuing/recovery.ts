import type { Intent } from '../spool/types.ts';
import type { IssuingPorts } from './ports.ts';
import { parseStep } from './steps.ts';
import { tidy } from './tidy.ts';
import { Track } from './track.ts';

/** Settles one intent by reading. */
export type SettleOne = (intent: Intent, track: Track) => Promise<void>;

/** Whether only the directory can tell what became of an intent, and reading it can. */
export function needsReading(intent: Intent): boolean {
  if (intent.state !== 'writing' && intent.state !== 'unknown') return false;
  // After a lost PIN reset a reading shows nothing; a new reset is offered instead. In `writing` it must still be noted.
  return intent.state === 'writing' || parseStep(intent.step) !== 'reset-pin';
}

/**
 * Settles in the background what an earlier run, or a bad connection, left without a clear end. Reads only, and gives
 * way at once when the operator wants something: what was not settled is taken up again afterwards.
 */
export class Recovery {
  readonly #ports: IssuingPorts;
  readonly #settleOne: SettleOne;
  #track: Track | null = null;
  #work: Promise<void> | null = null;

  constructor(ports: IssuingPorts, settleOne: SettleOne) {
    this.#ports = ports;
    this.#settleOne = settleOne;
  }

  /** Begins, unless it is under way. Resolves when everything was looked at once, or it had to give way. */
  start(): Promise<void> {
    this.#work ??= this.#run().finally(() => {
      this.#work = null;
      this.#track = null;
    });
    return this.#work;
  }

  /** Stops reading and waits until nothing of it is under way. */
  async giveWay(): Promise<void> {
    this.#track?.stop();
    await this.#work;
  }

  async #run(): Promise<void> {
    const { spool, operator, log } = this.#ports;
    // Planned and never sent: certain that nothing happened.
    for (const intent of spool.openIntentsIn(['planned'])) {
      const noted = spool.noteIntent(intent.id, { state: 'not-done' });
      if (!noted.ok) log.warn('planned-work-not-closed', { intent: intent.id, code: noted.failure.code });
    }
    tidy(this.#ports);
    for (const { id } of spool.openIntentsIn(['writing', 'unknown']).filter(needsReading)) {
      // Asked anew: it may have been settled or put away meanwhile.
      const intent = spool.intent(id);
      if (intent === null || !needsReading(intent)) continue;
      if (operator() === null || this.#track?.cancelled === true) return;
      const subject = {
        operation: intent.operation,
        holderId: intent.holderId,
        holderName: intent.holderName,
      };
      this.#track = new Track(subject, {
        now: this.#ports.now,
        tell: () => undefined,
        interactive: false,
      });
      await this.#settleOne(intent, this.#track);
    }
  }
}
