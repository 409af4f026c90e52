import type { LockText } from '../en/lock.ts';

export const lock: LockText = {
  button: 'Station vergrendelen',
  title: 'Het station is vergrendeld',
  whys: {
    person: 'Iemand heeft het vergrendeld.',
    idle: 'Niemand heeft het een tijdje aangeraakt.',
    system: 'Het scherm van deze computer is vergrendeld.',
    sleep: 'Deze computer ging in slaapstand.',
  },
  since: (time) => `Vergrendeld sinds ${time}.`,
  who: (name) => `${name} is aangemeld.`,
  printing: (count) =>
    count.n === 1 ? '1 badge wordt afgedrukt.' : `${count.text} badges worden afgedrukt.`,
  waiting: (count) =>
    count.n === 1 ? '1 badge wacht op iemand.' : `${count.text} badges wachten op iemand.`,
  quiet: 'Er wacht niets.',
  goesOn: 'Badges worden gewoon verder afgedrukt terwijl het station vergrendeld is.',
  unlock: 'Ontgrendelen',
  unlockHint: 'Microsoft vraagt u te bewijzen wie u bent.',
  someoneElse: 'Aanmelden als iemand anders',
  needsConnection: 'Ontgrendelen kan alleen met een verbinding.',
};
