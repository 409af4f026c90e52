import type { LockText } from '../en/lock.ts';

export const lock: LockText = {
  button: 'Verrouiller le poste',
  title: 'Le poste est verrouillé',
  whys: {
    person: 'Quelqu’un l’a verrouillé.',
    idle: 'Personne n’y a touché depuis un moment.',
    system: 'L’écran de cet ordinateur a été verrouillé.',
    sleep: 'Cet ordinateur s’est mis en veille.',
  },
  since: (time) => `Verrouillé depuis ${time}.`,
  who: (name) => `${name} a ouvert la session.`,
  printing: (count) => (count.n === 1 ? '1 badge s’imprime.' : `${count.text} badges s’impriment.`),
  waiting: (count) =>
    count.n === 1 ? '1 badge attend quelqu’un.' : `${count.text} badges attendent quelqu’un.`,
  quiet: 'Rien n’attend.',
  goesOn: 'Les badges continuent de s’imprimer pendant que le poste est verrouillé.',
  unlock: 'Déverrouiller',
  unlockHint: 'Microsoft vous demande de prouver qui vous êtes.',
  someoneElse: 'Se connecter avec un autre compte',
  needsConnection: 'Il faut une connexion pour déverrouiller.',
};
