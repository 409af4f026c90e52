import type { PeopleText } from '../en/people.ts';

export const people: PeopleText = {
  ways: {
    label: '対象者の探し方',
    search: '検索',
    reports: '自分の部下',
    group: 'グループ',
    unit: '管理単位',
  },
  own: {
    button: '自分のバッジ',
    title: 'これはご自身のバッジです',
    what: '最後のサインインから 10 分以上たっている場合、Microsoft からもう一度サインインを求められます。',
    next: 'ここで自分のコードを変更できない場合は、ほかの担当者に依頼してください。',
  },
  lists: {
    placeLabel: { group: 'グループの名前', unit: '管理単位の名前' },
    find: '表示',
    places: '見つかったもの',
    noPlace: (text) => `「${text}」は見つかりませんでした。名前に含まれる別の単語の先頭を入力してください。`,
    members: (place) => `${place} のメンバー`,
    reports: 'あなたの部下',
    reading: '一覧を読み込んでいます…',
    nobody: 'この一覧には誰もいません。',
    another: '別のものを選ぶ',
    notAllowed: {
      title: 'この一覧は表示できません',
      what: 'Badge Station またはお使いのアカウントにないアクセス許可が必要です。ほかの機能はこれがなくても使えます。',
      next: '名前か社員番号で検索するか、IT 担当者にアクセス許可を依頼してください。',
    },
  },
  byCode: {
    link: '別のデバイスでサインイン',
    preparing: 'Microsoft にコードを要求しています…',
    address: '別のデバイスでこのアドレスを開いてください',
    code: 'そこでこのコードを入力してください',
    until: (time) => `コードは ${time} まで使えます。完了すると、この画面は自動的に進みます。`,
    practice: '別のデバイスの役をする',
  },
  help: (number) => `エラー ${number} についての Microsoft の説明`,
  hints: {
    'not-set-up': '組織で Badge Station が正しく登録されていません。',
    'not-assigned': 'このアカウントには Badge Station の使用が割り当てられていません。',
    blocked: '組織のルールにより、このコンピューターからのサインインは許可されていません。',
    account: 'アカウントがロックされているか、無効か、存在しません。',
    'other-organisation': 'このアカウントは別の組織のものです。',
    approval: '先に管理者が Badge Station を承認する必要があります。',
  },
};
