import { failureText as say } from '../types.ts';

export const logoFailures = {
  'logo-unusable': say(
    'ロゴは使われません',
    'バッジはロゴなしで印刷されます。',
    '1 MB、一辺 4,000 ピクセルまでで、コードを含まない PNG ファイルを指定し、Badge Station を起動し直してください。',
  ),
};
