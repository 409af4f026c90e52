import { type Failure, fail } from '../../shared/result.ts';
import type { CallTrace, CodeDates, FreshCode, Traced } from '../graph/types.ts';
import type { IssuingPorts } from './ports.ts';
import type { StepName } from './steps.ts';

/** How one Graph write ended. `unknown` = it may have happened; only reading can tell (rule R4). */
export type StepOutcome = { readonly trace: CallTrace } & (
  | { readonly kind: 'done' }
  | { readonly kind: 'code'; readonly fresh: FreshCode; readonly pin: string | null }
  | { readonly kind: 'pin'; readonly pin: string }
  | { readonly kind: 'not-done'; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly failure: Failure }
);

export interface StepInput {
  readonly holderId: string;
  readonly dates: CodeDates | null;
  /** The first PIN; only `create-method` uses it. */
  readonly pin: string | null;
  /** True when this very operation has just deleted the code whose place the new one takes. */
  readonly afterOwnDelete: boolean;
}

/**
 * Pauses before a create is tried again that was refused with "already exists" right after our own delete: the
 * directory's copies need some seconds to agree. That refusal came before any work, so a repeat is safe.
 */
export const ownDeletePausesMs = [1000, 2000, 4000, 8000, 15_000] as const;

/** Sends the write of one step. */
export async function write(ports: IssuingPorts, step: StepName, input: StepInput): Promise<StepOutcome> {
  let outcome = await writeOnce(ports, step, input);
  if (!input.afterOwnDelete) return outcome;
  for (const pauseMs of ownDeletePausesMs) {
    if (outcome.kind !== 'not-done' || outcome.failure.code !== 'code-exists') return outcome;
    await ports.wait(pauseMs);
    outcome = await writeOnce(ports, step, input);
  }
  return outcome;
}

async function writeOnce(ports: IssuingPorts, step: StepName, input: StepInput): Promise<StepOutcome> {
  const { graph } = ports;
  const { holderId, dates, pin } = input;
  switch (step) {
    case 'create-method': {
      if (dates === null || pin === null) throw new Error('A first badge needs dates and a PIN');
      const traced = await graph.createMethod(holderId, dates, pin);
      return settle(traced, (fresh, trace) => ({ kind: 'code', fresh, pin: fresh.pin, trace }));
    }
    case 'create-standard':
    case 'create-temporary': {
      if (dates === null) throw new Error('A new code needs dates');
      const traced = await graph.createCode(
        holderId,
        step === 'create-standard' ? 'standard' : 'temporary',
        dates,
      );
      return settle(traced, (fresh, trace) => ({ kind: 'code', fresh, pin: null, trace }));
    }
    case 'delete-standard':
      return settle(await graph.deleteCode(holderId, 'standard'), (_, trace) => ({ kind: 'done', trace }));
    case 'delete-temporary':
      return settle(await graph.deleteCode(holderId, 'temporary'), (_, trace) => ({ kind: 'done', trace }));
    case 'delete-method':
      return settle(await graph.deleteMethod(holderId), (_, trace) => ({ kind: 'done', trace }));
    case 'extend-standard': {
      if (dates === null) throw new Error('An extension needs a date');
      const traced = await graph.extend(holderId, dates.expiresAt);
      return settle(traced, (_, trace) => ({ kind: 'done', trace }));
    }
    case 'reset-pin':
      return settle(await graph.resetPin(holderId), (fresh, trace) => ({ kind: 'pin', pin: fresh, trace }));
  }
}

function settle<T>(traced: Traced<T>, onDone: (value: T, trace: CallTrace) => StepOutcome): StepOutcome {
  const { result, trace, outcome } = traced;
  if (result.ok) return onDone(result.value, trace);
  if (outcome === 'not-done') return { kind: 'not-done', failure: result.failure, trace };
  const failure =
    result.failure.code === 'graph-bad-answer' || result.failure.code === 'pin-not-disclosed'
      ? result.failure
      : fail('graph-outcome-unknown', { cause: result.failure.code }).failure;
  return { kind: 'unknown', failure, trace };
}
