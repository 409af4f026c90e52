import { fail, ok, type Result } from '../../../shared/result.ts';
import { parseSerialSettings, type SerialSettings } from './serial/settings.ts';
import type { UsbAddress } from './usb/pick.ts';

/** Printers that hang on this computer, or in its print queues. */
export type DeviceAddress =
  | ({ readonly kind: 'usb' } & UsbAddress)
  | { readonly kind: 'lp'; readonly path: string }
  | { readonly kind: 'serial'; readonly settings: SerialSettings }
  | { readonly kind: 'queue'; readonly name: string };

/** Reads what follows the scheme: `04b8:0e15:X7KL012`, `/dev/usb/lp0`, `COM3?baud=19200`, `Front desk`. */
export const deviceParsers: Readonly<Record<DeviceAddress['kind'], (rest: string) => Result<DeviceAddress>>> =
  {
    usb: parseUsb,
    lp: (path) =>
      /^\/dev\/[\w./:@-]+$/.test(path) && !path.includes('..')
        ? ok({ kind: 'lp', path })
        : invalid('not-a-device-path'),
    serial: (rest) => {
      const settings = parseSerialSettings(rest);
      return settings.ok ? ok({ kind: 'serial', settings: settings.value }) : settings;
    },
    queue: (name) => (isQueueName(name) ? ok({ kind: 'queue', name }) : invalid('queue-name')),
  };

/** What CUPS (127) and Windows (220) allow for a name. */
export function isQueueName(name: string): boolean {
  return name.trim() === name && name !== '' && name.length <= 220;
}

function parseUsb(rest: string): Result<DeviceAddress> {
  const match = /^([0-9a-f]{4}):([0-9a-f]{4})(?::(.+))?$/i.exec(rest);
  if (!match) return invalid('usb-malformed');
  const [, vendor = '', product = '', serial = null] = match;
  if (serial !== null && serial.length > 126) return invalid('usb-serial-too-long');
  return ok({
    kind: 'usb',
    vendorId: Number.parseInt(vendor, 16),
    productId: Number.parseInt(product, 16),
    serial,
  });
}

function invalid(why: string): Result<never> {
  return fail('address-invalid', { why });
}
