import type { PeopleText } from '../en/people.ts';

export const people: PeopleText = {
  ways: {
    label: 'Comment trouver la personne',
    search: 'Recherche',
    reports: 'Mon équipe',
    group: 'Groupe',
    unit: 'Unité administrative',
  },
  own: {
    button: 'Mon propre badge',
    title: 'C’est votre propre badge',
    what: 'Si votre dernière connexion date de plus de dix minutes, Microsoft vous demande de vous reconnecter.',
    next: 'Si Microsoft ne vous laisse pas modifier vos propres codes ici, demandez à une autre personne habilitée.',
  },
  lists: {
    placeLabel: { group: 'Nom du groupe', unit: 'Nom de l’unité administrative' },
    find: 'Afficher',
    places: 'Résultats',
    noPlace: (text) => `Rien trouvé pour « ${text} ». Essayez le début d’un autre mot du nom.`,
    members: (place) => `Personnes dans ${place}`,
    reports: 'Personnes sous votre responsabilité',
    reading: 'Lecture de la liste…',
    nobody: 'Cette liste est vide.',
    another: 'Choisir un autre nom',
    notAllowed: {
      title: 'Cette liste ne vous est pas ouverte',
      what: 'Elle demande une autorisation que Badge Station ou votre compte n’a pas. Tout le reste fonctionne sans elle.',
      next: 'Cherchez par nom ou par matricule, ou demandez l’autorisation à votre équipe informatique.',
    },
  },
  byCode: {
    link: 'Se connecter sur un autre appareil',
    preparing: 'Demande d’un code à Microsoft…',
    address: 'Ouvrez cette adresse sur un autre appareil',
    code: 'Saisissez-y ce code',
    until: (time) =>
      `Le code est valable jusqu’à ${time}. Cette page continue d’elle-même quand vous avez terminé.`,
    practice: 'Jouer l’autre appareil',
  },
  help: (number) => `Ce que Microsoft dit de l’erreur ${number}`,
  hints: {
    'not-set-up': 'Badge Station n’est pas correctement enregistré dans votre organisation.',
    'not-assigned': 'Votre compte ne fait pas partie de ceux qui peuvent utiliser Badge Station.',
    blocked: 'Une règle de votre organisation n’autorise pas cette connexion depuis cet ordinateur.',
    account: 'Le compte est bloqué, désactivé ou inconnu.',
    'other-organisation': 'Le compte appartient à une autre organisation.',
    approval: 'Un administrateur doit d’abord approuver Badge Station.',
  },
};
