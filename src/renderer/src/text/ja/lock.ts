import type { LockText } from '../en/lock.ts';

export const lock: LockText = {
  button: 'ステーションをロック',
  title: 'ステーションはロックされています',
  whys: {
    person: 'だれかがロックしました。',
    idle: 'しばらく操作がありませんでした。',
    system: 'このコンピューターの画面がロックされました。',
    sleep: 'このコンピューターがスリープしました。',
  },
  since: (time) => `${time} からロックされています。`,
  who: (name) => `${name} さんがサインインしています。`,
  printing: (count) => `${count.text} 枚のバッジを印刷しています。`,
  waiting: (count) => `${count.text} 枚のバッジが担当者を待っています。`,
  quiet: '待っているものはありません。',
  goesOn: 'ロック中もバッジの印刷は続きます。',
  unlock: 'ロックを解除',
  unlockHint: 'Microsoft が本人確認を求めます。',
  someoneElse: '別の人としてサインイン',
  needsConnection: 'ロックの解除には接続が必要です。',
};
