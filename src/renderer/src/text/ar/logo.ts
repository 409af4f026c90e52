import { failureText as say } from '../types.ts';

export const logoFailures = {
  'logo-unusable': say(
    'تُرك الشعار جانبًا',
    'تُطبع الشارات من دونه.',
    'اذكر ملف PNG لا يزيد على 1 ميغابايت و4000 بكسل لكل ضلع ولا رمز عليه، ثم شغّل Badge Station من جديد.',
  ),
};
