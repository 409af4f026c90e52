import { failureText as say } from '../types.ts';
import type { BatchText } from '../en/batch.ts';

export const batch: BatchText = {
  title: 'Listes',
  key: 'Ouvrir les listes',
  intro:
    'Des badges pour plusieurs personnes. Chacune passe les mêmes vérifications qu’un seul badge, l’une après l’autre.',
  wish: {
    label: 'Ce que reçoivent les personnes de la liste',
    kinds: {
      badge: {
        name: 'Badges',
        what: 'Un premier badge pour qui n’en a pas, un nouveau pour qui a un code terminé ou bientôt terminé.',
      },
      temporary: { name: 'Codes temporaires', what: 'Pour une équipe, à côté du badge.' },
      extend: {
        name: 'Plus de temps',
        what: 'Les badges bientôt terminés durent plus longtemps. Rien ne sort de l’imprimante.',
      },
    },
  },
  withinDays: 'Se termine dans combien de jours compte comme bientôt ?',
  hours: 'Valable combien d’heures ?',
  slips: 'Mettre chaque code PIN sur un ticket à part',
  pinsHint: 'Les codes PIN attendent scellés à ce poste et se montrent un par un à la remise du badge.',
  from: { label: 'D’où viennent les personnes', file: 'Fichier', text: 'Texte collé' },
  file: {
    what: 'Un fichier CSV avec une colonne pour le matricule, l’UPN ou le nom, et une ligne par personne.',
    button: 'Choisir un fichier',
  },
  paste: { label: 'Un tableau, ou une colonne de matricules ou d’UPN', button: 'Lire le texte' },
  readList: 'Lire la liste',
  reading: {
    title: 'Recherche des personnes de la liste…',
    progress: (done, of) => `${done} personnes sur ${of}`,
    what: 'Cela ne change rien.',
    stop: 'Arrêter la lecture',
  },
  patience: (time) => `Microsoft demande de patienter jusqu’à ${time}. La suite reprend d’elle-même.`,
  ready: {
    title: (count) =>
      count.n === 1 ? 'C’est le tour de 1 personne' : `C’est le tour de ${count.text} personnes`,
    nothing: 'Personne sur cette liste n’a besoin de rien',
    what: 'Rien n’a encore changé. Chaque personne est vérifiée une fois de plus quand vient son tour.',
    ends: 'Quand un badge valable est remplacé, le suivant attend que le nouveau ait été scanné.',
    start: 'Commencer',
    discard: 'Abandonner la liste',
  },
  run: {
    title: 'La liste est en cours',
    progress: (done, of) => `${done} sur ${of} terminés`,
    now: (name) => `Maintenant : ${name}`,
    waits: {
      paper: 'En attente de l’imprimante.',
      scan: 'Scannez le badge qui est sorti. Alors seulement le prochain ancien code prend fin.',
      person: 'Un badge a besoin de vous. Ouvrez la file d’attente.',
    },
    ahead: 'Créés, pas encore terminés',
    pause: 'Suspendre',
    scan: 'Scanner ici',
    otherBadge: 'Ce n’était pas ce badge. Scannez le dernier sorti.',
  },
  paused: {
    title: 'La liste est suspendue',
    whys: {
      person: 'Quelqu’un l’a suspendue.',
      trouble: 'Quelque chose gêne toutes les personnes de la liste.',
      locked: 'Le poste a été verrouillé.',
      restart: 'Badge Station a été fermé pendant que la liste était en cours.',
    },
    safe: 'Personne n’est servi deux fois, personne n’est oublié.',
    goOn: 'Continuer',
    end: 'Terminer ici',
  },
  ended: {
    title: 'La liste est terminée',
    pins: (count) =>
      count.n === 1
        ? '1 code PIN attend scellé. Montrez-le depuis la file d’attente à la remise du badge.'
        : `${count.text} codes PIN attendent scellés. Montrez-les un par un depuis la file d’attente à la remise.`,
    save: 'Enregistrer le rapport',
    saved: 'Le rapport est enregistré. Il ne contient ni code ni code PIN.',
    again: 'Revoir les personnes non servies',
    close: 'Fermer le rapport',
  },
  people: {
    label: 'Personnes de la liste',
    show: 'Afficher',
    all: 'Toutes',
    line: (line) => `Ligne ${line}`,
    more: 'Afficher la suite',
    none: 'Personne ici.',
  },
  counts: {
    waiting: 'En attente',
    begun: 'En création',
    issued: 'En route',
    done: 'Terminé',
    'left-out': 'Laissé de côté',
    failed: 'Impossible',
    unsure: 'À revoir',
  },
  notes: {
    'listed-twice': 'Deux fois sur la liste',
    'line-unreadable': 'Cette ligne est illisible',
    'line-without-key': 'Cette ligne ne nomme personne',
    'line-disagrees': 'Le matricule et l’UPN sont à des personnes différentes',
    'not-unique': 'Plusieurs personnes correspondent',
    'own-badge': 'C’est vous',
    'code-fresh': 'A un badge valable assez longtemps',
    'code-changed': 'Quelqu’un d’autre a créé un code entre-temps',
    'has-temporary': 'A un code temporaire valable',
    'badge-under-way': 'Un badge est déjà en route',
    'not-begun': 'La liste a été terminée avant',
    'badge-cancelled': 'Le badge a été annulé',
    'picture-lost': 'Un code existe, son badge est perdu : à revoir',
    'half-done': 'L’ancien code a pris fin, le nouveau manque : à revoir',
    'outcome-unknown': 'Personne ne sait ce qui s’est passé : à revoir',
  },
};

export const batchFailures = {
  'list-unreadable': say(
    'Le fichier n’a pas pu être ouvert',
    'Badge Station n’a pas le droit de le lire, ou il a disparu.',
    'Copiez-le sur cet ordinateur, puis choisissez-le de nouveau.',
  ),
  'list-encoding': say(
    'Les lettres de ce fichier ne sont pas sûres',
    'Il n’est pas enregistré en UTF-8, ou ce n’est pas un tableau : des noms pourraient être mal lus.',
    'Enregistrez-le en « CSV UTF-8 », puis choisissez-le de nouveau.',
  ),
  'list-columns': say(
    'Aucune colonne ne nomme les personnes',
    'La première ligne doit nommer chaque colonne une fois : matricule, UPN ou nom.',
    'Ajoutez ou corrigez la première ligne, puis relisez la liste.',
  ),
  'list-broken': say(
    'Ce n’est pas un tableau',
    'Trop de lignes sont illisibles.',
    'Enregistrez de nouveau la liste en CSV, puis choisissez-la.',
  ),
  'list-too-long': say(
    'La liste est trop longue',
    'Une liste peut avoir 5 000 personnes et 4 mégaoctets.',
    'Partagez-la, ou choisissez un groupe plus petit.',
  ),
  'batch-running': say(
    'Une liste est en cours',
    'Le poste sert une personne à la fois, un badge seul attend donc.',
    'Suspendez la liste, émettez le badge, puis continuez la liste.',
  ),
  'batch-in-hand': say(
    'Une autre liste n’est pas terminée',
    'Une seule liste peut être en cours.',
    'Continuez-la ou terminez-la, puis lisez celle-ci.',
  ),
  'report-unwritable': say(
    'Le rapport n’a pas pu être enregistré',
    'Rien n’a été écrit à cet endroit.',
    'Choisissez un autre dossier.',
  ),
};
