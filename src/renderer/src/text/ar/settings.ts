import type { SettingsText } from '../en/settings.ts';
import { own } from './arabic.ts';

export const settings: SettingsText = {
  sources: {
    policy: 'سياسة مؤسستك',
    file: 'ملف المحطة',
    hand: 'ما ضُبط يدويًا',
  },
  reasons: {
    'not-found': 'غير موجود',
    'not-a-file': 'ليس ملفًا',
    'no-permission': 'لا يُسمح لهذا الحساب بقراءته',
    unreadable: 'لا يمكن قراءته',
    'too-large': 'كبير جدًا',
    'wrong-encoding': 'ليس نصًا بترميز UTF-8',
    empty: 'فارغ',
    'not-json': 'ليس JSON',
    'not-an-object': 'هو JSON لكنه ليس كائنًا',
    'endpoints-packaged': 'يسمّي خوادم أخرى، ولا يُسمح بذلك إلا لنسخة اختبار',
    missing: 'مفقود',
    'wrong-type': 'نوعه مختلف عن المتوقع',
    'not-whole': 'ليس عددًا صحيحًا',
    'unknown-value': 'ليس من القيم المعروفة',
    'out-of-range': 'خارج الحدود',
    'too-long': 'طويل جدًا',
    'too-short': 'قصير جدًا',
    'too-many': 'عددها كبير جدًا',
    malformed: 'ليس بالشكل المتوقع',
    'unknown-key': 'هذا الاسم غير معروف',
    'duplicate-id': 'المعرّف نفسه مستخدم مرتين',
    'unknown-printer': 'يسمّي طابعة غير مضبوطة',
    'practice-only': 'للتدريب فقط',
  },
  value: (path, source, reason) => `${own(path)} (${own(source)}): ${reason}.`,
  whole: (source, reason) => `${own(source)}: ${reason}.`,
  range: (min, max) => `المسموح: من ${min} إلى ${max}.`,
  place: (line, column) => `السطر ${line}، العمود ${column}.`,
};
