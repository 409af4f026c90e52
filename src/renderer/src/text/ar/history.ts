import type { HistoryText } from '../en/history.ts';
import { counted, own } from './arabic.ts';

export const history: HistoryText = {
  title: 'السجل السابق',
  intro: 'ما جرى في هذه المحطة خلال 400 يوم.',
  search: 'الاسم أو اسم المستخدم أو الرقم التسلسلي أو المشغّل',
  period: 'الفترة',
  periods: { day: 'آخر 24 ساعة', week: 'آخر 7 أيام', month: 'آخر 31 يومًا', all: 'كل ما هو محفوظ' },
  filter: 'عرض',
  filters: { all: 'الكل', 'handed-over': 'سُلّمت', otherwise: 'انتهت بغير ذلك', copies: 'نسخ ثانية' },
  list: 'العمليات',
  found: (count) =>
    count.n === 0
      ? 'لم يُعثر على شيء'
      : counted(count, {
          one: 'عملية واحدة',
          two: 'عمليتان',
          few: (number) => `${number} عمليات`,
          other: (number) => `${number} عملية`,
        }),
  reading: 'جارٍ البحث…',
  nothing: 'لا شيء يطابق في هذه الفترة.',
  more: 'عرض المزيد',
  by: (operator) => `بواسطة ${own(operator)}`,
  carriedOut: 'نُفّذت',
  showTrail: 'عرض القيود',
  hideTrail: 'إخفاء القيود',
  trail: 'قيود هذه العملية',
  noTrail: 'أُزيلت قيود هذه العملية بعد انقضاء مدتها.',
  record: {
    title: 'سجل القيود',
    what: 'تترك كل خطوة قيدًا يحمل بصمة القيد السابق، فيظهر أي تغيير. لا يحوي رمزًا ولا رقم PIN.',
    newest: 'أحدث قيد:',
    check: 'فحص السجل',
    checking: 'جارٍ الفحص…',
    whole: (count) =>
      counted(count, {
        one: 'السجل سليم: قيد واحد',
        two: 'السجل سليم: قيدان',
        few: (number) => `السجل سليم: ${number} قيود، كل منها يتبع ما قبله`,
        other: (number) => `السجل سليم: ${number} قيدًا، كل منها يتبع ما قبله`,
      }),
    removed: (entry) => `أُزيلت القيود حتى ${entry} بعد انقضاء مدتها.`,
    wholeLimit:
      'لا يظهر هنا إن كانت قيود أحدث قد قُطعت من النهاية. دوّن أحدث قيد أو احتفظ بنسخة مصدّرة في مكان آخر وقارن لاحقًا.',
    broken: 'السجل تالف',
    breaks: {
      changed: (entry) => `غُيّر القيد ${entry} بعد كتابته.`,
      missing: (entry) => `القيد ${entry} مفقود.`,
      misplaced: (entry) => `القيد ${entry} ليس في مكانه.`,
      unlinked: (entry) => `القيد ${entry} لا يتبع ما قبله.`,
      unreadable: (entry) => `تعذّرت قراءة القيد ${entry}.`,
      orphaned: (entry) =>
        `تستند بطاقة إلى القيد ${entry}، وهو مفقود أو يقول غير ذلك. قُطعت قيود أحدث أو غُيّرت البطاقة.`,
    },
    brokenNext: 'اترك المحطة كما هي وأخبر فريق تقنية المعلومات.',
    exportTable: 'تصدير كجدول (CSV)',
    exportJson: 'تصدير بصيغة JSON',
    written: (file) => `كُتب: ${own(file)}. يذكر أشخاصًا، فاحفظه حيث لا يقرؤه إلا المعنيون.`,
  },
};
