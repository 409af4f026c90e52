import { type LoadUsb, type UsbDescription, type UsbEventListener, loadUsb } from './library.ts';
import { printerInterface, usbKey } from './pick.ts';

export interface UsbChange {
  readonly kind: 'connected' | 'disconnected';
  /** `usb:vid:pid[:serial]`, as a `UsbTransport` has it in `deviceKey`. */
  readonly key: string;
}

/**
 * Tells when a USB printer comes or goes. On Linux this needs a running udev, as every desktop has.
 * Returns the way to stop; a system without USB support calls nothing and fails nothing.
 */
export async function watchUsbPrinters(
  listener: (change: UsbChange) => void,
  load: LoadUsb = loadUsb,
): Promise<() => void> {
  // The library lists devices when somebody begins to listen, and lets that failure loose where nobody can catch it: a
  // container without /sys/bus/usb would end the app. So it is asked here first, where a refusal is an answer.
  const usb = await load()
    .then(async (library) => {
      await library.getDevices();
      return library;
    })
    .catch(() => null);
  if (usb === null) return () => undefined;
  const tell =
    (kind: UsbChange['kind']): UsbEventListener =>
    ({ device }) => {
      if (isPrinter(device)) listener({ kind, key: keyOf(device) });
    };
  const connected = tell('connected');
  const disconnected = tell('disconnected');
  usb.addEventListener('connect', connected);
  usb.addEventListener('disconnect', disconnected);
  return () => {
    usb.removeEventListener('connect', connected);
    usb.removeEventListener('disconnect', disconnected);
  };
}

const keyOf = (device: UsbDescription): string =>
  usbKey({
    vendorId: device.vendorId,
    productId: device.productId,
    serial: device.serialNumber ?? null,
  });

/** A device that has just gone may not show its descriptors any more; telling too much does no harm. */
function isPrinter(device: UsbDescription): boolean {
  try {
    return device.configurations.length === 0 || printerInterface(device) !== null;
  } catch {
    return true;
  }
}
