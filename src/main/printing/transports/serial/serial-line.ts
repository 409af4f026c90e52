import type { Line, PortStatus } from '../../types.ts';
import { Inbox } from '../inbox.ts';
import { LineError } from '../line-error.ts';
import { OutOfTime, within } from '../wait.ts';
import type { SerialPort } from './port.ts';
import { type SerialSettings, wireTimeMs } from './settings.ts';

/** Handed over at once; a quarter of a second at 9600 baud. */
const chunkBytes = 256;
/** What Linux keeps of a port's output (one page); others keep less. */
const systemBufferBytes = 4096;
const tidyLimitMs = 2000;

/**
 * An open serial port. Time-outs count from when the wire could have been done (4 kB at 9600 baud take 4.3 s), and
 * a chunk that does not move for the time-out plus its own time on the wire ends the wait early.
 */
export class SerialLine implements Line {
  readonly twoWay = true;
  readonly #port: SerialPort;
  readonly #settings: SerialSettings;
  readonly #inbox = new Inbox();
  readonly #listening: Promise<void>;
  #sending: Promise<void> = Promise.resolve();
  #bytesSent = 0;
  #isDrained = true;
  #state: 'open' | 'broken' | 'gone' | 'closed' = 'open';

  constructor(port: SerialPort, settings: SerialSettings) {
    this.#port = port;
    this.#settings = settings;
    this.#listening = this.#listen();
  }

  write(bytes: Uint8Array, timeoutMs: number): Promise<void> {
    const work = this.#sending.then(() => this.#send(bytes, timeoutMs));
    this.#sending = work.catch(() => undefined);
    return work;
  }

  /** Rejects once the port is gone and all that came was read. */
  async read(timeoutMs: number): Promise<Uint8Array | null> {
    const bytes = await this.#inbox.take(timeoutMs);
    if (bytes === null && this.#state === 'gone') throw new LineError('vanished', this.#bytesSent);
    return bytes;
  }

  /** Waits until the last bit is on the wire; what the flow control holds back for too long is thrown away. */
  async finish(timeoutMs: number): Promise<void> {
    if (this.#state !== 'open') throw this.#trouble();
    const limitMs = timeoutMs + wireTimeMs(systemBufferBytes, this.#settings);
    try {
      await within(this.#port.drain(), limitMs);
      this.#isDrained = true;
    } catch (error) {
      await this.#breakOff();
      throw new LineError(error instanceof OutOfTime ? 'stalled' : 'vanished', this.#bytesSent, {
        cause: error,
      });
    }
  }

  /** With RTS/CTS the plug says whether the printer is on and can take data. */
  async portStatus(timeoutMs: number): Promise<PortStatus | null> {
    if (this.#settings.flow !== 'rtscts' || this.#state !== 'open') return null;
    try {
      const { cts } = await within(this.#port.get(), timeoutMs);
      return { reasons: cts ? [] : ['offline'] };
    } catch {
      return null;
    }
  }

  /** What was not finished is thrown away: closing a port would wait half a minute for it otherwise. */
  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#inbox.close();
    if (!this.#isDrained) await within(this.#port.flush(), tidyLimitMs).catch(() => undefined);
    await within(this.#port.close(), tidyLimitMs).catch(() => undefined);
    await this.#listening;
  }

  async #send(bytes: Uint8Array, timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs + wireTimeMs(bytes.length, this.#settings);
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      if (this.#state !== 'open') throw this.#trouble();
      const chunk = Buffer.from(bytes.subarray(at, at + chunkBytes));
      try {
        const chunkLimitMs = timeoutMs + 2 * wireTimeMs(chunk.length, this.#settings);
        await within(this.#port.write(chunk), Math.min(chunkLimitMs, deadline - Date.now()));
        this.#isDrained = false;
      } catch (error) {
        const wasGone = this.#isGone();
        await this.#breakOff();
        throw new LineError(
          error instanceof OutOfTime && !wasGone ? 'stalled' : 'vanished',
          this.#bytesSent,
          {
            cause: error,
          },
        );
      }
      this.#bytesSent += chunk.length;
    }
  }

  async #listen(): Promise<void> {
    const buffer = Buffer.alloc(1024);
    try {
      for (;;) {
        const { bytesRead } = await this.#port.read(buffer, 0, buffer.length);
        this.#inbox.push(new Uint8Array(buffer.subarray(0, bytesRead)));
      }
    } catch {
      if (this.#state !== 'closed') this.#state = 'gone';
    }
    this.#inbox.close();
  }

  async #breakOff(): Promise<void> {
    if (this.#state === 'open') this.#state = 'broken';
    await within(this.#port.flush(), tidyLimitMs).catch(() => undefined);
  }

  #isGone(): boolean {
    return this.#state === 'gone';
  }

  #trouble(): LineError {
    const reason = this.#state === 'gone' ? 'vanished' : 'interrupted';
    return new LineError(reason, this.#bytesSent, { mayHaveLeft: this.#state === 'broken' });
  }
}
