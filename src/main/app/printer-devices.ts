import { utilityHelper } from './printer-helper.ts';
import { cupsPlaceFrom } from './cups-place.ts';
import type { Log } from '../log/types.ts';
import { CupsServer } from '../printing/transports/cups/cups-server.ts';
import type { DeviceTools } from '../printing/transports/devices.ts';
import type { PagePrinter } from '../printing/types.ts';

export interface PrinterDevicesParts {
  /** The built helper, `printer-helper.js` beside the app's own main file. */
  readonly helperFile: string;
  /** Another CUPS server of this computer, as libcups names it; unpackaged builds only. */
  readonly cupsServer: string | undefined;
  readonly pages: PagePrinter;
  readonly log: Log;
}

/** What the app gives the printing room for printers on this computer and in its queues. */
export function printerDevices({ helperFile, cupsServer, pages, log }: PrinterDevicesParts): DeviceTools {
  const place = cupsPlaceFrom(cupsServer);
  return {
    startHelper: utilityHelper(helperFile),
    pages,
    onLeftBehind: ({ queue, why }) => log.warn('printing.left-behind', { queue, why }),
    ...(place === null ? {} : { cups: new CupsServer(place) }),
  };
}
