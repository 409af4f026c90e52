import type { PrinterPlace } from '../../shared/ipc/printer-setup.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { findProfile } from '../printing/profiles/index.ts';
import { parseAddress } from '../printing/transports/address.ts';

const scheme = /^(?:tcp|usb|lp|serial|queue|driver|screen|folder):/i;

/**
 * The address somebody typed, with `tcp://` where they left it out: `192.168.0.20`, `label-printer:9100`, `fe80::1`.
 *
 * SECURITY: printer-address (docs/security.md). The one address a window may name. It must be a printer's; a folder is
 * refused, because then the window could choose where files are written.
 */
export function typedAddress(typed: string): Result<string> {
  const text = typed.trim();
  const whole = scheme.test(text) || text === '' ? text : `tcp://${bracketed(text)}`;
  const address = parseAddress(whole);
  if (!address.ok) return address;
  if (address.value.kind === 'folder') return fail('address-invalid', { why: 'folder-not-from-here' });
  const colon = whole.indexOf(':');
  return ok(`${whole.slice(0, colon).toLowerCase()}${whole.slice(colon)}`);
}

/** An IPv6 address by itself, as it stands on a printer's own page. */
const bracketed = (text: string): string =>
  /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*$/i.test(text) ? `[${text}]` : text;

/** The address that is meant; `keep` is the one the printer has already. */
export function addressOf(
  place: PrinterPlace,
  before: string | null,
  foundAddress: (foundId: string) => string | null,
): Result<string> {
  switch (place.kind) {
    case 'keep':
      return before === null ? fail('address-invalid', { why: 'missing' }) : ok(before);
    case 'found': {
      const address = foundAddress(place.foundId);
      return address === null ? fail('printer-unknown', { why: 'not-found-any-more' }) : ok(address);
    }
    case 'typed':
      return typedAddress(place.address);
  }
}

/**
 * The same queue, the way the model needs it: a model without a language of ours goes through the system's driver, any
 * other gets its bytes as they are. Only a queue has both ways; everything else stays, and the door judges it.
 */
export function forModel(address: string, profileId: string): string {
  const profile = findProfile(profileId);
  if (!profile.ok || !/^(?:queue|driver):/.test(address)) return address;
  const way = profile.value.language === 'driver' ? 'driver' : 'queue';
  return `${way}${address.slice(address.indexOf(':'))}`;
}
