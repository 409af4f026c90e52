import type { Language } from '../../../shared/printing/profile.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { escposDriver } from './escpos.ts';
import type { Driver } from './types.ts';
import { zplDriver } from './zpl.ts';

/** One driver per family. A new family is one file and one line here. */
const drivers: ReadonlyMap<Language, Driver> = new Map(
  [zplDriver, escposDriver].map((driver) => [driver.encoder.language, driver]),
);

/** The driver of a language; fails with `language-unknown` and the names of those there are. */
export function driverFor(language: Language): Result<Driver> {
  const driver = drivers.get(language);
  if (driver !== undefined) return ok(driver);
  return fail('language-unknown', { asked: language, known: [...drivers.keys()].join(', ') });
}
