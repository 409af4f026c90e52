import type { WaitText } from '../en/wait.ts';

export const wait: WaitText = {
  steps: {
    'create-method': 'création du code du badge et du code PIN',
    'delete-standard': 'fin de l’ancien code',
    'create-standard': 'création du nouveau code',
    'delete-temporary': 'fin de l’ancien code temporaire',
    'create-temporary': 'création du code temporaire',
    'extend-standard': 'report de la date de fin',
    'reset-pin': 'définition d’un nouveau code PIN',
    'delete-method': 'suppression du code et du code PIN',
  },
  only: (what) => `En cours : ${what}`,
  step: (at, of, what) => `Étape ${at} sur ${of} : ${what}`,
  seconds: (count) => (count.n < 2 ? `depuis ${count.text} seconde` : `depuis ${count.text} secondes`),
  slow: 'Microsoft prend son temps. Une réponse lente peut demander une minute et demie.',
  looking: 'Recherche de ce qui s’est passé',
  stopWhat: 'Vous pouvez ne plus attendre. On vérifie alors d’abord ce que Microsoft a peut-être déjà fait.',
};
