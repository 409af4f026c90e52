import type { HistoryText } from '../en/history.ts';

export const history: HistoryText = {
  title: '履歴',
  intro: 'この端末で行ったこと。400 日間残ります。',
  search: '氏名、ユーザー名、シリアル、担当者',
  period: '期間',
  periods: { day: '過去 24 時間', week: '過去 7 日', month: '過去 31 日', all: '残っているすべて' },
  filter: '表示',
  filters: { all: 'すべて', 'handed-over': '手渡し済み', otherwise: 'それ以外の終わり', copies: '2 枚目' },
  list: '操作',
  found: (count) => (count.n === 0 ? '見つかりません' : `${count.text} 件の操作`),
  reading: '調べています…',
  nothing: 'この期間に当てはまるものはありません。',
  more: 'さらに表示',
  by: (operator) => `担当: ${operator}`,
  carriedOut: '実行済み',
  showTrail: '記録を表示',
  hideTrail: '記録を隠す',
  trail: '記録の項目',
  noTrail: 'この記録は保存期間が過ぎたため削除されました。',
  record: {
    title: '記録',
    what: '一つ一つの手順が、前の項目の指紋を持つ項目として残るので、変更すると分かります。コードも PIN も含みません。',
    newest: '最新の項目:',
    check: '記録を確かめる',
    checking: '確かめています…',
    whole: (count) => `記録は完全です: ${count.text} 項目、どれも前の項目に続いています`,
    removed: (entry) => `${entry} 番までの項目は保存期間が過ぎたため削除されました。`,
    wholeLimit:
      '末尾の新しい項目が切り取られたかどうかは、ここでは分かりません。最新の項目を書き留めるか、書き出しを別の場所に保管し、後で比べてください。',
    broken: '記録が壊れています',
    breaks: {
      changed: (entry) => `${entry} 番の項目は、書かれた後に変更されています。`,
      missing: (entry) => `${entry} 番の項目がありません。`,
      misplaced: (entry) => `${entry} 番の項目の位置が違います。`,
      unlinked: (entry) => `${entry} 番の項目が前の項目に続いていません。`,
      unreadable: (entry) => `${entry} 番の項目を読めません。`,
      orphaned: (entry) =>
        `あるバッジが ${entry} 番の項目に基づいていますが、その項目がないか、内容が違います。新しい項目が切り取られたか、バッジが変更されています。`,
    },
    brokenNext: '端末をそのままにして、IT 担当者に知らせてください。',
    exportTable: '表として書き出す (CSV)',
    exportJson: 'JSON として書き出す',
    written: (file) =>
      `書き出しました: ${file}。人の名前を含むので、見てよい人だけが読める場所に保管してください。`,
  },
};
