import { isIPv4, isIPv6 } from 'node:net';
import { isAbsolute } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { deviceParsers, isQueueName, type DeviceAddress } from './device-address.ts';
import { usbKey } from './usb/pick.ts';

/** Where a printer is, taken apart. One member per scheme; docs/printers.md lists the forms. */
export type Address =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** A folder that gets a PNG and the bytes of each job. Practice only. */
  | { readonly kind: 'folder'; readonly path: string }
  /** The printer on the screen. Practice only. */
  | { readonly kind: 'screen' }
  /** A printer of the system that only its own driver understands. */
  | { readonly kind: 'driver'; readonly name: string }
  | DeviceAddress;

/** Raw printing ("AppSocket") listens here unless told otherwise. */
const rawPort = 9100;
const maxAddressLength = 1024;

type Parser = (rest: string) => Result<Address>;

const parsers: Readonly<Record<Address['kind'], Parser>> = {
  tcp: parseTcp,
  folder: (path) => (isAbsolute(path) ? ok({ kind: 'folder', path }) : invalid('folder-not-absolute')),
  screen: (rest) => (rest === '' ? ok({ kind: 'screen' }) : invalid('text-after-address')),
  driver: (name) => (isQueueName(name) ? ok({ kind: 'driver', name }) : invalid('queue-name')),
  ...deviceParsers,
};

/** Schemes an address may begin with. */
export const knownSchemes = Object.keys(parsers);

/**
 * Reads an address such as `tcp://10.0.0.5`, `tcp://[fe80::1]:9101`, `folder:/srv/out` or `screen:`.
 *
 * Fails with `address-invalid`; the facts say why, never the address itself: it may name people or machines.
 */
export function parseAddress(raw: unknown): Result<Address> {
  if (typeof raw !== 'string') return invalid('not-text');
  const text = raw.trim();
  if (text === '') return invalid('empty');
  if (text.length > maxAddressLength) return invalid('too-long');
  if (hasControlCharacter(text)) return invalid('control-character');
  const colon = text.indexOf(':');
  if (colon < 1) return invalid('no-scheme');
  const scheme = text.slice(0, colon).toLowerCase();
  if (!isScheme(scheme)) return invalid('scheme-unknown');
  return parsers[scheme](text.slice(colon + 1));
}

/** Two addresses with the same key are the same device and must not be used at once. */
export function deviceKeyOf(address: Address): string {
  switch (address.kind) {
    case 'tcp':
      return `tcp:${address.host}:${address.port}`;
    case 'folder':
      return `folder:${address.path}`;
    case 'screen':
      return 'screen:';
    case 'usb':
      return usbKey(address);
    case 'lp':
      return `lp:${address.path}`;
    case 'serial':
      return `serial:${address.settings.path}`;
    // One device, whichever of the two ways its queue is used.
    case 'driver':
    case 'queue':
      return `queue:${address.name}`;
  }
}

function isScheme(scheme: string): scheme is Address['kind'] {
  return Object.hasOwn(parsers, scheme);
}

function invalid(why: string): Result<never> {
  return fail('address-invalid', { why, known: knownSchemes.join(', ') });
}

function parseTcp(rest: string): Result<Address> {
  if (!rest.startsWith('//')) return invalid('two-slashes-missing');
  const match = /^(?:\[(?<six>[^[\]]*)\]|(?<host>[^:[\]/?#@\s]*))(?::(?<port>[^:/]*))?\/?$/.exec(
    rest.slice(2),
  );
  if (match === null) return invalid('host-malformed');
  const { six, host, port } = match.groups ?? {};
  const name = (six ?? host ?? '').toLowerCase();
  if (name === '') return invalid('host-missing');
  if (six !== undefined ? !isIPv6(name) : !isHost(name)) return invalid('host-malformed');
  const number = port === undefined ? rawPort : parsePort(port);
  return number === null ? invalid('port-out-of-range') : ok({ kind: 'tcp', host: name, port: number });
}

function isHost(name: string): boolean {
  if (name.length > 253) return false;
  // Digits and dots alone must be a whole IPv4 address: "10.0.5" would silently mean 10.0.0.5.
  if (/^[\d.]+$/.test(name)) return isIPv4(name);
  return name.split('.').every((label, at, all) => {
    if (label === '' && at === all.length - 1 && at > 0) return true;
    return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?$/u.test(label);
  });
}

function parsePort(text: string): number | null {
  if (!/^\d{1,5}$/.test(text)) return null;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : null;
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}
