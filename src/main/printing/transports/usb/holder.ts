import { readFile, readdir, readlink } from 'node:fs/promises';
import path from 'node:path';
import type { UsbDevice } from './library.ts';

/** Who drives an interface on Linux: nobody, the kernel's printer driver, another program, or another driver. */
export type Holder = 'nobody' | 'usblp' | 'another-program' | 'another-driver';

/**
 * Looks up in sysfs who drives one interface. Asked before detaching, because the kernel would take an interface away
 * from another program (a CUPS backend in the middle of a job) just as readily as from usblp.
 *
 * @param sysDir `/sys/bus/usb/devices`; another folder in tests
 */
export async function holderOf(device: UsbDevice, interfaceNumber: number, sysDir: string): Promise<Holder> {
  const folder = await interfaceFolder(device, interfaceNumber, sysDir);
  if (folder === null) return 'nobody';
  try {
    const driver = await readlink(path.join(folder, 'driver'));
    switch (path.basename(driver)) {
      case 'usblp':
        return 'usblp';
      case 'usbfs':
        return 'another-program';
      default:
        return 'another-driver';
    }
  } catch {
    return 'nobody';
  }
}

/** The device id as usblp has read it when the printer was plugged in; empty where usblp does not hold it. */
export async function deviceIdFromUsblp(
  device: UsbDevice,
  interfaceNumber: number,
  sysDir: string,
): Promise<string> {
  const folder = await interfaceFolder(device, interfaceNumber, sysDir);
  return folder === null ? '' : text(path.join(folder, 'ieee1284_id'));
}

async function interfaceFolder(
  device: UsbDevice,
  interfaceNumber: number,
  sysDir: string,
): Promise<string | null> {
  const folder = await deviceFolder(device, sysDir);
  if (folder === null) return null;
  const configuration = await text(path.join(sysDir, folder, 'bConfigurationValue'));
  return path.join(sysDir, folder, `${folder}:${configuration}.${interfaceNumber}`);
}

/** The device's folder, found by bus and device number, e.g. `1-2.4`. */
async function deviceFolder(device: UsbDevice, sysDir: string): Promise<string | null> {
  const bus = Number.parseInt(device.bus, 10);
  let names: readonly string[];
  try {
    names = await readdir(sysDir);
  } catch {
    return null;
  }
  for (const name of names) {
    if (name.includes(':')) continue;
    const at = await Promise.all([
      text(path.join(sysDir, name, 'busnum')),
      text(path.join(sysDir, name, 'devnum')),
    ]);
    if (Number(at[0]) === bus && Number(at[1]) === device.address) return name;
  }
  return null;
}

async function text(file: string): Promise<string> {
  try {
    return (await readFile(file, 'latin1')).trim();
  } catch {
    return '';
  }
}
