import type { ElsewhereText } from '../en/elsewhere.ts';

export const elsewhere: ElsewhereText = {
  button: 'Imprimer ailleurs',
  nothingCameOut: 'Rien n’est sorti : imprimer ailleurs',
  went: (from, to) => `L’imprimante choisie était ${from}. Le badge va à ${to} : allez le chercher là-bas.`,
};
