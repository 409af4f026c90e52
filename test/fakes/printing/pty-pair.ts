import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SerialPort, openSerial } from '../../../src/main/printing/transports/serial/port.ts';
import { eventually } from './eventually.ts';

/** Two pseudo terminals joined by socat: a serial cable with a printer's end, without hardware. Linux only. */
export class PtyPair {
  /** Our end, as a printer address would name it. */
  readonly ours: string;
  readonly #dir: string;
  readonly #socat: ChildProcess;
  readonly #far: SerialPort;
  #received = Buffer.alloc(0);
  #isReading = false;
  #isClosed = false;

  private constructor(dir: string, socat: ChildProcess, far: SerialPort) {
    this.#dir = dir;
    this.#socat = socat;
    this.#far = far;
    this.ours = path.join(dir, 'ours');
  }

  static async open({ reading = true } = {}): Promise<PtyPair> {
    const dir = await mkdtemp(path.join(tmpdir(), 'badge-pty-'));
    const end = (name: string) => `pty,raw,echo=0,link=${path.join(dir, name)}`;
    const socat = spawn('socat', [end('ours'), end('theirs')], { stdio: 'ignore' });
    await eventually('socat makes the terminals', () =>
      ['ours', 'theirs'].every((name) => existsSync(path.join(dir, name))),
    );
    const settings = { baud: 9600, parity: 'none', dataBits: 8, stopBits: 1, flow: 'none' } as const;
    const pair = new PtyPair(dir, socat, await openSerial({ path: path.join(dir, 'theirs'), ...settings }));
    if (reading) pair.read();
    return pair;
  }

  get received(): Buffer {
    return this.#received;
  }

  /** Begins to read, as a healthy printer does. */
  read(): void {
    if (this.#isReading) return;
    this.#isReading = true;
    void this.#listen();
  }

  async say(bytes: readonly number[]): Promise<void> {
    await this.#far.write(Buffer.from(bytes));
  }

  /** Pulls the cable. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#far.close().catch(() => undefined);
    this.#socat.kill('SIGKILL');
    await rm(this.#dir, { recursive: true, force: true });
  }

  async #listen(): Promise<void> {
    const buffer = Buffer.alloc(4096);
    try {
      for (;;) {
        const { bytesRead } = await this.#far.read(buffer, 0, buffer.length);
        this.#received = Buffer.concat([this.#received, buffer.subarray(0, bytesRead)]);
      }
    } catch {
      // The cable was pulled.
    }
  }
}
