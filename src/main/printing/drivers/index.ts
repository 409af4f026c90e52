import type { Language } from '../../../shared/printing/profile.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { encoders } from '../encoders/index.ts';
import { escposDriver } from './escpos.ts';
import { quietDriver } from './quiet.ts';
import type { Driver } from './types.ts';
import { zplDriver } from './zpl.ts';

/** Families that are talked to. A new one is one file and one line here; every other language is printed in silence. */
const talking: readonly Driver[] = [zplDriver, escposDriver];

const drivers: ReadonlyMap<Language, Driver> = new Map(
  [...encoders.map(quietDriver), ...talking].map((driver) => [driver.encoder.language, driver]),
);

/** The driver of a language; fails with `language-unknown` and the names of those there are. */
export function driverFor(language: Language): Result<Driver> {
  const driver = drivers.get(language);
  if (driver !== undefined) return ok(driver);
  return fail('language-unknown', { asked: language, known: [...drivers.keys()].join(', ') });
}
