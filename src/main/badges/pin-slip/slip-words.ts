/** The fixed words of a PIN slip in one language. Dates and the word for practice come from the badge's own words. */
export interface SlipWords {
  readonly hello: string;
  readonly helloTo: (name: string) => string;
  readonly firstPin: string;
  readonly newPin: string;
  readonly change: string;
  readonly destroy: string;
}

const english: SlipWords = {
  hello: 'Hello',
  helloTo: (name) => `Hello ${name}`,
  firstPin: 'Your first PIN',
  newPin: 'Your new PIN',
  change: 'Change it at your next sign-in.',
  destroy: 'Keep this slip apart from your badge and tear it up after that.',
};

const words: Readonly<Record<string, SlipWords>> = {
  en: english,
  de: {
    hello: 'Guten Tag',
    helloTo: (name) => `Guten Tag ${name}`,
    firstPin: 'Ihre erste PIN',
    newPin: 'Ihre neue PIN',
    change: 'Ändern Sie sie bei der nächsten Anmeldung.',
    destroy: 'Bewahren Sie diesen Zettel getrennt vom Ausweis auf und zerreißen Sie ihn danach.',
  },
  fr: {
    hello: 'Bonjour',
    helloTo: (name) => `Bonjour ${name}`,
    firstPin: 'Votre premier code PIN',
    newPin: 'Votre nouveau code PIN',
    change: 'Changez-le à la prochaine connexion.',
    destroy: 'Gardez ce papier loin de votre badge, puis déchirez-le.',
  },
  es: {
    hello: 'Hola',
    helloTo: (name) => `Hola, ${name}`,
    firstPin: 'Su primer PIN',
    newPin: 'Su nuevo PIN',
    change: 'Cámbielo en el próximo inicio de sesión.',
    destroy: 'Guarde este papel separado de la tarjeta y rómpalo después.',
  },
  nl: {
    hello: 'Hallo',
    helloTo: (name) => `Hallo ${name}`,
    firstPin: 'Uw eerste pincode',
    newPin: 'Uw nieuwe pincode',
    change: 'Wijzig deze bij de volgende aanmelding.',
    destroy: 'Bewaar dit briefje los van uw badge en verscheur het daarna.',
  },
  ja: {
    hello: 'こんにちは',
    helloTo: (name) => `${name} 様`,
    firstPin: '最初のPIN',
    newPin: '新しいPIN',
    change: '次のサインインで変更してください。',
    destroy: 'バッジとは別に保管し、変更後は破棄してください。',
  },
  ar: {
    hello: 'مرحبًا',
    helloTo: (name) => `مرحبًا ${name}`,
    firstPin: 'رقم PIN الأول',
    newPin: 'رقم PIN الجديد',
    change: 'غيّره عند تسجيل الدخول التالي.',
    destroy: 'احفظ هذه الورقة بعيدًا عن الشارة ثم مزّقها.',
  },
  he: {
    hello: 'שלום',
    helloTo: (name) => `שלום ${name}`,
    firstPin: 'קוד ה-PIN הראשון',
    newPin: 'קוד ה-PIN החדש',
    change: 'יש לשנות אותו בכניסה הבאה.',
    destroy: 'שמרו את הפתק בנפרד מהתג וקרעו אותו לאחר מכן.',
  },
};

/** The words of a slip for a BCP 47 locale, by its language; English for unknown ones. */
export function slipWordsFor(locale: string): SlipWords {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return (Object.hasOwn(words, language) ? words[language] : undefined) ?? english;
}

export const englishSlipWords = english;

/** Every letter the fixed words need, to ask the fonts whether they can show them. */
export function slipLetters(slipWords: SlipWords): string {
  const { hello, firstPin, newPin, change, destroy } = slipWords;
  return [hello, slipWords.helloTo(''), firstPin, newPin, change, destroy].join(' ');
}
