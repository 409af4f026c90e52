import { failureText as say } from '../types.ts';
import type { BatchText } from '../en/batch.ts';

export const batch: BatchText = {
  title: 'リスト',
  key: 'リストを開く',
  intro: '大勢の人のバッジを、1 人ずつ、1 枚のときと同じ確認をしながら発行します。',
  wish: {
    label: 'リストの人が受け取るもの',
    kinds: {
      badge: {
        name: 'バッジ',
        what: 'まだ無い人には最初のバッジ、コードが切れた人やまもなく切れる人には新しいバッジ。',
      },
      temporary: { name: '一時コード', what: '1 回の勤務のあいだ、バッジと並んで使えます。' },
      extend: { name: '期限の延長', what: 'まもなく切れるバッジを長く使えるようにします。紙は出ません。' },
    },
  },
  withinDays: '何日以内に切れるものを「まもなく」としますか',
  hours: '有効な時間数',
  slips: 'PIN を 1 件ずつ別の紙に出す',
  pinsHint: 'PIN は封をしてこの端末で待ち、バッジを渡すときに 1 件ずつ表示します。',
  from: { label: '人の集め方', file: 'ファイル', text: '貼り付けた文字' },
  file: {
    what: '社員番号、UPN、氏名のどれかの列があり、1 人 1 行の CSV ファイル。',
    button: 'ファイルを選ぶ',
  },
  paste: { label: '表、または番号か UPN だけの 1 列', button: '文字を読む' },
  readList: 'リストを読む',
  reading: {
    title: 'リストの人を調べています…',
    progress: (done, of) => `${of} 人中 ${done} 人`,
    what: 'これで何かが変わることはありません。',
    stop: '読むのをやめる',
  },
  patience: (time) => `Microsoft が ${time} まで待つように求めています。そのあと自動で続きます。`,
  ready: {
    title: (count) => `次は ${count.text} 人です`,
    nothing: 'このリストに必要な人はいません',
    what: 'まだ何も変わっていません。順番が来たときに、もう一度ひとりずつ確認します。',
    ends: '使えるバッジを置き換えるときは、新しいバッジを読み取るまで次の人は待ちます。',
    start: '始める',
    discard: 'リストを捨てる',
  },
  run: {
    title: 'リストを処理しています',
    progress: (done, of) => `${of} 人中 ${done} 人が済みました`,
    now: (name) => `いま：${name}`,
    waits: {
      paper: 'プリンターを待っています。',
      scan: '出てきたバッジを読み取ってください。そのあとで次の古いコードが終わります。',
      person: 'あなたの対応が要るバッジがあります。待ち一覧を開いてください。',
    },
    ahead: '作成済みで、まだ終わっていないもの',
    pause: '一時停止',
    scan: 'ここで読み取る',
    otherBadge: 'このバッジではありません。最後に出てきたものを読み取ってください。',
  },
  paused: {
    title: 'リストは一時停止中です',
    whys: {
      person: '誰かが一時停止しました。',
      trouble: 'リストの全員に関わる問題があります。',
      locked: '端末がロックされました。',
      restart: 'リストの途中で Badge Station が閉じられました。',
    },
    safe: '同じ人に二度発行することも、忘れることもありません。',
    goOn: '続ける',
    end: 'ここで終える',
  },
  ended: {
    title: 'リストが終わりました',
    pins: (count) =>
      `${count.text} 件の PIN が封をして待っています。バッジを渡すときに待ち一覧で 1 件ずつ表示してください。`,
    save: '報告を保存',
    saved: '報告を保存しました。コードも PIN も含まれていません。',
    again: '発行できなかった人をもう一度調べる',
    close: '報告を閉じる',
  },
  people: {
    label: 'リストの人',
    show: '表示',
    all: 'すべて',
    line: (line) => `${line} 行目`,
    more: 'さらに表示',
    none: '誰もいません。',
  },
  counts: {
    waiting: '待っています',
    begun: '作成中',
    issued: '進行中',
    done: '済み',
    'left-out': '対象外',
    failed: 'できません',
    unsure: '要確認',
  },
  notes: {
    'listed-twice': 'リストに 2 回あります',
    'line-unreadable': 'この行は読めません',
    'line-without-key': 'この行には誰の名前もありません',
    'line-disagrees': '番号と UPN が別の人のものです',
    'not-unique': '当てはまる人が複数います',
    'own-badge': 'あなた自身です',
    'code-fresh': '十分長く使えるバッジがあります',
    'code-changed': 'その間に別の人がコードを作りました',
    'has-temporary': '使える一時コードがあります',
    'badge-under-way': 'バッジがすでに進行中です',
    'not-begun': 'その前にリストが終わりました',
    'badge-cancelled': 'バッジは取り消されました',
    'picture-lost': 'コードはありますがバッジが失われました。もう一度調べてください',
    'half-done': '古いコードは終わり、新しいコードがありません。もう一度調べてください',
    'outcome-unknown': '何が起きたか分かりません。もう一度調べてください',
  },
};

export const batchFailures = {
  'list-unreadable': say(
    'ファイルを開けませんでした',
    'Badge Station に読む権限がないか、ファイルがありません。',
    'このコンピューターにコピーして、もう一度選んでください。',
  ),
  'list-encoding': say(
    'このファイルの文字を確実に読めません',
    'UTF-8 で保存されていないか、表ではないため、名前を読み違えるおそれがあります。',
    '「CSV UTF-8」で保存して、もう一度選んでください。',
  ),
  'list-columns': say(
    '人を示す列がありません',
    '最初の行で、社員番号、UPN、氏名の列をそれぞれ 1 回だけ名付ける必要があります。',
    '最初の行を加えるか直して、もう一度リストを読んでください。',
  ),
  'list-broken': say(
    'これは表ではありません',
    '読めない行が多すぎます。',
    'もう一度 CSV で保存して選んでください。',
  ),
  'list-too-long': say(
    'リストが長すぎます',
    'リストは 5,000 人、4 メガバイトまでです。',
    '分けるか、小さいグループを選んでください。',
  ),
  'batch-running': say(
    'リストを処理しています',
    '端末は 1 人ずつ扱うため、単独のバッジは待ちます。',
    'リストを一時停止してバッジを発行し、そのあとリストを続けてください。',
  ),
  'batch-in-hand': say(
    '別のリストが終わっていません',
    '扱えるリストは一度に 1 つです。',
    'それを続けるか終えてから、このリストを読んでください。',
  ),
  'report-unwritable': say(
    '報告を保存できませんでした',
    'そこには何も書かれていません。',
    '別のフォルダーを選んでください。',
  ),
};
