import type { ElsewhereText } from '../en/elsewhere.ts';

export const elsewhere: ElsewhereText = {
  button: '別のプリンターで印刷',
  nothingCameOut: '何も出ませんでした。別のプリンターで印刷',
  went: (from, to) =>
    `選んだプリンターは ${from} です。バッジは ${to} に出るので、そちらで受け取ってください。`,
};
