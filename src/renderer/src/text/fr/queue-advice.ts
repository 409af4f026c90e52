import type { QueueAdviceText } from '../en/queue-advice.ts';

export const queueAdvice: QueueAdviceText = {
  'left-behind': {
    title: 'Un badge est peut-être encore dans la file de l’imprimante',
    what: 'Le système d’impression n’a pas laissé Badge Station le retirer. Il peut sortir plus tard, ou son image peut rester sur le disque.',
    next: 'Ouvrez la file de cette imprimante dans les réglages du système et supprimez ce qu’elle contient, ou demandez-le à votre équipe informatique.',
  },
  'preserve-job-files': {
    title: 'Le système d’impression conserve les documents imprimés',
    what: 'Badge Station retire les siens après l’impression. Si cet ordinateur s’arrête entre-temps, l’image d’un badge reste sur son disque.',
    next: 'Demandez à votre équipe informatique de régler « PreserveJobFiles No » dans cupsd.conf et de redémarrer CUPS.',
  },
  'keep-printed': {
    title: 'Windows conserve les documents imprimés dans cette file',
    what: 'Badge Station retire les siens après l’impression. Si cet ordinateur s’arrête entre-temps, l’image d’un badge reste sur son disque.',
    next: 'Demandez à votre équipe informatique de désactiver « Conserver les documents imprimés » dans les propriétés avancées de l’imprimante.',
  },
  'error-policy': {
    title: 'La file pourrait imprimer plus tard, d’elle-même, un badge qui a échoué',
    what: 'Badge Station reprend son badge quand une imprimante n’avance pas. Si cet ordinateur s’arrête entre-temps, le badge pourrait sortir sans qu’on le demande.',
    next: 'Demandez à votre équipe informatique de régler « printer-error-policy=abort-job » pour cette file.',
  },
  'keeping-unknown': {
    title: 'Impossible de voir ici si les documents imprimés sont conservés',
    what: 'Ce compte n’a pas le droit de lire les réglages du système d’impression. Badge Station retire ses propres documents après l’impression.',
    next: 'Votre équipe informatique peut s’en assurer avec « PreserveJobFiles No » dans cupsd.conf.',
  },
};
