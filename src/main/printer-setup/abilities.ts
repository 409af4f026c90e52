import type { PrinterAbilities } from '../../shared/ipc/printer-setup.ts';
import { hasDarkness } from '../../shared/printing/calibration.ts';
import type { PrinterProfile } from '../../shared/printing/profile.ts';
import type { Address } from '../printing/transports/address.ts';

const links: Readonly<Record<Address['kind'], PrinterAbilities['link']>> = {
  tcp: 'two-way',
  // Only an interface with protocol 2 has a way back (transports/usb/pick.ts), and not every cable has all wires.
  usb: 'maybe',
  lp: 'maybe',
  serial: 'maybe',
  queue: 'queue',
  driver: 'queue',
  folder: 'practice',
  screen: 'practice',
};

/** What can be known about a badge sent this way; test/integration/printing/printer-setup.test.ts holds it against printers. */
export function abilitiesOf(profile: PrinterProfile, kind: Address['kind']): PrinterAbilities {
  const link = links[kind];
  const hears = link === 'two-way' || link === 'maybe';
  const { completion } = profile;
  const isShown = kind === 'screen';
  return {
    link,
    isAsked: hears && profile.answersStatus,
    strongest: isShown || (hears && completion === 'printed') ? 'confirmed' : 'sent',
    completion,
  };
}

export function canDarken(profile: PrinterProfile, kind: Address['kind']): boolean {
  return links[kind] !== 'practice' && hasDarkness(profile.language);
}
