import type { Line, PortStatus } from '../../types.ts';
import { Inbox } from '../inbox.ts';
import { LineError } from '../line-error.ts';
import { pause, within } from '../wait.ts';
import { transferReason } from './errors.ts';
import type { UsbDevice } from './library.ts';
import type { PrinterInterface } from './pick.ts';
import { readPortStatus } from './requests.ts';

/**
 * One transfer: small enough that a stuck printer leaves little unknown, large enough for full speed
 * (measured 256 kB in 29 ms with the emulated printer).
 */
const chunkBytes = 8 * 1024;
/** A chunk that takes longer has met a printer that stopped reading. Also the longest that `close` may have to wait. */
const chunkLimitMs = 10_000;
/** How long one question to the IN endpoint stays open; `close` waits for its end. */
const listenMs = 150;

/** The claimed printer interface of one device. */
export class UsbLine implements Line {
  readonly twoWay: boolean;
  readonly #device: UsbDevice;
  readonly #way: PrinterInterface;
  readonly #release: () => Promise<void>;
  readonly #inbox = new Inbox();
  readonly #listening: Promise<void>;
  #sending: Promise<void> = Promise.resolve();
  #bytesSent = 0;
  #closing: Promise<void> | null = null;
  /** A transfer failed: nothing more is sent. */
  #isBroken = false;
  /** The device has left: nothing more will come. */
  #isGone = false;

  constructor(device: UsbDevice, way: PrinterInterface, release: () => Promise<void>) {
    this.#device = device;
    this.#way = way;
    this.#release = release;
    this.twoWay = way.in !== null;
    this.#listening = way.in ? this.#listen(way.in) : Promise.resolve();
  }

  /**
   * A transfer that ran out of time gives no count, and the device may hold any part of it: the chunk is never sent
   * again and the line is broken from then on.
   */
  write(bytes: Uint8Array, timeoutMs: number): Promise<void> {
    const work = this.#sending.then(() => this.#send(bytes, Date.now() + timeoutMs));
    this.#sending = work.catch(() => undefined);
    return work;
  }

  /** Rejects once the device is gone and all it said was read. */
  async read(timeoutMs: number): Promise<Uint8Array | null> {
    if (!this.twoWay) return null;
    const bytes = await this.#inbox.take(timeoutMs);
    if (bytes === null && this.#isGone) throw new LineError('vanished', this.#bytesSent);
    return bytes;
  }

  portStatus(timeoutMs: number): Promise<PortStatus | null> {
    return this.#closing ? Promise.resolve(null) : readPortStatus(this.#device, this.#way, timeoutMs);
  }

  close(): Promise<void> {
    this.#closing ??= this.#shut();
    return this.#closing;
  }

  async #send(bytes: Uint8Array, deadline: number): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      if (this.#closing || this.#isBroken)
        throw new LineError('interrupted', this.#bytesSent, { mayHaveLeft: this.#isBroken });
      const chunk = bytes.slice(at, at + chunkBytes);
      const limitMs = Math.min(chunkLimitMs, deadline - Date.now());
      if (limitMs <= 0) throw new LineError('stalled', this.#bytesSent, { mayHaveLeft: this.#bytesSent > 0 });
      const written = await this.#sendChunk(chunk, limitMs);
      at += written;
      this.#bytesSent += written;
    }
  }

  async #sendChunk(chunk: Uint8Array<ArrayBuffer>, limitMs: number): Promise<number> {
    try {
      const transfer = this.#device.transferOut(this.#way.out, chunk, limitMs);
      const { bytesWritten, status } = await within(transfer, limitMs + 1000);
      if (status === 'ok' && bytesWritten > 0) return bytesWritten;
    } catch (error) {
      this.#isBroken = true;
      throw new LineError(transferReason(error), this.#bytesSent, { cause: error });
    }
    this.#isBroken = true;
    throw new LineError('printer-fault', this.#bytesSent);
  }

  /** Always one question open: a printer whose answers are not fetched stops taking data after a while. */
  async #listen(from: { endpoint: number; packetSize: number }): Promise<void> {
    while (!this.#closing) {
      try {
        const { data } = await this.#device.transferIn(from.endpoint, from.packetSize, listenMs);
        if (data) this.#inbox.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
        // Some printers answer each question at once with nothing.
        if (!data?.byteLength) await pause(20);
      } catch (error) {
        if (transferReason(error) !== 'stalled') {
          this.#isBroken = true;
          this.#isGone = true;
          break;
        }
      }
    }
    this.#inbox.close();
  }

  async #shut(): Promise<void> {
    this.#inbox.close();
    await within(Promise.allSettled([this.#sending, this.#listening]), chunkLimitMs + 2000).catch(
      () => undefined,
    );
    await this.#release();
  }
}
