import type { LockReason } from '../../../../shared/ipc/lock.ts';
import type { Count } from '../types.ts';

const whys: Readonly<Record<LockReason, string>> = {
  person: 'Somebody locked it.',
  idle: 'Nobody had touched it for a while.',
  system: 'The screen of this computer was locked.',
  sleep: 'This computer went to sleep.',
};

/** The lock screen and the ways to it. */
export const lock = {
  button: 'Lock the station',
  title: 'The station is locked',
  whys,
  since: (time: string) => `Locked since ${time}.`,
  who: (name: string) => `${name} is signed in.`,
  printing: (count: Count) => (count.n === 1 ? '1 badge is printing.' : `${count.text} badges are printing.`),
  waiting: (count: Count) =>
    count.n === 1 ? '1 badge waits for a person.' : `${count.text} badges wait for a person.`,
  quiet: 'Nothing is waiting.',
  goesOn: 'Badges go on printing while the station is locked.',
  unlock: 'Unlock',
  unlockHint: 'Microsoft asks you to prove who you are.',
  someoneElse: 'Sign in as somebody else',
  needsConnection: 'Unlocking needs a connection.',
};

export type LockText = typeof lock;
