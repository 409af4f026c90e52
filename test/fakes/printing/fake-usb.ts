import type {
  UsbAnswer,
  UsbConfiguration,
  UsbDevice,
  UsbEventListener,
  UsbLibrary,
  UsbWritten,
} from '../../../src/main/printing/transports/usb/library.ts';

const bulk = (endpointNumber: number, direction: 'in' | 'out') =>
  ({ endpointNumber, direction, type: 'bulk', packetSize: 64 }) as const;

/** A configuration with one printer interface of the given protocol. */
export const printerConfiguration = (protocol: number, interfaceNumber = 0): UsbConfiguration => ({
  configurationValue: 1,
  interfaces: [
    {
      interfaceNumber,
      alternates: [
        {
          alternateSetting: 0,
          interfaceClass: 7,
          interfaceSubclass: 1,
          interfaceProtocol: protocol,
          endpoints: protocol === 1 ? [bulk(1, 'out')] : [bulk(1, 'out'), bulk(2, 'in')],
        },
      ],
    },
  ],
});

/** A printer on USB as the `usb` package shows it, error texts included (3.1.0). */
export class FakeUsbPrinter implements UsbDevice {
  vendorId = 0x04b8;
  productId = 0x0e15;
  serialNumber: string | null = 'FAKE1';
  manufacturerName = 'Fake';
  productName = 'Emulated printer';
  bus = '1';
  address = 5;
  configurations: readonly UsbConfiguration[] = [printerConfiguration(2)];
  isReading = true;
  isPlugged = true;
  claimedBy: 'nobody' | 'us' | 'another' = 'nobody';
  deviceId = 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;';
  portStatus = 0x18;
  isOpen = false;
  received = Buffer.alloc(0);
  readonly calls: string[] = [];
  #toSay: Uint8Array[] = [];

  get configuration(): UsbConfiguration | null {
    return this.configurations[0] ?? null;
  }

  say(bytes: readonly number[]): void {
    this.#toSay.push(Uint8Array.from(bytes));
  }

  async open(): Promise<void> {
    this.#mustBePlugged();
    this.isOpen = true;
  }

  async close(): Promise<void> {
    this.isOpen = false;
  }

  async selectConfiguration(): Promise<void> {}
  async selectAlternateInterface(): Promise<void> {}

  async claimInterface(): Promise<void> {
    this.#mustBePlugged();
    if (this.claimedBy !== 'nobody') throw new Error('claimInterface error: interface is busy (errno 16)');
    this.claimedBy = 'us';
  }

  async releaseInterface(): Promise<void> {
    this.claimedBy = 'nobody';
  }

  async detachKernelDriver(): Promise<void> {
    this.calls.push('detach');
  }

  async attachKernelDriver(): Promise<void> {
    this.calls.push('attach');
  }

  async controlTransferIn({ request }: { readonly request: number }): Promise<UsbAnswer> {
    this.#mustBePlugged();
    if (this.claimedBy !== 'us') throw new Error('controlTransferIn error: invalid state');
    const bytes = request === 0 ? [0, 0, ...Buffer.from(this.deviceId)] : [this.portStatus];
    return { status: 'ok', data: new DataView(Uint8Array.from(bytes).buffer) };
  }

  async transferIn(_endpoint: number, _length: number, timeoutMs = 1000): Promise<UsbAnswer> {
    const deadline = Date.now() + timeoutMs;
    while (Date.now() < deadline) {
      this.#mustBePlugged();
      const next = this.#toSay.shift();
      if (next) return { status: 'ok', data: new DataView(Uint8Array.from(next).buffer) };
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('transferIn error: Cancelled');
  }

  async transferOut(_endpoint: number, data: Uint8Array<ArrayBuffer>, timeoutMs = 1000): Promise<UsbWritten> {
    const deadline = Date.now() + timeoutMs;
    while (!this.isReading) {
      this.#mustBePlugged();
      if (Date.now() >= deadline) throw new Error('transferOut error: Cancelled');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    this.#mustBePlugged();
    this.received = Buffer.concat([this.received, data]);
    return { status: 'ok', bytesWritten: data.length };
  }

  #mustBePlugged(): void {
    if (!this.isPlugged) throw new Error('transfer error: Disconnected');
  }
}

export class FakeUsb implements UsbLibrary {
  readonly devices: FakeUsbPrinter[];
  readonly #listeners = new Map<string, Set<UsbEventListener>>();

  constructor(...devices: FakeUsbPrinter[]) {
    this.devices = devices;
  }

  async getDevices(): Promise<readonly UsbDevice[]> {
    return this.devices.filter((device) => device.isPlugged);
  }

  addEventListener(type: 'connect' | 'disconnect', listener: UsbEventListener): void {
    const set = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, set.add(listener));
  }

  removeEventListener(type: 'connect' | 'disconnect', listener: UsbEventListener): void {
    this.#listeners.get(type)?.delete(listener);
  }

  emit(type: 'connect' | 'disconnect', device: FakeUsbPrinter): void {
    for (const listener of this.#listeners.get(type) ?? []) listener({ device });
  }
}
