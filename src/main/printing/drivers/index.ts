import type { Language } from '../../../shared/printing/profile.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { brotherQlDriver } from './brother.ts';
import { cpclDriver } from './cpcl.ts';
import { dymoDriver } from './dymo.ts';
import { epl2Driver } from './epl2.ts';
import { escposDriver } from './escpos.ts';
import { starGraphicDriver, starLineDriver, starPrntDriver } from './star.ts';
import { tsplDriver } from './tspl.ts';
import type { Driver } from './types.ts';
import { zplDriver } from './zpl.ts';

/** One driver per language. A new family is one file and one line here. */
const all: readonly Driver[] = [
  zplDriver,
  escposDriver,
  starPrntDriver,
  starLineDriver,
  starGraphicDriver,
  epl2Driver,
  tsplDriver,
  brotherQlDriver,
  cpclDriver,
  dymoDriver,
];

const drivers: ReadonlyMap<Language, Driver> = new Map(
  all.map((driver) => [driver.encoder.language, driver]),
);

/** The driver of a language; fails with `language-unknown` and the names of those there are. */
export function driverFor(language: Language): Result<Driver> {
  const driver = drivers.get(language);
  if (driver !== undefined) return ok(driver);
  return fail('language-unknown', { asked: language, known: [...drivers.keys()].join(', ') });
}
