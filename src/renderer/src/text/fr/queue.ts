import type { QueueText } from '../en/queue.ts';

export const queue: QueueText = {
  title: 'File d’attente',
  summary: (count) =>
    count.n === 1 ? '1 badge n’est pas terminé' : `${count.text} badges ne sont pas terminés`,
  empty: 'Rien n’attend.',
  emptyFilter: 'Rien ici.',
  emptyNext: 'Chercher une personne',
  loading: 'Lecture de la file d’attente…',
  filters: { label: 'Afficher', all: 'Tout', person: 'A besoin de vous', printer: 'Attend l’imprimante' },
  list: 'Badges non terminés',
  states: {
    queued: 'En attente d’impression',
    sending: 'Envoi à l’imprimante',
    sent: 'Envoyé, pas encore scanné',
    confirmed: 'Confirmé par l’imprimante, pas encore scanné',
    verified: 'Scanné, pas encore remis',
    'handed-over': 'Remis',
    held: 'En attente de votre décision',
    unsure: 'Un badge est-il sorti ?',
    cancelled: 'Annulé',
    expired: 'Code terminé',
    replaced: 'Remplacé par un code plus récent',
  },
  reasons: {
    offline: {
      what: 'L’imprimante est injoignable.',
      next: 'Vérifiez l’alimentation et le câble. Le badge s’imprimera tout seul.',
    },
    busy: {
      what: 'L’imprimante est occupée à autre chose.',
      next: 'Attendez un instant. Le badge s’imprimera tout seul.',
    },
    paused: {
      what: 'L’imprimante est en pause.',
      next: 'Appuyez sur pause ou avance papier pour reprendre.',
    },
    'media-empty': {
      what: 'L’imprimante n’a plus d’étiquettes.',
      next: 'Chargez un rouleau. Le badge s’imprimera tout seul.',
    },
    'media-mismatch': {
      what: 'Le support chargé n’a pas la taille attendue.',
      next: 'Chargez la taille prévue pour cette imprimante, puis envoyez le badge à nouveau.',
    },
    'cover-open': {
      what: 'Le capot de l’imprimante est ouvert.',
      next: 'Fermez-le. Le badge s’imprimera tout seul.',
    },
    'head-hot': {
      what: 'La tête d’impression est trop chaude.',
      next: 'Laissez-la refroidir une minute. Le badge s’imprimera tout seul.',
    },
    'cutter-jam': {
      what: 'Le massicot est bloqué.',
      next: 'Ouvrez le capot et dégagez le massicot. Le badge s’imprimera tout seul.',
    },
    'printer-fault': {
      what: 'L’imprimante signale une panne.',
      next: 'Regardez son afficheur, éteignez-la puis rallumez-la. Le badge s’imprimera tout seul.',
    },
    'printer-unknown': {
      what: 'L’imprimante n’est plus configurée ici.',
      next: 'Configurez-la à nouveau, ou annulez ce badge et remplacez-le.',
    },
    'permission-denied': {
      what: 'Ce compte n’a pas le droit d’utiliser l’imprimante.',
      next: 'Demandez l’accès à votre équipe informatique, puis envoyez le badge à nouveau.',
    },
    'not-readable': {
      what: 'Le badge prêt n’a pas pu être relu ; il n’a donc pas été envoyé.',
      next: 'Prenez un badge plus grand ou une autre imprimante, puis remplacez-le.',
    },
    'holder-mismatch': {
      what: 'Le code nomme une autre personne ; il n’a donc pas été envoyé.',
      next: 'Annulez ce badge et émettez-le à nouveau.',
    },
    'seal-lost': {
      what: 'Le code conservé ne peut plus être ouvert.',
      next: 'Annulez ce badge et remplacez-le.',
    },
    parked: { what: 'Il a été mis de côté pour plus tard.', next: 'Reprenez-le quand vous voulez.' },
    interrupted: {
      what: 'Badge Station s’est arrêté pendant l’envoi de ce badge.',
      next: 'Regardez l’imprimante, puis répondez à la question.',
    },
    vanished: {
      what: 'L’imprimante a été déconnectée.',
      next: 'Reconnectez-la. Le badge s’imprimera tout seul.',
    },
    stalled: {
      what: 'L’imprimante n’accepte plus de données.',
      next: 'Éteignez-la puis rallumez-la. Le badge s’imprimera tout seul.',
    },
    'fault-while-printing': {
      what: 'L’imprimante a signalé une panne pendant l’impression.',
      next: 'Regardez ce qui est sorti, puis répondez à la question.',
    },
  },
  noJob: {
    pin: 'Un code PIN attend d’être montré',
    waiting: 'Non terminé',
  },
  printer: (name) => `Imprimante : ${name}`,
  age: (time) => `Commencé ${time}`,
  expires: (when) => `Fin du code : ${when}`,
  serial: (serial) => `Numéro de série ${serial}`,
  copy: (copy) => `Exemplaire ${copy}`,
  current: 'Ouvert sur l’écran des badges',
  actions: {
    goOn: 'Reprendre',
    answer: 'Répondre',
    release: 'Envoyer à nouveau',
    cancel: 'Annuler le badge',
    dismiss: 'Ranger',
  },
  cancelDialog: {
    title: (name) => `Annuler le badge de ${name} ?`,
    what: 'Il ne sera pas imprimé, et ce qui est conservé du code est effacé. Le code lui-même reste dans Microsoft Entra jusqu’à ce qu’il soit remplacé, supprimé ou expiré.',
    reason: 'Motif',
    reasons: {
      'wrong-person': 'Mauvaise personne',
      'not-needed': 'Plus nécessaire',
      'paper-spoiled': 'Le papier est gâché',
      other: 'Autre motif',
    },
    confirm: 'Annuler le badge',
    keep: 'Le garder',
  },
};
