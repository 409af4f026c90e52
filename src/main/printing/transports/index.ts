import { fail, ok, type Result } from '../../../shared/result.ts';
import type { PageSink, Transport } from '../types.ts';
import { deviceKeyOf, type Address } from './address.ts';
import { deviceTransport, type DeviceTools } from './devices.ts';
import { FolderPrinter } from './folder.ts';
import type { ScreenPrinter } from './screen.ts';
import { SystemDriver } from './system-driver.ts';
import { TcpTransport } from './tcp.ts';

/** Ways to bring a job to a printer: a line that takes bytes, a sink that takes the finished page too, the system's driver. */
export type Way =
  | { readonly kind: 'line'; readonly transport: Transport }
  | { readonly kind: 'sink'; readonly sink: PageSink; readonly proves: 'page-shown' | 'nothing' }
  | { readonly kind: 'driver'; readonly pages: SystemDriver };

export interface WayParts {
  /** Only in practice mode may a badge go to a folder or to the screen (rule R7). */
  readonly practice: boolean;
  readonly screen: ScreenPrinter;
  /** What `usb:`, `lp:`, `serial:` and `queue:` need; without it they are refused. */
  readonly devices?: DeviceTools;
}

/** The way to an address. Fails with `address-practice-only` where the address must not be used with real badges. */
export function wayTo(address: Address, parts: WayParts): Result<Way> {
  const deviceKey = deviceKeyOf(address);
  switch (address.kind) {
    case 'tcp':
      return ok({ kind: 'line', transport: new TcpTransport(address, deviceKey) });
    case 'folder':
      if (!parts.practice) return fail('address-practice-only', { scheme: address.kind });
      return ok({ kind: 'sink', sink: new FolderPrinter(address.path, deviceKey), proves: 'nothing' });
    case 'screen':
      if (!parts.practice) return fail('address-practice-only', { scheme: address.kind });
      return ok({ kind: 'sink', sink: parts.screen, proves: 'page-shown' });
    case 'driver': {
      const { pages, platform = process.platform, cups, onLeftBehind } = parts.devices ?? {};
      if (pages === undefined) return fail('printer-refused', { why: 'no-drivers-here' });
      const tools = { ...(cups && { server: cups }), ...(onLeftBehind && { onLeftBehind }) };
      return ok({ kind: 'driver', pages: new SystemDriver(address.name, deviceKey, pages, platform, tools) });
    }
    case 'usb':
    case 'lp':
    case 'serial':
    case 'queue':
      if (parts.devices === undefined) return fail('printer-refused', { why: 'no-devices-here' });
      return ok({ kind: 'line', transport: deviceTransport(address, parts.devices) });
  }
}
