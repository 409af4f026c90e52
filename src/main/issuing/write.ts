import type { Failure } from '../../shared/result.ts';
import type { CallOptions, CallTrace, CodeDates, FreshCode, Traced } from '../graph/types.ts';
import type { IssuingPorts } from './ports.ts';
import type { StepName } from './steps.ts';

/** How one Graph write ended. */
export type StepOutcome = { readonly trace: CallTrace } & (
  | { readonly kind: 'done' }
  | { readonly kind: 'code'; readonly fresh: FreshCode; readonly pin: string | null }
  | { readonly kind: 'pin'; readonly pin: string }
  /** Refused before any work was done. */
  | { readonly kind: 'not-done'; readonly failure: Failure }
  /** A create was told that there is something already. Whose it is, only reading can tell. */
  | { readonly kind: 'exists'; readonly failure: Failure }
  /**
   * It may have happened; only reading can tell (rule R4). `answered`: a success came whose content cannot be read, so
   * that a reading which shows nothing is no proof of the contrary.
   */
  | { readonly kind: 'unknown'; readonly failure: Failure; readonly answered: boolean }
);

export interface StepInput {
  /** As Graph is to be asked: an object id, or `me`. */
  readonly graphId: string;
  readonly dates: CodeDates | null;
  /** The first PIN; only `create-method` uses it. */
  readonly pin: string | null;
  readonly options: CallOptions;
}

/** Sends the write of one step. Repeats nothing; what may be repeated, the Graph client has repeated (rule R4). */
export async function write(
  graph: IssuingPorts['graph'],
  step: StepName,
  input: StepInput,
): Promise<StepOutcome> {
  const { graphId, dates, pin, options } = input;
  switch (step) {
    case 'create-method': {
      if (dates === null || pin === null) throw new Error('A first badge needs dates and a PIN');
      const traced = await graph.createMethod(graphId, dates, pin, options);
      return outcomeOf(traced, (fresh, trace) => ({ kind: 'code', fresh, pin: fresh.pin, trace }));
    }
    case 'create-standard':
    case 'create-temporary': {
      if (dates === null) throw new Error('A new code needs dates');
      const kind = step === 'create-standard' ? 'standard' : 'temporary';
      const traced = await graph.createCode(graphId, kind, dates, options);
      return outcomeOf(traced, (fresh, trace) => ({ kind: 'code', fresh, pin: null, trace }));
    }
    case 'delete-standard':
      return outcomeOf(await graph.deleteCode(graphId, 'standard', options), done);
    case 'delete-temporary':
      return outcomeOf(await graph.deleteCode(graphId, 'temporary', options), done);
    case 'delete-method':
      return outcomeOf(await graph.deleteMethod(graphId, options), done);
    case 'extend-standard': {
      if (dates === null) throw new Error('An extension needs a date');
      return outcomeOf(await graph.extend(graphId, dates.expiresAt, options), done);
    }
    case 'reset-pin': {
      const traced = await graph.resetPin(graphId, options);
      return outcomeOf(traced, (fresh, trace) => ({ kind: 'pin', pin: fresh, trace }));
    }
  }
}

function done(_: void, trace: CallTrace): StepOutcome {
  return { kind: 'done', trace };
}

function outcomeOf<T>(traced: Traced<T>, onDone: (value: T, trace: CallTrace) => StepOutcome): StepOutcome {
  const { result, trace, outcome } = traced;
  if (result.ok) return onDone(result.value, trace);
  const { failure } = result;
  if (outcome === 'not-done') {
    const exists = failure.code === 'code-exists' || failure.code === 'method-exists';
    return { kind: exists ? 'exists' : 'not-done', failure, trace };
  }
  const answered = trace.status !== null && trace.status >= 200 && trace.status < 300;
  return { kind: 'unknown', failure, answered, trace };
}
