import type { ElsewhereText } from '../en/elsewhere.ts';

export const elsewhere: ElsewhereText = {
  button: 'Imprimir en otra',
  nothingCameOut: 'No salió nada: imprimir en otra',
  went: (from, to) => `Se eligió ${from}. La tarjeta va a ${to}: recójala allí.`,
};
