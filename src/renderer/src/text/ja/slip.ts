import type { SlipText } from '../en/slip.ts';
import { failureText as say } from '../types.ts';

export const slip: SlipText = {
  title: 'PIN の用紙',
  what: (printer: string) => `PIN を ${printer} で別の用紙に印刷します。画面には表示されません。`,
  print: 'PIN の用紙を印刷',
  queued: 'PIN の用紙は印刷待ちです',
  queuedWhat: 'プリンターの準備ができると自動で印刷されます。',
  sending: (printer: string) => `PIN の用紙を ${printer} に送信しています`,
  sent: (printer: string) => `PIN の用紙を ${printer} に送信しました。取り出して本人に渡してください。`,
  confirmed: (printer: string) =>
    `${printer} は PIN の用紙の印刷完了を知らせました。取り出して本人に渡してください。`,
  byPerson: 'PIN の用紙が出てきたと回答されました。',
  handedOver: 'PIN の用紙を手渡しました。',
  held: 'PIN の用紙は対応待ちです',
  unsure: 'PIN の用紙は出てきましたか？',
  unsureWhat: '答える前にプリンターを確認してください。用紙を見つけた人は誰でも PIN を使えます。',
  cancelled: 'PIN の用紙は取り消されました。',
  expired: 'PIN の用紙は長く待ちすぎたため消去されました。',
  replaced: '新しい PIN が有効です。古い PIN の用紙はもう印刷されません。',
  yes: 'はい、出てきました',
  newPin: '新しい PIN を設定',
  newPinWhat: '分からないときの安全な答えです。どこかに残った用紙は役に立たなくなります。',
  again: 'いいえ、もう一度印刷',
  againWhat: '同じ PIN をもう一度、2 枚目として印刷します。',
  notOut: '用紙は出てきませんでした',
  cancel: '用紙を取り消す',
  release: 'もう一度送信',
  unfinished: 'PIN の用紙がまだ終わっていません。',
  line: (state: string) => `PIN の用紙：${state}`,
};

export const slipFailures = {
  'slip-not-set-up': say(
    'PIN の用紙のプリンターが設定されていません',
    'PIN は、設定で専用のプリンターが指定されている場合だけ印刷されます。',
    'PIN を画面に表示するか、PIN 用のプリンターを依頼してください。',
  ),
  'slip-shares-paper': say(
    'PIN がバッジの用紙に出てしまいます',
    'このプリンターにはカッターがなく、バッジも印刷するため、バッジと PIN が 1 枚に続いてしまいます。',
    'PIN を画面に表示するか、PIN 用に別のプリンターを設定してください。',
  ),
  'slip-unfinished': say(
    'PIN の用紙が終わっていません',
    'PIN の用紙が出てきたかどうか、まだ回答がありません。',
    '用紙の質問に答えるか取り消してから、続けてください。',
  ),
};
