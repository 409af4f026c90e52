import { failureCodes } from '../../shared/failure-codes.ts';
import { fail, type Failure } from '../../shared/result.ts';
import type { Intent, IntentState } from '../spool/types.ts';
import type { Finding } from './judge.ts';
import type { OwnDeletes } from './own-deletes.ts';
import type { IssuingPorts } from './ports.ts';
import { Reconciler } from './reconcile.ts';
import { sealCode, sealPin } from './seal.ts';
import { send } from './send.ts';
import { type RunEnd, type Settler, traceFacts } from './settle.ts';
import { endedBefore, endedBy, isCreate, type StepName, stepsFor } from './steps.ts';
import { openOf } from './supersede.ts';
import type { Track } from './track.ts';
import type { StepOutcome } from './write.ts';

/** A half-done operation of so long ago may still make the directory's copies disagree, also after a restart. */
const lagMs = 60_000;

/**
 * Runs the Graph writes of one intent, one durable note before each (rule R2), and seals what comes back in the same
 * turn (rule R3). Never throws for normal trouble; wherever it stops, the intent says truthfully what exists now.
 */
export class Runner {
  readonly #ports: IssuingPorts;
  readonly #settler: Settler;
  readonly #ownDeletes: OwnDeletes;
  readonly #reconciler: Reconciler;

  constructor(ports: IssuingPorts, settler: Settler, ownDeletes: OwnDeletes) {
    this.#ports = ports;
    this.#settler = settler;
    this.#ownDeletes = ownDeletes;
    this.#reconciler = new Reconciler(ports, ownDeletes);
  }

  /** Runs `steps` of an intent; `pin` is the first PIN for `create-method`. */
  async run(intent: Intent, steps: readonly StepName[], pin: string | null, track: Track): Promise<RunEnd> {
    let current = intent;
    for (const step of steps) {
      const stopped = untouched(current, step);
      if (track.cancelled)
        return this.#settler.settle(current, stopped, { failure: fail('cancelled').failure });
      const noted = this.#ports.spool.noteIntent(intent.id, { state: 'writing', step });
      if (!noted.ok) return this.#settler.settle(current, stopped, { failure: noted.failure });
      current = noted.value;
      const mayLag = this.#mayLag(current, step);
      const outcome = await send(this.#ports, current, step, {
        pin,
        mayLag,
        track,
        reconciler: this.#reconciler,
      });
      const end = await this.#take(current, step, outcome, track);
      if (end !== null) return end;
    }
    return this.#settler.settle(current, 'done');
  }

  /**
   * Settles an intent whose last write has an unknown outcome, by reading only. Called after a restart and on request.
   * Returns the intent as it stands then: `created` never comes from here, because the picture is lost.
   */
  async settleByReading(intent: Intent, step: StepName, track: Track): Promise<RunEnd> {
    const ageMs = this.#ports.now() - Date.parse(intent.changedAt);
    const finding = await this.#find(intent, step, track, ageMs);
    return this.#settleBy(finding, intent, step, fail('graph-outcome-unknown', { step }).failure);
  }

  /** Deals with one outcome; null = go on with the next step. */
  async #take(intent: Intent, step: StepName, outcome: StepOutcome, track: Track): Promise<RunEnd | null> {
    const { trace } = outcome;
    switch (outcome.kind) {
      case 'code':
        return sealCode(this.#ports, this.#settler, intent, step, outcome);
      case 'pin':
        return sealPin(this.#ports, this.#settler, intent, outcome);
      case 'done':
        return this.#ended(intent, step);
      case 'not-done':
        return this.#settler.settle(intent, untouched(intent, step), { failure: outcome.failure, trace });
      case 'exists':
      case 'unknown': {
        this.#ports.log.warn('graph-write-outcome-unknown', { step, ...traceFacts(trace) });
        const { failure } = outcome;
        const answered = outcome.kind === 'unknown' && outcome.answered;
        const finding = await this.#find(intent, step, track);
        // A delete that did happen after all: go on with what is left, as if its answer had come.
        if (finding === 'happened' && endedBy(step).length > 0 && !track.cancelled) {
          return this.#ended(intent, step);
        }
        return this.#settleBy(finding, intent, step, failure, answered);
      }
    }
  }

  /** A step without a secret is done. What it ended must not print, whatever comes next. */
  #ended(intent: Intent, step: StepName): RunEnd | null {
    if (endedBy(step).length === 0) return null;
    this.#noteDelete(intent, step);
    const retired = this.#settler.retire(intent, step);
    if (retired.ok) return null;
    return this.#settler.settle(intent, afterDelete(intent, step), { failure: retired.failure, ended: step });
  }

  async #find(intent: Intent, step: StepName, track: Track, ageMs = 0): Promise<Finding> {
    // No reading shows whether a PIN is ours, so there is nothing to wait for.
    if (step === 'reset-pin') return 'unknown';
    track.enter('reading', step);
    return this.#reconciler.find(intent, step, track.readOptions(), ageMs);
  }

  /** `failure` is what the write itself came to; once the reading has settled it, only its cause is worth saying. */
  #settleBy(finding: Finding, intent: Intent, step: StepName, failure: Failure, answered = false): RunEnd {
    const settle = (state: IntentState, why: Failure | null, ended: StepName | null = null): RunEnd =>
      this.#settler.settle(intent, state, { failure: why, ended });
    switch (finding) {
      case 'unknown':
        return settle('unknown', failure.code === 'pin-not-disclosed' ? failure : asUnknown(failure));
      case 'happened': {
        if (isCreate(step)) return settle('picture-lost', causeOf(failure), step);
        if (endedBy(step).length > 0) this.#noteDelete(intent, step);
        const state = afterDelete(intent, step);
        return settle(state, state === 'done' ? null : causeOf(failure), step);
      }
      case 'someone-else': {
        // Another code is there now. After our own delete "nothing changed" would be wrong: there is a code that
        // nobody here has a picture of.
        const state = endedBefore(intent.operation, intent.before, step) ? 'picture-lost' : 'not-done';
        // Only a deletion proves that what we printed is dead; a copy that lags can still show the code before it.
        return settle(state, fail('code-exists', { step }).failure, isCreate(step) ? null : step);
      }
      case 'made-here': {
        // Planned on a reading that had not heard of it. That code has its own operation, and its job stays.
        const state = endedBefore(intent.operation, intent.before, step) ? 'picture-lost' : 'not-done';
        return settle(state, fail('code-exists', { step }).failure);
      }
      case 'not-happened':
        return answered
          ? settle('unknown', asUnknown(failure))
          : settle(untouched(intent, step), isExists(failure) ? failure : causeOf(failure));
    }
  }

  #noteDelete(intent: Intent, step: StepName): void {
    this.#ownDeletes.note(intent.holderId, step, intent.before, this.#ports.now());
  }

  /** Whether "already exists" may mean what we have just deleted ourselves. */
  #mayLag(intent: Intent, step: StepName): boolean {
    const nowMs = this.#ports.now();
    if (this.#ownDeletes.mayBlock(intent.holderId, step, nowMs)) return true;
    return openOf(this.#ports, intent.holderId).some(
      (other) =>
        other.id !== intent.id &&
        other.state === 'half-done' &&
        stepsFor(other.operation, other.before).includes(step) &&
        nowMs - Date.parse(other.changedAt) <= lagMs,
    );
  }
}

/** How an operation stands when this step was not carried out. */
function untouched(intent: Intent, step: StepName): IntentState {
  return endedBefore(intent.operation, intent.before, step) ? 'half-done' : 'not-done';
}

/** How an operation stands when this step was the last that was carried out. */
function afterDelete(intent: Intent, step: StepName): IntentState {
  return stepsFor(intent.operation, intent.before).at(-1) === step ? 'done' : 'half-done';
}

function isExists(failure: Failure): boolean {
  return failure.code === 'code-exists' || failure.code === 'method-exists';
}

function asUnknown(failure: Failure): Failure {
  return failure.code === 'graph-outcome-unknown'
    ? failure
    : fail('graph-outcome-unknown', { ...failure.facts, cause: failure.code }).failure;
}

/** Why the answer of a write got lost, without the "we do not know" that a reading has settled since. */
function causeOf(failure: Failure): Failure | null {
  if (isExists(failure)) return null;
  if (failure.code !== 'graph-outcome-unknown') return failure;
  const cause = failureCodes.find((code) => code === failure.facts['cause']);
  return cause === undefined ? null : { code: cause, facts: failure.facts };
}
