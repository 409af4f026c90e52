import type { WaitText } from '../en/wait.ts';
import { counted } from './arabic.ts';

export const wait: WaitText = {
  steps: {
    'create-method': 'إنشاء رمز البطاقة ورقم PIN',
    'delete-standard': 'إنهاء الرمز القديم',
    'create-standard': 'إنشاء الرمز الجديد',
    'delete-temporary': 'إنهاء الرمز المؤقت القديم',
    'create-temporary': 'إنشاء الرمز المؤقت',
    'extend-standard': 'تغيير تاريخ الانتهاء',
    'reset-pin': 'تعيين رقم PIN جديد',
    'delete-method': 'إزالة الرمز ورقم PIN',
  },
  only: (what) => `الآن: ${what}`,
  step: (at, of, what) => `الخطوة ${at} من ${of}: ${what}`,
  seconds: (count) =>
    counted(count, {
      one: 'منذ ثانية واحدة',
      two: 'منذ ثانيتين',
      few: (number) => `منذ ${number} ثوانٍ`,
      other: (number) => `منذ ${number} ثانية`,
    }),
  slow: 'تستغرق Microsoft وقتًا. قد يحتاج الجواب البطيء إلى دقيقة ونصف.',
  looking: 'جارٍ معرفة ما حدث',
  stopWhat: 'يمكنك التوقف عن الانتظار، ويُنظر عندئذ أولًا في ما قد تكون Microsoft فعلته.',
};
