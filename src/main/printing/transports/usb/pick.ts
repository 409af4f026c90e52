import type { UsbAlternate, UsbConfiguration, UsbDescription, UsbDevice } from './library.ts';

/** Which device an address `usb:vid:pid[:serial]` means. */
export interface UsbAddress {
  readonly vendorId: number;
  readonly productId: number;
  /** Needed as soon as two of the same model are plugged in; null = the only one. */
  readonly serial: string | null;
}

/** The way to a printer inside a USB device. */
export interface PrinterInterface {
  readonly configuration: number;
  /** Position of the configuration, from 0: GET_DEVICE_ID counts that way. */
  readonly configurationIndex: number;
  readonly interfaceNumber: number;
  readonly alternate: number;
  /** 1 one-way, 2 two-way, 3 IEEE 1284.4 (USB Printing Devices 1.1, 4.4). */
  readonly protocol: number;
  readonly out: number;
  /** Null on one-way interfaces. */
  readonly in: { readonly endpoint: number; readonly packetSize: number } | null;
}

const printerClass = 7;
/** Two-way first; then one-way; 1284.4 packets need a protocol of their own, so those come last. IPP over USB (4) is left out. */
const protocolOrder = [2, 1, 3];

/** Finds the printer part of a device; null when it has none. Reads descriptors only. */
export function printerInterface(device: UsbDescription): PrinterInterface | null {
  const found = allConfigurations(device).flatMap((configuration) =>
    configuration.interfaces.flatMap((part) =>
      part.alternates.flatMap((alternate) => {
        const usable = readAlternate(alternate);
        if (!usable) return [];
        const configurationIndex = Math.max(0, device.configurations.findIndex(sameValue(configuration)));
        return [
          {
            ...usable,
            configuration: configuration.configurationValue,
            configurationIndex,
            interfaceNumber: part.interfaceNumber,
          },
        ];
      }),
    ),
  );
  return found.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Every device the address may mean. */
export function matching(devices: readonly UsbDevice[], address: UsbAddress): readonly UsbDevice[] {
  return devices.filter(
    (device) =>
      device.vendorId === address.vendorId &&
      device.productId === address.productId &&
      (address.serial === null || (device.serialNumber ?? '') === address.serial),
  );
}

export function usbKey({ vendorId, productId, serial }: UsbAddress): string {
  const hex = (id: number) => id.toString(16).padStart(4, '0');
  const end = serial === null || serial === '' ? '' : `:${serial}`;
  return `usb:${hex(vendorId)}:${hex(productId)}${end}`;
}

/** The active configuration is tried first: changing it would pull other functions of the device away. */
function allConfigurations(device: UsbDescription): readonly UsbConfiguration[] {
  const active = device.configuration;
  if (!active) return device.configurations;
  return [
    active,
    ...device.configurations.filter((one) => one.configurationValue !== active.configurationValue),
  ];
}

const sameValue = (wanted: UsbConfiguration) => (one: UsbConfiguration) =>
  one.configurationValue === wanted.configurationValue;

type Endpoints = Pick<PrinterInterface, 'alternate' | 'protocol' | 'out' | 'in'>;

function readAlternate(alternate: UsbAlternate): Endpoints | null {
  if (alternate.interfaceClass !== printerClass) return null;
  if (!protocolOrder.includes(alternate.interfaceProtocol)) return null;
  const bulk = alternate.endpoints.filter((endpoint) => endpoint.type === 'bulk');
  const out = bulk.find((endpoint) => endpoint.direction === 'out');
  if (!out) return null;
  const back = bulk.find((endpoint) => endpoint.direction === 'in');
  return {
    alternate: alternate.alternateSetting,
    protocol: alternate.interfaceProtocol,
    out: out.endpointNumber,
    in: back ? { endpoint: back.endpointNumber, packetSize: Math.max(8, back.packetSize) } : null,
  };
}

const rank = (one: PrinterInterface): number => protocolOrder.indexOf(one.protocol);
