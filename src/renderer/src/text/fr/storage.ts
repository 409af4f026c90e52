import type { StorageText } from '../en/storage.ts';

export const storage: StorageText = {
  tryAgain: 'Réessayer',
  aside: {
    button: 'Mettre de côté et repartir à neuf…',
    title: 'Mettre de côté la file endommagée ?',
    what: 'Une file vide est ouverte. Le fichier endommagé est renommé et gardé pour votre équipe informatique ; rien n’est effacé.',
    lost: 'Ce qui part avec elle : les badges pas encore sur papier, les codes PIN pas encore montrés et le registre de ce qui a été émis. Les codes dans Microsoft Entra restent tels quels.',
    reading: 'Recherche de ce qui est encore lisible…',
    known: (count) =>
      count.n === 1
        ? '1 personne n’était pas terminée :'
        : `${count.text} personnes n’étaient pas terminées :`,
    nobody: 'Personne n’attendait de badge ni de code PIN.',
    unreadable: 'Plus rien n’y est lisible. La personne en cours est peut-être sans badge qui fonctionne.',
    maybeMore: 'Il y en avait peut-être d’autres, qui ne sont plus lisibles.',
    check:
      'Cherchez chacune de ces personnes et regardez ce qu’elle a. Qui n’a pas de badge en main en reçoit un avec « Remplacer le badge », qui n’a pas de code PIN en reçoit un avec « Nouveau code PIN ».',
    confirm: 'Mettre de côté',
    keep: 'Laisser tel quel',
    done: 'Une ancienne file a été mise de côté',
    kept: (file) => `Elle est gardée sous ${file} dans le dossier de données de ce poste.`,
  },
  unfinished: {
    list: 'Pas terminés',
    noBadge: 'Pas encore de badge',
    unreadable: 'Badge plus lisible',
    pin: 'Code PIN pas encore montré',
  },
  seal: {
    title: 'Les badges et codes PIN d’avant ne s’ouvrent pas',
    what: 'Le coffre de clés de cet ordinateur ne donne pas la clé qui les scelle. Rien de nouveau ne peut être émis non plus.',
    next: 'Redémarrez sous le compte qui a configuré ce poste, coffre de clés déverrouillé. Seulement si c’est impossible, repartez avec une nouvelle clé.',
    button: 'Repartir avec une nouvelle clé…',
    question: 'Repartir avec une nouvelle clé ?',
    means:
      'Les badges pas encore sur papier ne pourront pas être imprimés, ni les codes PIN pas encore montrés être affichés. Ils reviennent si l’ancienne clé revient. Sinon, chacun est à remplacer.',
    afterwards: 'De nouveaux badges pourront ensuite être émis.',
    confirm: 'Repartir avec une nouvelle clé',
    keep: 'Pas maintenant',
    signIn: 'Connectez-vous d’abord : le registre note qui a décidé.',
  },
};
