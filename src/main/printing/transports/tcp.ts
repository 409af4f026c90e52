import { connect, type Socket } from 'node:net';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { FailureCode } from '../../../shared/failure-codes.ts';
import type { Line, Transport } from '../types.ts';
import { Inbox } from './inbox.ts';
import { LineError } from './line-error.ts';
import { Lingering } from './lingering.ts';

export interface TcpAddress {
  readonly host: string;
  readonly port: number;
}

/** How long a printer may be idle before TCP itself asks whether it is still there. */
const keepAliveMs = 10_000;

/** What the operating system's refusals mean to us. Anything else is `printer-offline`. */
const refusals: Readonly<Record<string, FailureCode>> = {
  ECONNREFUSED: 'printer-refused',
  EADDRINUSE: 'printer-busy',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
};

/**
 * Raw printing over TCP ("port 9100"). The printer serves one client at a time: others are refused or left hanging.
 *
 * A completed write means that the operating system took the bytes; buffers between here and the paper hold tens of
 * kilobytes. So nothing in here ever says "printed": drivers ask the printer itself.
 */
export class TcpTransport implements Transport {
  readonly deviceKey: string;
  readonly #address: TcpAddress;
  readonly #lingering = new Lingering();

  constructor(address: TcpAddress, deviceKey: string) {
    this.#address = address;
    this.deviceKey = deviceKey;
  }

  open(timeoutMs: number): Promise<Result<Line>> {
    return this.#lingering.leave(timeoutMs).then(() => this.#connect(timeoutMs));
  }

  #connect(timeoutMs: number): Promise<Result<Line>> {
    const { host, port } = this.#address;
    return new Promise((resolve) => {
      const socket = connect({
        host,
        port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: keepAliveMs,
      });
      const timer = setTimeout(() => {
        socket.destroy();
        resolve(fail('printer-offline', { why: 'connect-timeout', timeoutMs }));
      }, timeoutMs);
      socket.once('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        socket.destroy();
        const errno = error.code ?? 'unknown';
        resolve(fail(refusals[errno] ?? 'printer-offline', { why: errno }));
      });
      socket.once('connect', () => {
        clearTimeout(timer);
        socket.removeAllListeners('error');
        resolve(ok(new TcpLine(socket, this.#lingering)));
      });
    });
  }
}

/** What is known of the other side: it may still talk, has said goodbye, or broke off. */
type Peer = 'there' | 'ended' | 'broken';

class TcpLine implements Line {
  readonly twoWay = true;
  readonly #socket: Socket;
  readonly #lingering: Lingering;
  readonly #inbox = new Inbox();
  readonly #onLeave = new Set<() => void>();
  #peer: Peer = 'there';
  #bytesSent = 0;
  /** The printer has spoken since we last did: it has read what we sent, and nothing is under way. */
  #hasAnswered = false;
  #finished = false;

  constructor(socket: Socket, lingering: Lingering) {
    this.#socket = socket;
    this.#lingering = lingering;
    socket.on('data', (bytes) => {
      this.#hasAnswered = true;
      this.#inbox.push(bytes);
    });
    socket.on('end', () => this.#leave('ended'));
    socket.on('error', () => this.#leave('broken'));
    socket.on('close', (hadError) => this.#leave(hadError || this.#peer === 'there' ? 'broken' : this.#peer));
  }

  write(bytes: Uint8Array, timeoutMs: number): Promise<void> {
    if (this.#peer !== 'there' || this.#finished) return Promise.reject(this.#trouble('vanished'));
    return new Promise((resolve, reject) => {
      const settle = (error: LineError | null): void => {
        clearTimeout(timer);
        this.#onLeave.delete(onLeave);
        if (error) return reject(error);
        resolve();
      };
      // Once handed over, part of the bytes may be on their way, whatever happens next.
      const onLeave = (): void => settle(this.#trouble('vanished'));
      const timer = setTimeout(() => settle(this.#trouble('stalled')), timeoutMs);
      this.#onLeave.add(onLeave);
      this.#hasAnswered = false;
      this.#socket.write(bytes, (error) => {
        if (!error) this.#bytesSent += bytes.length;
        settle(error ? this.#trouble('vanished') : null);
      });
    });
  }

  /** Rejects once the printer has gone and all it said was read: waiting for more would be waiting for nothing. */
  async read(timeoutMs: number): Promise<Uint8Array | null> {
    const bytes = await this.#inbox.take(timeoutMs);
    if (bytes === null && this.#hasLeft()) throw this.#trouble('vanished');
    return bytes;
  }

  /** Half-closes and waits for the printer to do the same; one that stays connected proves nothing either way. */
  async finish(timeoutMs: number): Promise<void> {
    if (this.#peer === 'broken') throw this.#trouble('vanished');
    this.#finished = true;
    this.#socket.end();
    if (this.#peer === 'there') await this.#departure(timeoutMs);
    if (this.#hasBrokenOff()) throw this.#trouble('vanished');
  }

  /** Without `finish` the connection is reset, which drops what the operating system still holds. */
  async close(): Promise<void> {
    this.#inbox.close();
    if (this.#socket.destroyed) return;
    if (!this.#finished) this.#socket.resetAndDestroy();
    else if (this.#hasLeft() || this.#hasAnswered) this.#socket.destroy();
    else this.#lingering.keep(this.#socket);
  }

  #hasLeft(): boolean {
    return this.#peer !== 'there';
  }

  #hasBrokenOff(): boolean {
    return this.#peer === 'broken';
  }

  #trouble(reason: 'vanished' | 'stalled'): LineError {
    return new LineError(reason, this.#bytesSent);
  }

  #leave(how: Peer): void {
    this.#peer = how;
    // A printer that ends its side has stopped listening too: port 9100 is not a two-sided conversation.
    this.#inbox.close();
    for (const leave of this.#onLeave) leave();
  }

  #departure(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.#onLeave.delete(settle);
        resolve();
      };
      const timer = setTimeout(settle, timeoutMs);
      this.#onLeave.add(settle);
    });
  }
}
