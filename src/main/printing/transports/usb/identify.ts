import { type DeviceId, parseDeviceId } from '../device-id.ts';
import { within } from '../wait.ts';
import { deviceIdFromUsblp, holderOf } from './holder.ts';
import type { UsbDevice } from './library.ts';
import type { PrinterInterface } from './pick.ts';
import { readDeviceId } from './requests.ts';

/**
 * What a plugged-in printer says of itself, without disturbing whoever uses it.
 *
 * The `usb` package asks only through a claimed interface (3.1.0: "invalid state" otherwise). So where usblp holds it
 * the id that usblp has read is taken; where nobody does, the interface is claimed for a moment; else null.
 */
export async function identifyUsb(
  device: UsbDevice,
  way: PrinterInterface,
  { platform, sysDir, timeoutMs }: { platform: NodeJS.Platform; sysDir: string; timeoutMs: number },
): Promise<DeviceId | null> {
  if (platform === 'linux') {
    const holder = await holderOf(device, way.interfaceNumber, sysDir);
    if (holder === 'usblp') {
      const text = await deviceIdFromUsblp(device, way.interfaceNumber, sysDir);
      return text === '' ? null : parseDeviceId(text);
    }
    if (holder !== 'nobody') return null;
  }
  try {
    return await within(askOnce(device, way, timeoutMs), timeoutMs * 2);
  } catch {
    return null;
  }
}

async function askOnce(
  device: UsbDevice,
  way: PrinterInterface,
  timeoutMs: number,
): Promise<DeviceId | null> {
  await device.open();
  try {
    await device.claimInterface(way.interfaceNumber);
    const id = await readDeviceId(device, way, timeoutMs);
    await device.releaseInterface(way.interfaceNumber);
    return id;
  } finally {
    await device.close();
  }
}
