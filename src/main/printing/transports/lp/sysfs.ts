import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type DeviceId, parseDeviceId } from '../device-id.ts';
import { usbKey } from '../usb/pick.ts';

/** What Linux knows about the USB printer behind `/dev/usb/lpN`. */
export interface LpFacts {
  /** The same key a `usb:` address of this printer has. */
  readonly key: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serial: string | null;
  readonly deviceId: DeviceId | null;
}

/**
 * Reads sysfs; null where the file is no USB printer's or nothing is plugged in.
 *
 * @param sysDir `/sys/class/usbmisc`; another folder in tests
 */
export function lpFacts(device: string, sysDir: string): LpFacts | null {
  try {
    // A name made by a udev rule leads to the real one.
    const name = path.basename(realOr(device));
    const usbInterface = realpathSync(path.join(sysDir, name, 'device'));
    const usbDevice = path.dirname(usbInterface);
    const vendorId = Number.parseInt(text(usbDevice, 'idVendor'), 16);
    const productId = Number.parseInt(text(usbDevice, 'idProduct'), 16);
    if (!Number.isInteger(vendorId) || !Number.isInteger(productId)) return null;
    const serial = text(usbDevice, 'serial') || null;
    const id = text(usbInterface, 'ieee1284_id');
    return {
      key: usbKey({ vendorId, productId, serial }),
      vendorId,
      productId,
      serial,
      deviceId: id === '' ? null : parseDeviceId(id),
    };
  } catch {
    return null;
  }
}

function realOr(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function text(folder: string, name: string): string {
  try {
    return readFileSync(path.join(folder, name), 'latin1').trim();
  } catch {
    return '';
  }
}
