import type { Count } from '../types.ts';

const rules = new Intl.PluralRules('ar');

/** The forms a counted noun takes: one, two, three to ten, and all others. */
interface Counted {
  readonly one: string;
  readonly two: string;
  /** Gets the number written out. */
  readonly few: (number: string) => string;
  readonly other: (number: string) => string;
}

export function counted({ n, text }: Count, forms: Counted): string {
  switch (rules.select(n)) {
    case 'one':
      return forms.one;
    case 'two':
      return forms.two;
    case 'few':
      return forms.few(text);
    case 'zero':
    case 'many':
    case 'other':
      return forms.other(text);
  }
}

/**
 * Keeps a name or an address in its own direction inside a right-to-left sentence (Unicode FIRST STRONG ISOLATE and
 * POP DIRECTIONAL ISOLATE, UAX #9).
 */
export function own(text: string): string {
  return `\u2068${text}\u2069`;
}
