/// <reference types="w3c-web-usb" />

/**
 * The part of the `usb` package (3.x, WebUSB) that is used here, so that a test can pass in a device of its own.
 * The third argument of the transfers is the package's addition: a time-out in milliseconds, 1000 when left out.
 */
export interface UsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | null | undefined;
  readonly manufacturerName?: string | null | undefined;
  readonly productName?: string | null | undefined;
  readonly bus: string;
  readonly address: number;
  readonly configuration?: UsbConfiguration | null | undefined;
  readonly configurations: readonly UsbConfiguration[];
  open(): Promise<void>;
  close(): Promise<void>;
  selectConfiguration(value: number): Promise<void>;
  claimInterface(number: number): Promise<void>;
  releaseInterface(number: number): Promise<void>;
  selectAlternateInterface(number: number, alternate: number): Promise<void>;
  controlTransferIn(setup: UsbSetup, length: number, timeoutMs?: number): Promise<UsbAnswer>;
  transferIn(endpoint: number, length: number, timeoutMs?: number): Promise<UsbAnswer>;
  transferOut(endpoint: number, data: Uint8Array<ArrayBuffer>, timeoutMs?: number): Promise<UsbWritten>;
  detachKernelDriver(number: number): Promise<void>;
  attachKernelDriver(number: number): Promise<void>;
}

export interface UsbSetup {
  readonly requestType: 'standard' | 'class' | 'vendor';
  readonly recipient: 'device' | 'interface' | 'endpoint' | 'other';
  readonly request: number;
  readonly value: number;
  readonly index: number;
}

export interface UsbAnswer {
  readonly data?: DataView | undefined;
  readonly status?: string | undefined;
}

export interface UsbWritten {
  readonly bytesWritten: number;
  readonly status?: string | undefined;
}

export interface UsbConfiguration {
  readonly configurationValue: number;
  readonly interfaces: readonly UsbInterface[];
}

export interface UsbInterface {
  readonly interfaceNumber: number;
  readonly alternates: readonly UsbAlternate[];
}

export interface UsbAlternate {
  readonly alternateSetting: number;
  readonly interfaceClass: number;
  readonly interfaceSubclass: number;
  readonly interfaceProtocol: number;
  readonly endpoints: readonly UsbEndpoint[];
}

export interface UsbEndpoint {
  readonly endpointNumber: number;
  readonly direction: 'in' | 'out';
  readonly type: string;
  readonly packetSize: number;
}

/** What can be read of a device without opening it. */
export type UsbDescription = Pick<
  UsbDevice,
  'vendorId' | 'productId' | 'serialNumber' | 'configuration' | 'configurations'
>;

export type UsbEventListener = (event: { readonly device: UsbDescription }) => void;

export interface UsbLibrary {
  getDevices(): Promise<readonly UsbDevice[]>;
  addEventListener(type: 'connect' | 'disconnect', listener: UsbEventListener): void;
  removeEventListener(type: 'connect' | 'disconnect', listener: UsbEventListener): void;
}

/** Loaded at the first use, so that a system without this native part still starts and prints elsewhere. */
export type LoadUsb = () => Promise<UsbLibrary>;

export const loadUsb: LoadUsb = async () => (await import('usb')).usb;
