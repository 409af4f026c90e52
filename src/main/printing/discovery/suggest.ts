import type { Language } from '../../../shared/printing/profile.ts';
import type { DeviceId } from '../transports/device-id.ts';
import type { Profiles, Suggestion } from './types.ts';

/** How printers spell their languages in CMD; letters and digits only, lower case. */
const spellings: ReadonlyMap<string, Language> = new Map([
  ['escpos', 'escpos'],
  ['escp', 'escpos'],
  ['epos', 'escpos'],
  ['zpl', 'zpl'],
  ['zplii', 'zpl'],
  ['zpl2', 'zpl'],
  ['epl', 'epl2'],
  ['epl2', 'epl2'],
  ['tspl', 'tspl'],
  ['tspl2', 'tspl'],
  ['tsplez', 'tspl'],
  ['starprnt', 'starprnt'],
  ['star', 'star-line'],
  ['starline', 'star-line'],
  ['stargraphic', 'star-graphic'],
  ['ptcbp', 'brother-ql'],
  ['cpcl', 'cpcl'],
  ['lw', 'dymo'],
]);

/** Names of companies that say the same maker. */
const makers: ReadonlyMap<string, string> = new Map([
  ['seikoepson', 'epson'],
  ['zebratechnologies', 'zebra'],
  ['ztc', 'zebra'],
  ['starmicronics', 'star'],
  ['brotherindustries', 'brother'],
  ['sanford', 'dymo'],
  ['tscauto', 'tsc'],
]);

/**
 * The profile that fits a device id; null when nothing does. Where a model comes with several heads and the id does
 * not name the dpi, the coarsest is suggested: a page for it also prints, smaller, on a finer one.
 */
export function suggestProfile(
  id: Pick<DeviceId, 'maker' | 'model' | 'commands'>,
  profiles: Profiles,
): Suggestion | null {
  const model = letters(id.model);
  const languages = languagesOf(id.commands);
  if (model !== '') {
    const named = profiles.filter(
      // What only a system's driver understands is not spoken to on the wire.
      ({ language, maker, name }) =>
        language !== 'driver' && isMaker(id, maker) && model.includes(letters(bareName(name))),
    );
    // "TM-T20III" also contains "TM-T20": the longest name that fits is meant.
    const longest = Math.max(0, ...named.map((profile) => letters(bareName(profile.name)).length));
    const best = named
      .filter((profile) => letters(bareName(profile.name)).length === longest)
      .sort((a, b) => a.dpi - b.dpi);
    const dpi = Number(/(\d{3})\s*dpi/i.exec(id.model)?.[1] ?? 0);
    const exact = best.find((profile) => profile.dpi === dpi) ?? best[0];
    if (exact) {
      const isOpen = best.length > 1 && exact.dpi !== dpi;
      return { profileId: exact.id, certainty: isOpen ? 'model-dpi-open' : 'model' };
    }
  }
  const generic = profiles.find(
    ({ id, language }) => language !== 'driver' && id.startsWith('generic-') && languages.includes(language),
  );
  return generic ? { profileId: generic.id, certainty: 'language' } : null;
}

/** In the printer's own order; unknown words are left out. */
export function languagesOf(commands: readonly string[]): readonly Language[] {
  return commands.flatMap((command) => {
    const language = spellings.get(letters(command));
    return language === undefined ? [] : [language];
  });
}

/** The maker may be left out, or stand in the model ("ZTC ZD421-203dpi ZPL"). */
function isMaker(id: Pick<DeviceId, 'maker' | 'model'>, maker: string): boolean {
  const wanted = letters(maker);
  const said = letters(id.maker);
  if (said === '') return true;
  const known = [...makers].find(([spelling]) => said.startsWith(spelling))?.[1] ?? said;
  return known.startsWith(wanted) || wanted.startsWith(known) || letters(id.model).startsWith(wanted);
}

/** "ZD421 (203 dpi)" → "ZD421". */
const bareName = (name: string): string => name.replace(/\s*\(.*\)\s*$/, '');

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
