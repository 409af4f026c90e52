import type { SlipText } from '../en/slip.ts';
import { failureText as say } from '../types.ts';
import { own } from './arabic.ts';

export const slip: SlipText = {
  title: 'ورقة رقم PIN',
  what: (printer: string) => `تطبع رقم PIN على ${own(printer)} على ورقة مستقلة. لا يظهر شيء على الشاشة.`,
  print: 'اطبع ورقة رقم PIN',
  queued: 'ورقة رقم PIN تنتظر الطباعة',
  queuedWhat: 'تُطبع من تلقاء نفسها حين تصبح الطابعة جاهزة.',
  sending: (printer: string) => `تُرسل ورقة رقم PIN إلى ${own(printer)}`,
  sent: (printer: string) => `أُرسلت ورقة رقم PIN إلى ${own(printer)}. خذها وسلّمها إلى صاحب الشارة.`,
  confirmed: (printer: string) =>
    `تفيد ${own(printer)} بأن ورقة رقم PIN اكتملت. خذها وسلّمها إلى صاحب الشارة.`,
  byPerson: 'قلت إن ورقة رقم PIN خرجت.',
  handedOver: 'سُلّمت ورقة رقم PIN.',
  held: 'ورقة رقم PIN تنتظرك',
  unsure: 'هل خرجت ورقة رقم PIN؟',
  unsureWhat: 'انظر إلى الطابعة قبل أن تجيب. من يجد الورقة يستطيع استعمال رقم PIN.',
  cancelled: 'أُلغيت ورقة رقم PIN.',
  expired: 'انتظرت ورقة رقم PIN طويلًا فمُحيت.',
  replaced: 'رقم PIN أحدث ساري المفعول الآن. لن تُطبع ورقة الرقم القديم بعد ذلك.',
  yes: 'نعم، خرجت',
  newPin: 'اضبط رقم PIN جديدًا',
  newPinWhat: 'الجواب الآمن إن لم تكن متأكدًا: تصبح أي ورقة ضائعة بلا قيمة.',
  again: 'لا، اطبعها مرة أخرى',
  againWhat: 'يُطبع رقم PIN نفسه مرة أخرى نسخةً ثانية.',
  notOut: 'لم تخرج ورقة',
  cancel: 'ألغِ الورقة',
  release: 'أرسل مرة أخرى',
  unfinished: 'ورقة رقم PIN لم تنته بعد.',
  line: (state: string) => `ورقة رقم PIN: ${state}`,
};

export const slipFailures = {
  'slip-not-set-up': say(
    'لا توجد طابعة معدّة لأوراق رقم PIN',
    'لا يُطبع رقم PIN إلا حيث تذكر الإعدادات طابعة له.',
    'اعرض رقم PIN على الشاشة، أو اطلب طابعة لأوراق رقم PIN.',
  ),
  'slip-shares-paper': say(
    'سيخرج رقم PIN على ورق الشارة',
    'ليس لهذه الطابعة قاطع وهي تطبع الشارات أيضًا، فتكون الشارة ورقم PIN على شريط واحد.',
    'اعرض رقم PIN على الشاشة، أو أعدّ طابعة أخرى لأوراق رقم PIN.',
  ),
  'slip-unfinished': say(
    'ورقة رقم PIN لم تنته',
    'لم يقل أحد بعد هل خرجت الورقة التي عليها رقم PIN.',
    'أجب عن السؤال عن الورقة أو ألغها، ثم تابع.',
  ),
};
