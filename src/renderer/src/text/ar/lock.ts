import type { LockText } from '../en/lock.ts';

export const lock: LockText = {
  button: 'قفل المحطة',
  title: 'المحطة مقفلة',
  whys: {
    person: 'قفلها أحدهم.',
    idle: 'لم يلمسها أحد منذ فترة.',
    system: 'قُفلت شاشة هذا الحاسوب.',
    sleep: 'دخل هذا الحاسوب في وضع السكون.',
  },
  since: (time) => `مقفلة منذ ${time}.`,
  who: (name) => `${name} مسجّل الدخول.`,
  printing: (count) => `بطاقات قيد الطباعة: ${count.text}.`,
  waiting: (count) => `بطاقات تنتظر شخصًا: ${count.text}.`,
  quiet: 'لا شيء ينتظر.',
  goesOn: 'تستمر طباعة البطاقات والمحطة مقفلة.',
  unlock: 'فتح القفل',
  unlockHint: 'تطلب منك Microsoft إثبات هويتك.',
  someoneElse: 'تسجيل الدخول باسم شخص آخر',
  needsConnection: 'يحتاج فتح القفل إلى اتصال.',
};
