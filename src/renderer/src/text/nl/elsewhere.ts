import type { ElsewhereText } from '../en/elsewhere.ts';

export const elsewhere: ElsewhereText = {
  button: 'Ergens anders printen',
  nothingCameOut: 'Er kwam niets uit: ergens anders printen',
  went: (from, to) => `Gekozen was ${from}. De badge gaat naar ${to}: haal hem daar op.`,
};
