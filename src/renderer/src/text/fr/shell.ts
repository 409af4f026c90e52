import type { ShellText } from '../en/shell.ts';

export const shell: ShellText = {
  product: 'Badge Station',
  loading: 'Chargement…',
  skipLink: 'Aller au contenu principal',
  general: {
    back: 'Retour',
    cancel: 'Annuler',
    close: 'Fermer',
    tryAgain: 'Réessayer',
    details: 'Détails pour votre équipe informatique',
  },
  practice: {
    marker: 'EXERCICE',
    note: 'Organisation d’exercice : rien ne parvient à Microsoft et aucun badge n’est réel.',
  },
  nav: {
    label: 'Écrans',
    wizard: 'Badges',
    queue: 'File d’attente',
    history: 'Historique',
    printers: 'Imprimantes',
    needsYou: (count) =>
      count.n === 1 ? '1 badge a besoin de vous' : `${count.text} badges ont besoin de vous`,
  },
  printer: {
    label: 'Imprimante',
    none: 'Aucune imprimante configurée',
    noneNext: 'Rien ne peut être imprimé tant qu’aucune imprimante n’est configurée sur ce poste.',
    moods: {
      ready: 'Prête',
      attention: 'Demande votre aide',
      offline: 'Hors ligne',
      silent: 'Ne répond pas aux questions',
      unknown: 'Pas encore vérifiée',
    },
    check: 'Vérifier maintenant',
    checking: 'Interrogation de l’imprimante…',
    allWell: 'Aucun obstacle connu.',
    details: (model, media) => `${model}, ${media}`,
  },
  session: {
    online: 'En ligne',
    offline: 'Hors ligne',
    menu: 'Session de',
    switchOperator: 'Changer de compte',
    signOut: 'Se déconnecter',
    offlineTitle: 'Pas de connexion',
    offlineWhat:
      'Les badges de la file d’attente peuvent encore être imprimés et remis. Les nouveaux codes demandent une connexion.',
  },
  signIn: {
    title: 'Se connecter à Badge Station',
    intro:
      'Utilisez votre propre compte professionnel. Votre rôle détermine pour qui vous pouvez émettre des badges.',
    button: 'Se connecter avec Microsoft',
    waitingTitle: 'Terminez la connexion dans votre navigateur',
    waitingWhat: 'Une fenêtre de navigateur s’est ouverte. Revenez ici une fois la connexion terminée.',
    practiceWaiting: 'La page de connexion d’exercice s’est ouverte par-dessus cette fenêtre.',
    practiceOpenAgain: 'Rouvrir la page d’exercice',
  },
  warnings: {
    label: 'Avis',
    notKept: {
      title: 'Vous vous reconnecterez après un redémarrage',
      what: 'Cet ordinateur n’a pas de coffre de clés utilisable par Badge Station ; la connexion reste seulement en mémoire.',
      next: 'Demandez à votre équipe informatique d’installer un coffre de clés (sous Linux : un trousseau) pour ce compte.',
    },
    secretsNotKept: {
      title: 'Les badges non imprimés ne survivent pas à un redémarrage',
      what: 'Sans coffre de clés, les codes qui ne sont pas encore sur papier restent seulement en mémoire.',
      next: 'Terminez chaque badge avant de fermer Badge Station ou d’éteindre l’ordinateur.',
    },
  },
  practiceBrowser: {
    title: 'Page de connexion d’exercice',
    what: 'Elle remplace la page de connexion de Microsoft. Personne n’est réellement connecté.',
    choose: 'Choisissez qui vous êtes',
    close: 'Fermer cette page',
  },
  screenPrinter: {
    title: 'Imprimante à l’écran',
    show: 'Afficher l’imprimante à l’écran',
    hide: 'Masquer l’imprimante à l’écran',
    empty: 'Rien n’est encore sorti. Les badges d’exercice apparaissent ici.',
    page: (place) => `Badge ${place} de l’imprimante à l’écran`,
  },
  openWork: {
    title: (count) =>
      count.n === 1 ? '1 badge n’est pas terminé' : `${count.text} badges ne sont pas terminés`,
    open: 'Ouvrir la file d’attente',
  },
  leave: {
    title: (name) => `Reprendre ${name} plus tard ?`,
    what: 'Rien n’est perdu. Vous le retrouvez dans la file d’attente et reprenez au même point.',
    stay: 'Rester ici',
    leave: 'Terminer plus tard',
  },
  help: {
    title: 'Aide clavier',
    open: 'Aide clavier',
    keys: {
      find: 'Chercher une personne',
      primary: 'Faire ce que dit le bouton principal',
      back: 'Revenir d’une étape ; rien n’est perdu',
      verify: 'Scanner le badge',
      queue: 'Ouvrir la file d’attente',
      lock: 'Verrouiller le poste',
      history: 'Ouvrir l’historique',
      printers: 'Ouvrir les imprimantes',
      help: 'Afficher cette aide',
      reveal: 'Maintenir sur « Maintenir pour afficher le code PIN » : affiche le code PIN',
    },
  },
  crash: {
    title: 'Cette fenêtre ne fonctionne plus',
    what: 'Les badges et les codes sont conservés hors de cette fenêtre et sont en sécurité.',
    next: 'Recharger la fenêtre',
  },
};
