import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CupsServer } from '../transports/cups/cups-server.ts';
import { listQueues } from '../transports/cups/cups-queue.ts';
import type { StartHelper } from '../transports/helper/helper-process.ts';
import { lpFacts } from '../transports/lp/sysfs.ts';
import { identifyUsb } from '../transports/usb/identify.ts';
import { type LoadUsb, loadUsb } from '../transports/usb/library.ts';
import { printerInterface, usbKey } from '../transports/usb/pick.ts';
import { within } from '../transports/wait.ts';
import { SpoolerClient } from '../transports/winspool/spooler-client.ts';
import type { Look, Sighting } from './types.ts';

const nothing: readonly Sighting[] = [];

/** USB devices with a printer interface. Not on Windows, where usbprint.sys does not share them. */
export function lookAtUsb({
  load = loadUsb,
  platform = process.platform,
  sysDir = '/sys/bus/usb/devices',
}: { load?: LoadUsb; platform?: NodeJS.Platform; sysDir?: string } = {}): Look {
  return async (timeoutMs) => {
    if (platform === 'win32') return nothing;
    try {
      const usb = await load();
      const devices = await within(usb.getDevices(), timeoutMs);
      const sightings: Sighting[] = [];
      for (const device of devices) {
        const way = printerInterface(device);
        if (way === null) continue;
        const { vendorId, productId } = device;
        const deviceId = await identifyUsb(device, way, { platform, sysDir, timeoutMs: 1500 });
        const address = usbKey({ vendorId, productId, serial: device.serialNumber ?? null });
        const said = [deviceId?.maker, deviceId?.model].filter(Boolean).join(' ');
        sightings.push({
          address,
          deviceKey: address,
          name: said || (device.productName ?? address),
          deviceId,
        });
      }
      return sightings;
    } catch {
      return nothing;
    }
  };
}

/** `/dev/usb/lp0` and its like, Linux only. */
export function lookAtLp({ devDir = '/dev/usb', sysDir = '/sys/class/usbmisc' } = {}): Look {
  return async () => {
    const names = await readdir(devDir).catch(() => []);
    return names
      .filter((name) => /^lp\d+$/.test(name))
      .map((name) => {
        const file = path.join(devDir, name);
        const facts = lpFacts(file, sysDir);
        const said = [facts?.deviceId?.maker, facts?.deviceId?.model].filter(Boolean).join(' ');
        return {
          address: `lp:${file}`,
          deviceKey: facts?.key ?? `lp:${file}`,
          name: said || file,
          deviceId: facts?.deviceId ?? null,
        };
      });
  };
}

/** One entry of `SerialPort.list()`, the parts used here. */
export interface SerialFacts {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly pnpId?: string | undefined;
}

const listSerial = async (): Promise<readonly SerialFacts[]> =>
  (await import('serialport')).SerialPort.list();

/** Serial ports. Nobody knows whether a printer hangs there, so they have no suggestion and come last. */
export function lookAtSerial(list: () => Promise<readonly SerialFacts[]> = listSerial): Look {
  return async (timeoutMs) => {
    try {
      const ports = await within(list(), timeoutMs);
      return ports
        .filter((port) => isRealPort(port))
        .map((port) => ({
          address: `serial:${port.path}`,
          deviceKey: `serial:${port.path}`,
          name: [port.manufacturer, port.path].filter(Boolean).join(' '),
          deviceId: null,
        }));
    } catch {
      return nothing;
    }
  };
}

/** Queues of this computer's CUPS (Linux, macOS). */
export function lookAtCups(server: () => CupsServer = () => new CupsServer()): Look {
  return async (timeoutMs) => {
    try {
      return (await listQueues(server(), timeoutMs)).map((queue) => ({
        address: `queue:${queue.name}`,
        deviceKey: `queue:${queue.name}`,
        name: queue.makeAndModel ? `${queue.name} (${queue.makeAndModel})` : queue.name,
        deviceId: null,
        queueSerial: serialIn(queue.deviceUri),
      }));
    } catch {
      return nothing;
    }
  };
}

/** Queues of the Windows spooler. */
export function lookAtWindows(startHelper: StartHelper): Look {
  return async (timeoutMs) => {
    const spooler = new SpoolerClient(startHelper);
    try {
      const { queues } = await spooler.ask({ call: 'list' }, timeoutMs);
      return queues.map((name) => ({
        address: `queue:${name}`,
        deviceKey: `queue:${name.toLowerCase()}`,
        name,
        deviceId: null,
      }));
    } catch {
      return nothing;
    } finally {
      spooler.close();
    }
  };
}

/** Linux lists 32 built-in ports whether they exist or not; only those with a device behind them have a maker or an id. */
const isRealPort = ({ path: port, manufacturer, pnpId }: SerialFacts): boolean =>
  !/^\/dev\/ttyS\d+$/.test(port) || Boolean(manufacturer) || Boolean(pnpId);

function serialIn(deviceUri: string): string {
  if (!deviceUri.startsWith('usb:') || !URL.canParse(deviceUri)) return '';
  return new URL(deviceUri).searchParams.get('serial') ?? '';
}
