import type { Language } from '../../../shared/printing/profile.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { brotherQlEncoder } from './brother-ql.ts';
import { cpclEncoder } from './cpcl.ts';
import { dymoEncoder } from './dymo.ts';
import type { Encoder } from './encoder.ts';
import { epl2Encoder } from './epl2.ts';
import { escposEncoder } from './escpos.ts';
import { starGraphicEncoder } from './star-graphic.ts';
import { starLineEncoder } from './star-line.ts';
import { starPrntEncoder } from './starprnt.ts';
import { tsplEncoder } from './tspl.ts';
import { zplEncoder } from './zpl.ts';

/** Every encoder there is. A new language is one file and one line here. */
export const encoders: readonly Encoder[] = [
  zplEncoder,
  escposEncoder,
  starPrntEncoder,
  starLineEncoder,
  starGraphicEncoder,
  epl2Encoder,
  tsplEncoder,
  brotherQlEncoder,
  cpclEncoder,
  dymoEncoder,
];

const byLanguage: ReadonlyMap<unknown, Encoder> = new Map(
  encoders.map((encoder) => [encoder.language, encoder]),
);

/** Languages that can be printed, in the order of the table. */
export const knownLanguages: readonly Language[] = encoders.map((encoder) => encoder.language);

/** The encoder of a language; `language-unknown` names those there are. Never falls back to another language. */
export function encoderFor(language: unknown): Result<Encoder> {
  const encoder = byLanguage.get(language);
  if (encoder !== undefined) return ok(encoder);
  const asked = typeof language === 'string' ? language.slice(0, 40) : typeof language;
  return fail('language-unknown', { asked, known: knownLanguages.join(', ') });
}
