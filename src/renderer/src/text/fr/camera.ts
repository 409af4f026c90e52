import type { CameraText } from '../en/camera.ts';

export const camera: CameraText = {
  use: 'Utiliser la caméra',
  stop: 'Arrêter la caméra',
  without: 'Continuer sans caméra',
  stays: 'L’image n’est pas conservée et ne quitte pas cet ordinateur.',
  picture: 'Image de la caméra',
  starting: 'La caméra démarre',
  badge: 'Tenez le badge devant la caméra.',
  testPage: 'Tenez la page de test devant la caméra.',
  choose: 'Caméra',
  unnamed: (number) => `Caméra ${number}`,
  mirror: 'Montrer comme dans un miroir',
  again: 'Réessayer',
  troubles: {
    none: {
      title: 'Aucune caméra trouvée',
      what: 'Aucune n’est branchée, ou elle est éteinte.',
      next: 'Branchez une caméra et réessayez, ou utilisez un lecteur.',
    },
    busy: {
      title: 'La caméra ne démarre pas',
      what: 'Un autre programme l’utilise peut-être.',
      next: 'Fermez l’autre programme et réessayez, ou utilisez un lecteur.',
    },
    refused: {
      title: 'La caméra ne peut pas être utilisée maintenant',
      what: 'Elle n’est ouverte que lorsqu’un badge ou une page de test attend d’être lu.',
      next: 'Réessayez, ou utilisez un lecteur.',
    },
    blocked: {
      title: 'Cet ordinateur ne laisse pas Badge Station utiliser la caméra',
      what: 'Ses réglages de confidentialité le refusent.',
      next: 'Demandez à votre équipe informatique d’autoriser la caméra pour Badge Station, ou utilisez un lecteur.',
    },
    gone: {
      title: 'L’image de la caméra s’est arrêtée',
      what: 'La caméra a été débranchée ou éteinte.',
      next: 'Rebranchez-la et réessayez, ou utilisez un lecteur.',
    },
    'no-decoder': {
      title: 'L’image de la caméra ne peut pas être lue',
      what: 'Une partie de Badge Station n’a pas démarré ou s’est arrêtée.',
      next: 'Réessayez. Si cela continue, utilisez un lecteur et prévenez votre équipe informatique.',
    },
  },
  hints: {
    nothing: {
      what: 'Rien n’a encore pu être lu.',
      next: 'Tenez le code à plat, à une largeur de main environ, avec une lumière de côté et sans reflet.',
    },
    mirrored: {
      what: 'Le code apparaît comme dans un miroir.',
      next: 'Si le texte du badge est inversé aussi, l’impression est mauvaise : ne le remettez pas. Sinon, cette caméra inverse son image : choisissez une autre caméra, ou utilisez un lecteur.',
    },
    several: {
      what: 'Il y a plus d’un code dans l’image.',
      next: 'Montrez un seul badge.',
    },
  },
};
