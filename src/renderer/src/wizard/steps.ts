import type { Operation } from '../../../shared/credential/kinds.ts';
import { operationFacts } from '../../../shared/credential/kinds.ts';
import type { Lifetime } from '../../../shared/credential/lifetimes.ts';
import type { CredentialView, IssueView, Plan } from '../../../shared/ipc/views.ts';
import type { ScanVerdict } from '../../../shared/printing/job.ts';
import { isTerminal } from '../../../shared/printing/job.ts';
import type { Failure } from '../../../shared/result.ts';

/** Whom we work for, before the directory has been asked for more. */
export interface HolderRef {
  readonly id: string;
  readonly name: string;
}

/** What the operator wants for the holder. Lifetime and printer are null where the operation needs none. */
export interface Choice {
  readonly operation: Operation;
  readonly lifetime: Lifetime | null;
  readonly printerId: string | null;
}

/** What the steps up to the decision carry along. */
interface Draft {
  readonly credential: CredentialView;
  readonly choice: Choice;
}

/**
 * Where the operator is. `look`, `plan` and `issue` wait for main (or show why it did not work: `failure`); the others
 * wait for the operator. No PIN and no scanned text ever stands in here.
 */
export type Step =
  | { readonly kind: 'find' }
  | {
      readonly kind: 'look';
      readonly holder: HolderRef;
      readonly wanted: Operation | null;
      readonly failure: Failure | null;
    }
  | {
      readonly kind: 'choose';
      readonly credential: CredentialView;
      /** null = nothing can be done for this holder now. */
      readonly choice: Choice | null;
    }
  | (Draft & { readonly kind: 'plan'; readonly failure: Failure | null })
  | (Draft & { readonly kind: 'check'; readonly plan: Plan })
  | (Draft & { readonly kind: 'issue'; readonly plan: Plan; readonly failure: Failure | null })
  | { readonly kind: 'print'; readonly issue: IssueView }
  /** `scans` grows with each scan that was judged, for two equal verdicts are two answers, and when it is armed anew. */
  | {
      readonly kind: 'verify';
      readonly issue: IssueView;
      readonly verdict: ScanVerdict | null;
      readonly scans: number;
    }
  | { readonly kind: 'hand-over'; readonly issue: IssueView }
  /** The write ended without a badge or a clear answer: said, with the one thing to do. */
  | { readonly kind: 'trouble'; readonly issue: IssueView }
  | { readonly kind: 'done'; readonly issue: IssueView };

export type StepKind = Step['kind'];

export const findStep: Step = { kind: 'find' };

/** The places of the progress line. */
export const places = ['find', 'choose', 'check', 'print', 'verify', 'hand-over'] as const;
export type Place = (typeof places)[number];

const placeOfKind: Readonly<Record<StepKind, Place | 'end'>> = {
  find: 'find',
  look: 'choose',
  choose: 'choose',
  plan: 'check',
  check: 'check',
  issue: 'print',
  print: 'print',
  trouble: 'print',
  verify: 'verify',
  'hand-over': 'hand-over',
  done: 'end',
};

/** Where a step stands on the progress line; `end` when everything is behind it. */
export function placeOf(step: Step): Place | 'end' {
  return placeOfKind[step.kind];
}

/** The places an operation really has: nothing to verify without paper, nothing to hand over without paper or PIN. */
export function placesFor(operation: Operation | null): readonly Place[] {
  if (operation === null) return places;
  const { prints, pin } = operationFacts[operation];
  const hasPin = pin === 'drawn' || pin === 'reset';
  return places.filter((place) => {
    if (place === 'verify') return prints !== null;
    if (place === 'hand-over') return prints !== null || hasPin;
    return true;
  });
}

/** The operation a step is about, as far as it is decided. */
export function operationOf(step: Step): Operation | null {
  switch (step.kind) {
    case 'find':
      return null;
    case 'look':
      return step.wanted;
    case 'choose':
      return step.choice?.operation ?? null;
    case 'plan':
    case 'check':
    case 'issue':
      return step.choice.operation;
    case 'print':
    case 'verify':
    case 'hand-over':
    case 'trouble':
    case 'done':
      return step.issue.operation;
  }
}

/** The operation under way in main, if the step shows one. */
export function issueOf(step: Step): IssueView | null {
  return 'issue' in step ? step.issue : null;
}

/** The name to show for the holder of this step; null while nobody is chosen. */
export function holderNameOf(step: Step): string | null {
  switch (step.kind) {
    case 'find':
      return null;
    case 'look':
      return step.holder.name;
    case 'choose':
    case 'plan':
    case 'check':
    case 'issue':
      return step.credential.holder.name;
    case 'print':
    case 'verify':
    case 'hand-over':
    case 'trouble':
    case 'done':
      return step.issue.holderName;
  }
}

/**
 * Whether the station is bound to this holder: something is being written, printed or handed over, and going to
 * somebody else has to be said ("Finish later"), never happens by the way (rule R9).
 */
export function isBound(step: Step): boolean {
  switch (step.kind) {
    case 'issue':
      return step.failure === null;
    case 'verify':
    case 'hand-over':
      return true;
    case 'print':
      return step.issue.job === null || !isTerminal(step.issue.job.state) || step.issue.pinWaiting;
    case 'find':
    case 'look':
    case 'choose':
    case 'plan':
    case 'check':
    case 'trouble':
    case 'done':
      return false;
  }
}
