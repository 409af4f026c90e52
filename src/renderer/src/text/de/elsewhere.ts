import type { ElsewhereText } from '../en/elsewhere.ts';

export const elsewhere: ElsewhereText = {
  button: 'Woanders drucken',
  nothingCameOut: 'Nichts kam heraus: woanders drucken',
  went: (from, to) => `Gewählt war ${from}. Der Ausweis geht an ${to}: Holen Sie ihn dort.`,
};
