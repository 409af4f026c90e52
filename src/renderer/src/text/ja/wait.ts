import type { WaitText } from '../en/wait.ts';

export const wait: WaitText = {
  steps: {
    'create-method': 'バッジのコードと PIN を作成',
    'delete-standard': '古いコードを終了',
    'create-standard': '新しいコードを作成',
    'delete-temporary': '古い一時コードを終了',
    'create-temporary': '一時コードを作成',
    'extend-standard': '終了日を変更',
    'reset-pin': '新しい PIN を設定',
    'delete-method': 'コードと PIN を削除',
  },
  only: (what) => `実行中: ${what}`,
  step: (at, of, what) => `手順 ${at} / ${of}: ${what}`,
  seconds: (count) => `${count.text} 秒経過`,
  slow: 'Microsoft の応答に時間がかかっています。遅いときは 1 分半ほどかかることがあります。',
  looking: '何が起きたか調べています',
  stopWhat: '待つのをやめることができます。その場合は、Microsoft がすでに何か行ったかどうかを先に調べます。',
};
