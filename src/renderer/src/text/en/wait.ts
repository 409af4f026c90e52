import type { IssueStep } from '../../../../shared/ipc/progress.ts';
import type { Count } from '../types.ts';

const steps: Readonly<Record<IssueStep, string>> = {
  'create-method': 'making the badge’s code and the PIN',
  'delete-standard': 'ending the old code',
  'create-standard': 'making the new code',
  'delete-temporary': 'ending the old temporary code',
  'create-temporary': 'making the temporary code',
  'extend-standard': 'moving the end date',
  'reset-pin': 'setting a new PIN',
  'delete-method': 'removing the code and the PIN',
};

/** Words of a wait for Microsoft: what is being done, for how long, and what stopping means. */
export const wait = {
  steps,
  only: (what: string) => `Now: ${what}`,
  step: (at: string, of: string, what: string) => `Step ${at} of ${of}: ${what}`,
  seconds: (count: Count) => (count.n === 1 ? '1 second so far' : `${count.text} seconds so far`),
  slow: 'Microsoft takes its time. A slow answer can need a minute and a half.',
  looking: 'Looking up what happened',
  stopWhat:
    'You can stop waiting. What Microsoft may have done already is then looked up before anything is said.',
};

export type WaitText = typeof wait;
