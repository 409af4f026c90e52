import type { CodeKind, Operation } from '../../shared/credential/kinds.ts';
import type { IntentState } from './types.ts';

/** Intents that are over. Their PIN is erased. */
export function isClosed(state: IntentState): boolean {
  return state === 'done' || state === 'not-done';
}

/**
 * Where an intent may go. Reading the directory can settle an open intent in any way and an answer may come late, so
 * open states lead to each other. Only beginning and end are strict: nothing goes back to `planned`, nothing is
 * `created` before a write was noted, a sealed answer is only ever closed, and what is closed stays closed.
 */
const next: Readonly<Record<IntentState, readonly IntentState[]>> = {
  planned: ['writing', 'not-done', 'done'],
  writing: ['writing', 'created', 'done', 'not-done', 'picture-lost', 'unknown', 'half-done'],
  unknown: ['writing', 'created', 'done', 'not-done', 'picture-lost', 'unknown', 'half-done'],
  'half-done': ['writing', 'created', 'done', 'not-done', 'picture-lost', 'unknown', 'half-done'],
  'picture-lost': ['created', 'done', 'picture-lost'],
  created: ['created', 'done'],
  done: [],
  'not-done': [],
};

export function mayGo(from: IntentState, to: IntentState): boolean {
  return next[from].includes(to);
}

/** Whether an operation sets another PIN or ends the one there is. */
export function endsPin(operation: Operation): boolean {
  return operation === 'first-badge' || operation === 'new-pin' || operation === 'remove';
}

/** The codes an operation takes out of use, at its start or in its course. */
export function codesEndedBy(operation: Operation): readonly CodeKind[] {
  switch (operation) {
    case 'first-badge':
    case 'replace':
      return ['standard'];
    case 'temporary':
    case 'end-temporary':
      return ['temporary'];
    case 'remove':
      return ['standard', 'temporary'];
    case 'extend':
    case 'new-pin':
      return [];
  }
}
