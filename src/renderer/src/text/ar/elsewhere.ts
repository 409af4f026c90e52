import type { ElsewhereText } from '../en/elsewhere.ts';
import { own } from './arabic.ts';

export const elsewhere: ElsewhereText = {
  button: 'الطباعة في مكان آخر',
  nothingCameOut: 'لم يخرج شيء: الطباعة في مكان آخر',
  went: (from, to) => `الطابعة المختارة كانت ${own(from)}. تذهب البطاقة إلى ${own(to)}: خذها من هناك.`,
};
