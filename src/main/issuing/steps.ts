import {
  type CodeKind,
  type CredentialState,
  isActive,
  type Operation,
} from '../../shared/credential/kinds.ts';
import { type IssueStep, issueSteps } from '../../shared/ipc/progress.ts';

export type StepName = IssueStep;

/** Reads a step name that was stored by this or another version; null when it is none of ours. */
export function parseStep(text: string | null): StepName | null {
  return issueSteps.find((name) => name === text) ?? null;
}

/**
 * The writes that bring a credential from its present state to what the operator asked for.
 *
 * A code is deleted before a new one of its kind is created, because the directory keeps one active code of each kind
 * and an update of an existing standard code would only move its expiry (Graph reference, Update qrCode). An expired
 * code is deleted too: whether it blocks a new one is not documented, and the delete is harmless.
 */
export function stepsFor(operation: Operation, state: CredentialState | null): readonly StepName[] {
  switch (operation) {
    case 'first-badge':
      return ['create-method'];
    case 'replace':
      return state?.standard ? ['delete-standard', 'create-standard'] : ['create-standard'];
    case 'temporary':
      return state?.temporary ? ['delete-temporary', 'create-temporary'] : ['create-temporary'];
    case 'end-temporary':
      return ['delete-temporary'];
    case 'extend':
      return ['extend-standard'];
    case 'new-pin':
      return ['reset-pin'];
    case 'remove':
      return ['delete-method'];
  }
}

/** The codes that stop working at once when the operation runs; named on the check screen. */
export function endsOf(
  operation: Operation,
  state: CredentialState | null,
  nowMs: number,
): readonly CodeKind[] {
  const ends: CodeKind[] = [];
  const standard = isActive(state?.standard ?? null, nowMs);
  const temporary = isActive(state?.temporary ?? null, nowMs);
  if (standard && (operation === 'replace' || operation === 'remove')) ends.push('standard');
  if (temporary && (operation === 'temporary' || operation === 'end-temporary' || operation === 'remove')) {
    ends.push('temporary');
  }
  return ends;
}

/** Whether two readings show the same codes; used to see that nobody changed them since the check. */
export function sameCodes(a: CredentialState | null, b: CredentialState | null): boolean {
  const id = (text: string | undefined): string => (text ?? '').toLowerCase();
  return (
    (a === null) === (b === null) &&
    id(a?.standard?.id) === id(b?.standard?.id) &&
    id(a?.temporary?.id) === id(b?.temporary?.id)
  );
}

/** The codes a delete step ends. */
export function endedBy(step: StepName): readonly CodeKind[] {
  switch (step) {
    case 'delete-standard':
      return ['standard'];
    case 'delete-temporary':
      return ['temporary'];
    case 'delete-method':
      return ['standard', 'temporary'];
    case 'create-method':
    case 'create-standard':
    case 'create-temporary':
    case 'extend-standard':
    case 'reset-pin':
      return [];
  }
}

/**
 * The codes that are certainly dead once this step has happened: the ones it ends, and the ones whose only place a new
 * code has taken.
 */
export function voidedBy(step: StepName): readonly CodeKind[] {
  switch (step) {
    case 'create-method':
      return ['standard', 'temporary'];
    case 'create-standard':
      return ['standard'];
    case 'create-temporary':
      return ['temporary'];
    case 'delete-standard':
    case 'delete-temporary':
    case 'delete-method':
    case 'extend-standard':
    case 'reset-pin':
      return endedBy(step);
  }
}

export function isCreate(step: StepName): step is 'create-method' | 'create-standard' | 'create-temporary' {
  return step === 'create-method' || step === 'create-standard' || step === 'create-temporary';
}

/** Whether the operation had already ended a code of its own kind when it came to this step. */
export function endedBefore(operation: Operation, before: CredentialState | null, step: StepName): boolean {
  return isCreate(step) && stepsFor(operation, before).indexOf(step) > 0;
}
