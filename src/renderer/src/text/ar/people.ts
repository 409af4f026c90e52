import type { PeopleText } from '../en/people.ts';

export const people: PeopleText = {
  ways: {
    label: 'طريقة العثور على الشخص',
    search: 'بحث',
    reports: 'فريقي',
    group: 'مجموعة',
    unit: 'وحدة إدارية',
  },
  own: {
    button: 'بطاقتي الخاصة',
    title: 'هذه بطاقتك الخاصة',
    what: 'إذا مضى على آخر تسجيل دخول لك أكثر من عشر دقائق، تطلب منك Microsoft تسجيل الدخول مرة أخرى.',
    next: 'إذا لم تسمح لك Microsoft بتغيير رموزك هنا، فاطلب ذلك من مشغّل آخر.',
  },
  lists: {
    placeLabel: { group: 'اسم المجموعة', unit: 'اسم الوحدة الإدارية' },
    find: 'عرض',
    places: 'النتائج',
    noPlace: (text) => `لم يُعثر على شيء باسم «${text}». جرّب بداية كلمة أخرى من الاسم.`,
    members: (place) => `الأشخاص في ${place}`,
    reports: 'الأشخاص التابعون لك',
    reading: 'تجري قراءة القائمة…',
    nobody: 'لا أحد في هذه القائمة.',
    another: 'اختيار اسم آخر',
    notAllowed: {
      title: 'هذه القائمة غير متاحة لك',
      what: 'تحتاج إلى إذن لا يملكه Badge Station أو حسابك. كل ما عداها يعمل من دونه.',
      next: 'ابحث بالاسم أو برقم الموظف، أو اطلب الإذن من فريق تقنية المعلومات.',
    },
  },
  byCode: {
    link: 'تسجيل الدخول على جهاز آخر',
    preparing: 'يجري طلب رمز من Microsoft…',
    address: 'افتح هذا العنوان على جهاز آخر',
    code: 'أدخل هذا الرمز هناك',
    until: (time) => `يعمل الرمز حتى ${time}. تتابع هذه الصفحة من تلقاء نفسها عند انتهائك.`,
    practice: 'تمثيل الجهاز الآخر',
  },
  help: (number) => `ما تقوله Microsoft عن الخطأ ${number}`,
  hints: {
    'not-set-up': 'لم يُسجَّل Badge Station تسجيلاً صحيحاً في مؤسستك.',
    'not-assigned': 'حسابك ليس من الحسابات المسموح لها باستخدام Badge Station.',
    blocked: 'قاعدة في مؤسستك لا تسمح بتسجيل الدخول هذا من هذا الكمبيوتر.',
    account: 'الحساب مقفل أو معطّل أو غير معروف.',
    'other-organisation': 'الحساب تابع لمؤسسة أخرى.',
    approval: 'يجب أن يوافق مسؤول على Badge Station أولاً.',
  },
};
