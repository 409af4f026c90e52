import type { QueueAdviceText } from '../en/queue-advice.ts';

export const queueAdvice: QueueAdviceText = {
  'left-behind': {
    title: 'バッジがプリンターの待ち行列に残っているかもしれません',
    what: '印刷システムが Badge Station による削除を認めませんでした。後から印刷されるか、画像がディスクに残るおそれがあります。',
    next: 'システムの設定でこのプリンターの待ち行列を開き、残っているものを削除してください。できない場合は IT 担当に依頼してください。',
  },
  'preserve-job-files': {
    title: '印刷システムが印刷済みの文書を保存しています',
    what: 'Badge Station は印刷後に自分の文書を削除します。その前にコンピューターが止まると、バッジの画像がディスクに残ります。',
    next: 'cupsd.conf に「PreserveJobFiles No」を設定し、CUPS を再起動するよう IT 担当に依頼してください。',
  },
  'keep-printed': {
    title: 'Windows がこの待ち行列に印刷済みの文書を残しています',
    what: 'Badge Station は印刷後に自分の文書を削除します。その前にコンピューターが止まると、バッジの画像がディスクに残ります。',
    next: 'プリンターの詳細設定で「印刷後ドキュメントを残す」をオフにするよう IT 担当に依頼してください。',
  },
  'error-policy': {
    title: '失敗したバッジを待ち行列が後から印刷することがあります',
    what: 'プリンターが進まないとき、Badge Station はバッジを取り下げます。その前にコンピューターが止まると、バッジが勝手に印刷されるおそれがあります。',
    next: 'この待ち行列に「printer-error-policy=abort-job」を設定するよう IT 担当に依頼してください。',
  },
  'keeping-unknown': {
    title: '印刷済みの文書が保存されるかどうかは、ここでは分かりません',
    what: 'このアカウントでは印刷システムの設定を読めません。Badge Station は印刷後に自分の文書を削除します。',
    next: 'IT 担当は cupsd.conf の「PreserveJobFiles No」で確実にできます。',
  },
};
