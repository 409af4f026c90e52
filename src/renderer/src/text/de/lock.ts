import type { LockText } from '../en/lock.ts';

export const lock: LockText = {
  button: 'Station sperren',
  title: 'Die Station ist gesperrt',
  whys: {
    person: 'Jemand hat sie gesperrt.',
    idle: 'Es hat sie eine Weile niemand berührt.',
    system: 'Der Bildschirm dieses Computers wurde gesperrt.',
    sleep: 'Dieser Computer ging in den Ruhezustand.',
  },
  since: (time) => `Gesperrt seit ${time}.`,
  who: (name) => `${name} ist angemeldet.`,
  printing: (count) =>
    count.n === 1 ? '1 Ausweis wird gedruckt.' : `${count.text} Ausweise werden gedruckt.`,
  waiting: (count) =>
    count.n === 1
      ? '1 Ausweis wartet auf einen Menschen.'
      : `${count.text} Ausweise warten auf einen Menschen.`,
  quiet: 'Nichts wartet.',
  goesOn: 'Ausweise werden weiter gedruckt, solange die Station gesperrt ist.',
  unlock: 'Entsperren',
  unlockHint: 'Microsoft fragt noch einmal, wer Sie sind.',
  someoneElse: 'Als jemand anderes anmelden',
  needsConnection: 'Zum Entsperren braucht es eine Verbindung.',
};
