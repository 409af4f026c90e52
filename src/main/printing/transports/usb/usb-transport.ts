import { type Result, fail, ok } from '../../../../shared/result.ts';
import type { Line, Transport } from '../../types.ts';
import { within } from '../wait.ts';
import { openFailure } from './errors.ts';
import { holderOf } from './holder.ts';
import { type LoadUsb, type UsbDevice, loadUsb } from './library.ts';
import { type PrinterInterface, type UsbAddress, matching, printerInterface, usbKey } from './pick.ts';
import { UsbLine } from './usb-line.ts';

export interface UsbTools {
  readonly load?: LoadUsb;
  /** Where Linux lists USB devices; another folder in tests. */
  readonly sysDir?: string;
  readonly platform?: NodeJS.Platform;
}

/**
 * `usb:vid:pid[:serial]`: speaks to the printer's own USB interface.
 *
 * Linux: takes the interface from usblp and gives it back on close. macOS: works only while no queue exists for the
 * printer. Windows: usbprint.sys owns printers and does not share them; use `queue:` there.
 */
export class UsbTransport implements Transport {
  readonly deviceKey: string;
  readonly #address: UsbAddress;
  readonly #load: LoadUsb;
  readonly #sysDir: string;
  readonly #platform: NodeJS.Platform;

  constructor(address: UsbAddress, tools: UsbTools = {}) {
    this.#address = address;
    this.deviceKey = usbKey(address);
    this.#load = tools.load ?? loadUsb;
    this.#sysDir = tools.sysDir ?? '/sys/bus/usb/devices';
    this.#platform = tools.platform ?? process.platform;
  }

  async open(timeoutMs: number): Promise<Result<Line>> {
    const deadline = Date.now() + timeoutMs;
    try {
      const found = await within(this.#find(), timeoutMs);
      if (!found.ok) return found;
      const claiming = this.#claim(found.value.device, found.value.way);
      // Claimed too late for the caller: give it back, or it stays taken until the app ends.
      const line = await within(claiming, deadline - Date.now()).catch(async (error: unknown) => {
        void claiming.then(closeLate, () => undefined);
        throw error;
      });
      return line;
    } catch (error) {
      return openFailure(error);
    }
  }

  async #find(): Promise<Result<{ device: UsbDevice; way: PrinterInterface }>> {
    const usb = await this.#load();
    // Asked anew each time: an object from before a replug answers "Disconnected" for ever.
    const devices = matching(await usb.getDevices(), this.#address);
    const device = devices[0];
    if (device === undefined) return fail('printer-offline', { address: this.deviceKey });
    // Two of a kind and no serial number in the address: never guess which one.
    if (devices.length > 1)
      return fail('printer-unknown', { address: this.deviceKey, found: devices.length });
    const way = printerInterface(device);
    if (way === null)
      return fail('printer-refused', { address: this.deviceKey, cause: 'no printer interface' });
    return ok({ device, way });
  }

  async #claim(device: UsbDevice, way: PrinterInterface): Promise<Result<Line>> {
    const holder =
      this.#platform === 'linux' ? await holderOf(device, way.interfaceNumber, this.#sysDir) : 'nobody';
    if (holder === 'another-program' || holder === 'another-driver')
      return fail('printer-busy', { cause: holder });
    await device.open();
    const undo: (() => Promise<void>)[] = [() => device.close()];
    try {
      if (device.configuration?.configurationValue !== way.configuration) {
        await device.selectConfiguration(way.configuration);
      }
      if (holder === 'usblp') {
        await device.detachKernelDriver(way.interfaceNumber);
        undo.push(() => device.attachKernelDriver(way.interfaceNumber));
      }
      await device.claimInterface(way.interfaceNumber);
      undo.push(() => device.releaseInterface(way.interfaceNumber));
      if (way.alternate !== 0) await device.selectAlternateInterface(way.interfaceNumber, way.alternate);
      return ok(new UsbLine(device, way, () => undoAll(undo)));
    } catch (error) {
      await undoAll(undo);
      return openFailure(error);
    }
  }
}

async function closeLate(late: Result<Line>): Promise<void> {
  if (late.ok) await late.value.close();
}

/** The last step first. An unplugged device refuses them all, which is as good as undone. */
async function undoAll(steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps.toReversed()) await within(step(), 2000).catch(() => undefined);
}
