import type { QueueText } from '../en/queue.ts';

export const queue: QueueText = {
  title: '待ち一覧',
  summary: (count) => `終わっていないバッジが ${count.text} 件あります`,
  empty: '待っているものはありません。',
  emptyFilter: 'ここには何もありません。',
  emptyNext: '人を探す',
  loading: '待ち一覧を読み込んでいます…',
  filters: { label: '表示', all: 'すべて', person: '対応が必要', printer: 'プリンター待ち' },
  list: '終わっていないバッジ',
  states: {
    queued: '印刷を待っています',
    sending: 'プリンターに送っています',
    sent: '送信済み、未スキャン',
    confirmed: 'プリンターが確認済み、未スキャン',
    verified: 'スキャン済み、手渡し前',
    'handed-over': '手渡し済み',
    held: 'あなたの対応を待っています',
    unsure: 'バッジは出てきましたか',
    cancelled: '取り消し済み',
    expired: 'コード終了',
    replaced: '新しいコードに置き換え',
  },
  reasons: {
    offline: {
      what: 'プリンターにつながりません。',
      next: '電源とケーブルを確認してください。バッジは自動で印刷されます。',
    },
    busy: {
      what: 'プリンターは別の処理をしています。',
      next: '少し待ってください。バッジは自動で印刷されます。',
    },
    paused: {
      what: 'プリンターが一時停止しています。',
      next: 'プリンターの一時停止ボタンかフィード ボタンを押してください。',
    },
    'media-empty': {
      what: 'プリンターのラベルがなくなりました。',
      next: 'ロールをセットしてください。バッジは自動で印刷されます。',
    },
    'media-mismatch': {
      what: 'セットされている用紙の大きさが違います。',
      next: 'このプリンターに設定された大きさの用紙をセットし、もう一度送ってください。',
    },
    'cover-open': {
      what: 'プリンターのカバーが開いています。',
      next: '閉じてください。バッジは自動で印刷されます。',
    },
    'head-hot': {
      what: '印字ヘッドが熱くなりすぎています。',
      next: '1 分ほど冷ましてください。バッジは自動で印刷されます。',
    },
    'cutter-jam': {
      what: 'カッターが詰まっています。',
      next: 'カバーを開けてカッターを直してください。バッジは自動で印刷されます。',
    },
    'printer-fault': {
      what: 'プリンターが異常を知らせています。',
      next: '表示を確認し、電源を入れ直してください。バッジは自動で印刷されます。',
    },
    'printer-unknown': {
      what: 'このプリンターはもう設定されていません。',
      next: '設定し直すか、このバッジを取り消して交換してください。',
    },
    'permission-denied': {
      what: 'このアカウントではプリンターを使えません。',
      next: 'IT 担当者に使用許可を依頼してから、もう一度送ってください。',
    },
    'not-readable': {
      what: '仕上がったバッジを読み返せなかったため、送っていません。',
      next: '大きいバッジか別のプリンターを使い、交換してください。',
    },
    'holder-mismatch': {
      what: 'コードが別の人のものだったため、送っていません。',
      next: 'このバッジを取り消し、もう一度発行してください。',
    },
    'seal-lost': {
      what: '保存されたコードを開けなくなりました。',
      next: 'このバッジを取り消し、交換してください。',
    },
    parked: { what: '後で終わらせるために取り置かれました。', next: '準備ができたら続けてください。' },
    interrupted: {
      what: 'このバッジの送信中に Badge Station が停止しました。',
      next: 'プリンターを見てから、質問に答えてください。',
    },
    vanished: {
      what: 'プリンターとの接続が切れました。',
      next: 'つなぎ直してください。バッジは自動で印刷されます。',
    },
    stalled: {
      what: 'プリンターがデータを受け取らなくなりました。',
      next: '電源を入れ直してください。バッジは自動で印刷されます。',
    },
    'fault-while-printing': {
      what: '印刷中にプリンターが異常を知らせました。',
      next: '何が出てきたかを見てから、質問に答えてください。',
    },
  },
  noJob: {
    pin: 'PIN がまだ表示されていません',
    waiting: '終わっていません',
  },
  printer: (name) => `プリンター: ${name}`,
  age: (time) => `開始: ${time}`,
  expires: (when) => `コードの終了: ${when}`,
  serial: (serial) => `通し番号 ${serial}`,
  copy: (copy) => `${copy} 枚目`,
  current: 'バッジ画面で開いています',
  actions: {
    goOn: '続ける',
    answer: '答える',
    release: 'もう一度送る',
    cancel: 'バッジを取り消す',
    dismiss: '片付ける',
  },
  cancelDialog: {
    title: (name) => `${name} さんのバッジを取り消しますか`,
    what: '印刷されず、保存されているコードは消去されます。コード自体は、交換、削除、または期限切れになるまで Microsoft Entra に残ります。',
    reason: '理由',
    reasons: {
      'wrong-person': '人を間違えた',
      'not-needed': '不要になった',
      'paper-spoiled': '紙がだめになった',
      other: 'その他の理由',
    },
    confirm: 'バッジを取り消す',
    keep: 'そのままにする',
  },
};
