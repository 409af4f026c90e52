import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Transport } from '../types.ts';
import { CupsTransport } from './cups/cups-transport.ts';
import type { StartHelper } from './helper/helper-process.ts';
import { LpTransport } from './lp/lp-transport.ts';
import type { LeftBehind } from './queue.ts';
import { SerialTransport } from './serial/serial-transport.ts';
import { parseSerialSettings, type SerialSettings } from './serial/settings.ts';
import type { UsbAddress } from './usb/pick.ts';
import { UsbTransport } from './usb/usb-transport.ts';
import { WinspoolTransport } from './winspool/winspool-transport.ts';

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
    // What CUPS (127) and Windows (220) allow for a name.
    queue: (name) =>
      name.trim() === name && name !== '' && name.length <= 220
        ? ok({ kind: 'queue', name })
        : invalid('queue-name'),
  };

export interface DeviceTools {
  /** Starts the printer helper (transports/helper/main.ts, built): `lp:` and the Windows spooler need it. */
  readonly startHelper: StartHelper;
  /** Told when a queue could not be tidied up: a badge may rest there. For the log and the printer's view. */
  readonly onLeftBehind?: LeftBehind;
  readonly platform?: NodeJS.Platform;
}

export function deviceTransport(address: DeviceAddress, tools: DeviceTools): Transport {
  const { startHelper, onLeftBehind = () => undefined, platform = process.platform } = tools;
  switch (address.kind) {
    case 'usb':
      return new UsbTransport(address);
    case 'lp':
      return new LpTransport(address.path, { startHelper });
    case 'serial':
      return new SerialTransport(address.settings);
    case 'queue':
      return platform === 'win32'
        ? new WinspoolTransport(address.name, { startHelper, onLeftBehind })
        : new CupsTransport(address.name, { onLeftBehind });
  }
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
