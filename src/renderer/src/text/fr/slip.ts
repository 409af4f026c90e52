import type { SlipText } from '../en/slip.ts';
import { failureText as say } from '../types.ts';

export const slip: SlipText = {
  title: 'Papier du code PIN',
  what: (printer: string) =>
    `Imprime le code PIN sur ${printer}, sur un papier à part. Rien ne s’affiche à l’écran.`,
  print: 'Imprimer le code PIN',
  queued: 'Le papier du code PIN attend l’impression',
  queuedWhat: 'Il s’imprime de lui-même dès que l’imprimante est prête.',
  sending: (printer: string) => `Envoi du papier du code PIN à ${printer}`,
  sent: (printer: string) =>
    `Le papier du code PIN a été envoyé à ${printer}. Prenez-le et remettez-le au titulaire.`,
  confirmed: (printer: string) =>
    `${printer} indique que le papier du code PIN est terminé. Prenez-le et remettez-le au titulaire.`,
  byPerson: 'Vous avez dit que le papier du code PIN est sorti.',
  handedOver: 'Le papier du code PIN a été remis.',
  held: 'Le papier du code PIN vous attend',
  unsure: 'Un papier avec le code PIN est-il sorti ?',
  unsureWhat:
    'Regardez l’imprimante avant de répondre. Quiconque trouve le papier peut utiliser le code PIN.',
  cancelled: 'Le papier du code PIN a été annulé.',
  expired: 'Le papier du code PIN a attendu trop longtemps et a été effacé.',
  replaced: 'Un code PIN plus récent est valable. Le papier de l’ancien ne s’imprime plus.',
  yes: 'Oui, il est sorti',
  newPin: 'Définir un nouveau code PIN',
  newPinWhat: 'La réponse sûre si vous ne savez pas : un papier oublié quelque part ne vaut alors plus rien.',
  again: 'Non, imprimer à nouveau',
  againWhat: 'Le même code PIN est imprimé une fois de plus, comme copie 2.',
  notOut: 'Aucun papier n’est sorti',
  cancel: 'Annuler le papier',
  release: 'Renvoyer',
  unfinished: 'Le papier du code PIN n’est pas terminé.',
  line: (state: string) => `Papier du code PIN : ${state}`,
};

export const slipFailures = {
  'slip-not-set-up': say(
    'Aucune imprimante n’est prévue pour les codes PIN',
    'Un code PIN n’est imprimé que si les réglages indiquent une imprimante pour cela.',
    'Affichez le code PIN à l’écran, ou demandez une imprimante pour les codes PIN.',
  ),
  'slip-shares-paper': say(
    'Le code PIN sortirait sur le papier du badge',
    'Cette imprimante n’a pas de massicot et imprime aussi des badges : badge et code PIN seraient sur une même bande.',
    'Affichez le code PIN à l’écran, ou prévoyez une autre imprimante pour les codes PIN.',
  ),
  'slip-unfinished': say(
    'Le papier du code PIN n’est pas terminé',
    'Personne n’a encore dit si le papier avec le code PIN est sorti.',
    'Répondez à la question sur le papier ou annulez-le, puis continuez.',
  ),
};
