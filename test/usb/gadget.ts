import { execFile } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import koffi from 'koffi';

const script = '/tmp/rig/gadget.sh';
const printerSide = '/dev/g_printer0';

/** GADGET_SET_PRINTER_STATUS (linux/usb/g_printer.h). */
const setPrinterStatus = 0xc0016722;
const ioctl = koffi.load('libc.so.6').func('int ioctl(int fd, unsigned long request, unsigned long value)');

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls for a visible state; the machine is emulated, so the limit is generous. */
export async function until(what: string, isTrue: () => boolean, limitMs = 15_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error(`never happened: ${what}`);
    await sleep(20);
  }
}

export async function gadget(what: 'up' | 'down' | 'replug'): Promise<void> {
  await promisify(execFile)('/bin/bash', [script, what]);
  if (what === 'down') await until('lp0 gone', () => !existsSync('/dev/usb/lp0'));
  else await until('lp0 there', () => existsSync('/dev/usb/lp0') && existsSync(printerSide));
}

/** The printer's own side: what it got, and what it says. */
export class RigPrinter {
  readonly #fd = openSync(printerSide, constants.O_RDWR | constants.O_NONBLOCK);
  readonly #got: Buffer[] = [];
  #timer: NodeJS.Timeout | null = null;

  /** Begins to read, as a healthy printer does. */
  run(): this {
    const buffer = Buffer.alloc(65_536);
    this.#timer ??= setInterval(() => {
      try {
        for (let count = 1; count > 0;) {
          count = readSync(this.#fd, buffer, 0, buffer.length, null);
          if (count > 0) this.#got.push(Buffer.from(buffer.subarray(0, count)));
        }
      } catch {
        // Nothing there yet, or unplugged.
      }
    }, 5);
    return this;
  }

  /** Stops reading: out of paper, jammed, switched to stand-by. */
  stall(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  say(bytes: Uint8Array): void {
    writeSync(this.#fd, bytes);
  }

  /** The byte of GET_PORT_STATUS; 0x18 = ready, 0x38 = out of paper. */
  setStatus(byte: number): void {
    ioctl(this.#fd, setPrinterStatus, byte);
  }

  get received(): Buffer {
    return Buffer.concat(this.#got);
  }

  close(): void {
    this.stall();
    closeSync(this.#fd);
  }
}
