import { constants, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { errorName, pause } from '../wait.ts';
import { type LpReply, notAPrinterDevice } from './messages.ts';

/** What usblp takes in one go (measured: EAGAIN after 8192 bytes). */
const chunkBytes = 8192;
const firstWaitMs = 1;
const longestWaitMs = 20;
const listenEveryMs = 25;

/** A printer device file, opened so that no call on it can block. Lives in the helper process. */
export class LpDevice {
  readonly #fd: number;
  readonly #reply: (message: LpReply) => void;
  #writing: Promise<void> = Promise.resolve();

  private constructor(fd: number, reply: (message: LpReply) => void) {
    this.#fd = fd;
    this.#reply = reply;
  }

  /**
   * Opens what is there and never creates anything: a plain file at `/dev/usb/lp0` would swallow badges and keep the
   * real device from appearing (seen with node-thermal-printer's file interface).
   *
   * @param majors device numbers that count as printers; anything else is refused (`/dev/mem` is a device, too)
   */
  static async open(
    path: string,
    majors: readonly number[],
    reply: (message: LpReply) => void,
  ): Promise<LpDevice | null> {
    try {
      if (!isPrinter(statSync(path), majors)) throw refusal();
      const { fd, twoWay } = openEitherWay(path);
      // Looked at again by its handle: the name may mean something else by now.
      if (!isPrinter(fstatSync(fd), majors)) throw refusal();
      const device = new LpDevice(fd, reply);
      reply({ kind: 'opened', twoWay });
      if (twoWay) device.#listen();
      return device;
    } catch (error) {
      reply({ kind: 'refused', errno: errorName(error) });
      return null;
    }
  }

  /**
   * `written` goes out only when the last transfer has ended. With O_NONBLOCK usblp answers at once and presumes that
   * a transfer will do well (Linux drivers/usb/class/usblp.c, usblp_write); an empty write tells whether it has.
   */
  write(id: number, bytes: Uint8Array): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write(id, bytes));
    return this.#writing;
  }

  async #write(id: number, bytes: Uint8Array): Promise<void> {
    try {
      let taken = 0;
      for (let at = 0; at < bytes.length;) {
        const chunk = bytes.subarray(at, at + chunkBytes);
        at += await this.#whenReady(() => writeSync(this.#fd, chunk, 0, chunk.length));
        // All before this chunk has ended, or the chunk would not have been taken.
        if (taken > 0) this.#reply({ kind: 'progress', id, taken });
        taken = at;
      }
      await this.#whenReady(() => writeSync(this.#fd, bytes, 0, 0));
      this.#reply({ kind: 'progress', id, taken });
      this.#reply({ kind: 'written', id });
    } catch (error) {
      this.#reply({ kind: 'broken', id, errno: errorName(error) });
    }
  }

  /** LPGETSTATUS (linux/lp.h, 0x060b): the byte of GET_PORT_STATUS; null where the C library cannot be called. */
  async status(): Promise<number | null> {
    try {
      const { default: koffi } = await import('koffi');
      const ioctl = koffi
        .load('libc.so.6')
        .func('int ioctl(int fd, unsigned long request, _Out_ int *value)');
      const value: number[] = [0];
      const result: unknown = ioctl(this.#fd, 0x060b, value);
      return result === 0 ? (value[0] ?? 0) & 0xff : null;
    } catch {
      return null;
    }
  }

  async #whenReady(work: () => number): Promise<number> {
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
      try {
        return work();
      } catch (error) {
        if (errorName(error) !== 'EAGAIN') throw error;
      }
      await pause(waitMs);
    }
  }

  #listen(): void {
    const buffer = new Uint8Array(4096);
    const timer = setInterval(() => {
      try {
        const count = readSync(this.#fd, buffer, 0, buffer.length, null);
        if (count > 0) this.#reply({ kind: 'data', bytes: buffer.slice(0, count) });
      } catch (error) {
        if (errorName(error) === 'EAGAIN') return;
        clearInterval(timer);
        this.#reply({ kind: 'gone' });
      }
    }, listenEveryMs);
  }
}

/** Two-way where the printer and our rights allow it. */
function openEitherWay(path: string): { fd: number; twoWay: boolean } {
  const calm = constants.O_NONBLOCK | constants.O_NOCTTY;
  try {
    return { fd: openSync(path, constants.O_RDWR | calm), twoWay: true };
  } catch (error) {
    if (!['EACCES', 'EINVAL', 'EPERM'].includes(errorName(error))) throw error;
    return { fd: openSync(path, constants.O_WRONLY | calm), twoWay: false };
  }
}

function isPrinter(
  stats: { isCharacterDevice(): boolean; rdev: number },
  majors: readonly number[],
): boolean {
  // Linux, new_encode_dev: the major number sits in bits 8 to 19.
  return stats.isCharacterDevice() && majors.includes((stats.rdev >> 8) & 0xfff);
}

const refusal = (): Error => Object.assign(new Error('not a printer device'), { code: notAPrinterDevice });
