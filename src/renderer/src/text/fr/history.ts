import type { HistoryText } from '../en/history.ts';

export const history: HistoryText = {
  title: 'Historique',
  intro: 'Ce qui a été fait à ce poste, pendant 400 jours.',
  search: 'Nom, identifiant, numéro de série ou opérateur',
  period: 'Période',
  periods: {
    day: 'Dernières 24 heures',
    week: '7 derniers jours',
    month: '31 derniers jours',
    all: 'Aussi loin que possible',
  },
  filter: 'Afficher',
  filters: { all: 'Tout', 'handed-over': 'Remis', otherwise: 'Autre fin', copies: 'Deuxièmes exemplaires' },
  list: 'Opérations',
  found: (count) =>
    count.n === 0 ? 'Rien trouvé' : count.n === 1 ? '1 opération' : `${count.text} opérations`,
  reading: 'Recherche en cours…',
  nothing: 'Rien ne correspond dans cette période.',
  more: 'Afficher plus',
  by: (operator) => `Par ${operator}`,
  carriedOut: 'Effectué',
  showTrail: 'Afficher le registre',
  hideTrail: 'Masquer le registre',
  trail: 'Entrées du registre',
  noTrail: 'Le registre de cette opération a été retiré une fois son temps écoulé.',
  record: {
    title: 'Le registre',
    what: 'Chaque étape laisse une entrée qui porte l’empreinte de la précédente : une modification se voit. Il ne contient ni code ni code PIN.',
    newest: 'Entrée la plus récente :',
    check: 'Vérifier le registre',
    checking: 'Vérification…',
    whole: (count) =>
      count.n === 1
        ? 'Le registre est intact : 1 entrée'
        : `Le registre est intact : ${count.text} entrées, chacune découlant de la précédente`,
    removed: (entry) => `Les entrées jusqu’à ${entry} ont été retirées une fois leur temps écoulé.`,
    wholeLimit:
      'On ne peut pas voir ici si des entrées plus récentes ont été coupées à la fin. Notez l’entrée la plus récente, ou gardez un export ailleurs, et comparez plus tard.',
    broken: 'Le registre est endommagé',
    breaks: {
      changed: (entry) => `L’entrée ${entry} a été modifiée après coup.`,
      missing: (entry) => `L’entrée ${entry} manque.`,
      misplaced: (entry) => `L’entrée ${entry} n’est pas à sa place.`,
      unlinked: (entry) => `L’entrée ${entry} ne découle pas de la précédente.`,
      unreadable: (entry) => `L’entrée ${entry} n’est pas lisible.`,
      orphaned: (entry) =>
        `Un badge repose sur l’entrée ${entry}, qui manque ou dit autre chose. Des entrées plus récentes ont été coupées, ou le badge a été modifié.`,
    },
    brokenNext: 'Laissez le poste tel quel et prévenez votre équipe informatique.',
    exportTable: 'Exporter en tableau (CSV)',
    exportJson: 'Exporter en JSON',
    written: (file) =>
      `Écrit : ${file}. Le fichier nomme des personnes ; gardez-le là où seules les bonnes personnes peuvent le lire.`,
  },
};
