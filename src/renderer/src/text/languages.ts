import type { Catalogue } from './catalogue.ts';
import english from './en/index.ts';

/** Languages the app speaks. English is always at hand; the others are loaded when they are needed. */
export const languages = ['en', 'de', 'fr', 'es', 'nl', 'ja', 'ar'] as const;
export type Language = (typeof languages)[number];

const loaders: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>> = {
  en: () => Promise.resolve({ default: english }),
  de: () => import('./de/index.ts'),
  fr: () => import('./fr/index.ts'),
  es: () => import('./es/index.ts'),
  nl: () => import('./nl/index.ts'),
  ja: () => import('./ja/index.ts'),
  ar: () => import('./ar/index.ts'),
};

export { english };

/** The language to use for a BCP 47 tag such as `de-AT`; English when we do not speak it. */
export function languageOf(locale: string): Language {
  const wanted = locale.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === wanted) ?? 'en';
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** Loads one language's sentences; English when they cannot be loaded, so that the window never stays empty. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  try {
    return (await loaders[language]()).default;
  } catch {
    return english;
  }
}
