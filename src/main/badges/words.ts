/** The fixed words of a badge in one language. */
export interface BadgeWords {
  /** BCP 47 language for dates; `en` means British order (21 Nov 2027), which nobody can misread. */
  readonly dateLocale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly temporary: string;
  readonly practice: string;
  /** Before a day. */
  readonly validUntil: string;
  /** Before a time of day. */
  readonly validUntilTime: string;
  readonly copy: (count: number) => string;
  readonly returnTo: (place: string) => string;
}

const english: BadgeWords = {
  dateLocale: 'en-GB',
  direction: 'ltr',
  temporary: 'TEMPORARY',
  practice: 'PRACTICE',
  validUntil: 'Valid until',
  validUntilTime: 'Valid until',
  copy: (count) => `Copy ${count}`,
  returnTo: (place) => `Return to ${place}`,
};

const words: Readonly<Record<string, BadgeWords>> = {
  en: english,
  de: {
    dateLocale: 'de',
    direction: 'ltr',
    temporary: 'TEMPORÄR',
    practice: 'ÜBUNG',
    validUntil: 'Gültig bis',
    validUntilTime: 'Gültig bis',
    copy: (count) => `Kopie ${count}`,
    returnTo: (place) => `Zurück an: ${place}`,
  },
  fr: {
    dateLocale: 'fr',
    direction: 'ltr',
    temporary: 'TEMPORAIRE',
    practice: 'EXERCICE',
    validUntil: 'Valable jusqu’au',
    validUntilTime: 'Valable jusqu’à',
    copy: (count) => `Copie ${count}`,
    returnTo: (place) => `À rendre à : ${place}`,
  },
  es: {
    dateLocale: 'es',
    direction: 'ltr',
    temporary: 'TEMPORAL',
    practice: 'PRÁCTICA',
    validUntil: 'Válido hasta',
    validUntilTime: 'Válido hasta',
    copy: (count) => `Copia ${count}`,
    returnTo: (place) => `Devolver a: ${place}`,
  },
  nl: {
    dateLocale: 'nl',
    direction: 'ltr',
    temporary: 'TIJDELIJK',
    practice: 'OEFENING',
    validUntil: 'Geldig tot',
    validUntilTime: 'Geldig tot',
    copy: (count) => `Kopie ${count}`,
    returnTo: (place) => `Terugbrengen naar: ${place}`,
  },
  ja: {
    dateLocale: 'ja',
    direction: 'ltr',
    temporary: '一時利用',
    practice: '練習用',
    validUntil: '有効期限',
    validUntilTime: '有効期限',
    copy: (count) => `${count}枚目`,
    returnTo: (place) => `返却先：${place}`,
  },
  ar: {
    dateLocale: 'ar',
    direction: 'rtl',
    temporary: 'مؤقت',
    practice: 'تدريب',
    validUntil: 'صالح حتى',
    validUntilTime: 'صالح حتى',
    copy: (count) => `نسخة ${count}`,
    returnTo: (place) => `يُعاد إلى: ${place}`,
  },
  he: {
    dateLocale: 'he',
    direction: 'rtl',
    temporary: 'זמני',
    practice: 'תרגול',
    validUntil: 'בתוקף עד',
    validUntilTime: 'בתוקף עד',
    copy: (count) => `עותק ${count}`,
    returnTo: (place) => `להחזרה אל: ${place}`,
  },
};

/**
 * The words for a BCP 47 locale, by its language; English for unknown ones. A locale with a region keeps it for dates:
 * `en-US` writes Nov 21, 5:00 PM.
 */
export function wordsFor(locale: unknown): BadgeWords {
  if (typeof locale !== 'string' || !/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,4}$/.test(locale))
    return english;
  const tag = locale.replaceAll('_', '-');
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  const found = Object.hasOwn(words, language) ? words[language] : undefined;
  if (found === undefined) return english;
  return tag.includes('-') ? { ...found, dateLocale: tag } : found;
}

/** Every letter the fixed words need, to ask the fonts whether they can show them. */
export function lettersOf(badgeWords: BadgeWords): string {
  const { temporary, practice, validUntil, copy, returnTo } = badgeWords;
  return `${temporary} ${practice} ${validUntil} ${copy(2)} ${returnTo('')}`;
}

export const englishWords = english;
