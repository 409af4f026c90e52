import type { PagePrinter, Transport } from '../types.ts';
import type { CupsServer } from './cups/cups-server.ts';
import { CupsTransport } from './cups/cups-transport.ts';
import type { DeviceAddress } from './device-address.ts';
import type { StartHelper } from './helper/helper-process.ts';
import { LpTransport } from './lp/lp-transport.ts';
import type { LeftBehind } from './queue.ts';
import { SerialTransport } from './serial/serial-transport.ts';
import { UsbTransport } from './usb/usb-transport.ts';
import { WinspoolTransport } from './winspool/winspool-transport.ts';

export interface DeviceTools {
  /** Starts the printer helper (transports/helper/main.ts, built): `lp:` and the Windows spooler need it. */
  readonly startHelper: StartHelper;
  /** Told when a queue could not be tidied up: a badge may rest there. For the log and the printer's view. */
  readonly onLeftBehind?: LeftBehind;
  readonly platform?: NodeJS.Platform;
  /** The system's own drivers: `driver:` needs it. */
  readonly pages?: PagePrinter;
  /** The CUPS server of this computer unless a test names another. */
  readonly cups?: CupsServer;
  /** Its settings file, where that is another one than `/etc/cups/cupsd.conf`. */
  readonly cupsConfFile?: string;
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
        : new CupsTransport(address.name, {
            onLeftBehind,
            ...(tools.cups ? { server: tools.cups } : {}),
            ...(tools.cupsConfFile === undefined ? {} : { confFile: tools.cupsConfFile }),
          });
  }
}
