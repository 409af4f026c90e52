import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** How a simulated printer behaves on its line. Everything is off unless named. */
export interface LineScript {
  /** Accepts and never reads a byte. */
  readonly neverReads?: boolean;
  /** Reads and prints, but answers no question. */
  readonly silent?: boolean;
  /** Answers questions with bytes that mean nothing. */
  readonly answersJunk?: boolean;
  /** Stops reading once this many bytes of the job have come. */
  readonly stopsAtByte?: number;
  /** Resets the connection once this many bytes of the job have come. */
  readonly resetsAtByte?: number;
  /** Resets the connection when the job is complete, before anything is printed. */
  readonly vanishesAtEnd?: boolean;
  /** Takes no more bytes a second than this. */
  readonly bytesPerSecond?: number;
  /** A further client while one is served: left waiting unread (usual), or reset at once. */
  readonly furtherClients?: 'wait' | 'reset';
}

/** One served connection, as the simulated firmware sees it. */
export interface Firmware {
  /** The next bytes, in order. */
  take(bytes: Uint8Array): void;
  close(): void;
}

/** What the firmware may do on its line. */
export interface SimLine {
  say(bytes: Uint8Array | string): void;
  /** Reads no further; what still comes stays in the network's buffers. */
  stop(): void;
  /** Breaks off, as when the power goes. */
  reset(): void;
}

const tickMs = 5;

/**
 * A printer's network side on 127.0.0.1: one client at a time, bytes at the printer's speed. Real sockets; nothing here
 * knows a printer language.
 */
export class SimServer {
  /** Every byte of every connection, in order, questions included. */
  received = Buffer.alloc(0);
  connections = 0;
  readonly #firmware: (line: SimLine) => Firmware;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #waiting: Socket[] = [];
  #served: Socket | null = null;
  #script: LineScript = {};

  constructor(firmware: (line: SimLine) => Firmware) {
    this.#firmware = firmware;
    this.#server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => this.#admit(socket));
  }

  get script(): LineScript {
    return this.#script;
  }

  /** A printer that had stopped reading reads on, if the new script lets it. */
  set script(script: LineScript) {
    this.#script = script;
    if (script.neverReads !== true) this.#served?.resume();
  }

  /** Begins to listen. `host` and `port` only where a client under test insists on them. */
  async listen(port = 0, host = '127.0.0.1'): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve());
    });
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** For a printer's settings. */
  get address(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  /** Switches the printer off: everybody is thrown out, nobody can connect. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      if (this.#server.listening) this.#server.close(() => resolve());
      else resolve();
    });
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #admit(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      if (this.#served === socket) this.#serveNext();
    });
    if (this.#served === null) this.#serve(socket);
    else if (this.script.furtherClients === 'reset') socket.resetAndDestroy();
    else this.#waiting.push(socket);
  }

  #serveNext(): void {
    this.#served = null;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    if (next.destroyed) this.#serveNext();
    else this.#serve(next);
  }

  #serve(socket: Socket): void {
    this.#served = socket;
    const firmware = this.#firmware({
      say: (bytes) => {
        if (this.script.silent !== true && !socket.destroyed) {
          socket.write(this.script.answersJunk === true ? junk(bytes.length) : bytes);
        }
      },
      stop: () => socket.pause(),
      reset: () => socket.resetAndDestroy(),
    });
    const stop = this.#pump(socket, (bytes) => {
      this.received = Buffer.concat([this.received, bytes]);
      firmware.take(bytes);
    });
    socket.on('close', () => {
      stop();
      firmware.close();
    });
    if (this.script.neverReads !== true) socket.resume();
  }

  /** Hands bytes on at once, or at the scripted speed. */
  #pump(socket: Socket, hand: (bytes: Buffer) => void): () => void {
    let held = Buffer.alloc(0);
    const timer = setInterval(() => {
      const speed = this.script.bytesPerSecond;
      if (speed === undefined || held.length === 0) return;
      const size = Math.max(1, Math.floor((speed * tickMs) / 1000));
      const now = held.subarray(0, size);
      held = held.subarray(size);
      hand(now);
      if (held.length < size) socket.resume();
    }, tickMs);
    socket.on('data', (bytes) => {
      if (this.script.bytesPerSecond === undefined) {
        hand(bytes);
        return;
      }
      held = Buffer.concat([held, bytes]);
      socket.pause();
    });
    return () => clearInterval(timer);
  }
}

/** Bytes that no language uses for an answer; always the same, so that a failure can be repeated. */
function junk(length: number): Uint8Array {
  return Uint8Array.from({ length: Math.max(5, length) }, (_, at) => 0x90 | ((at * 37 + 11) & 0x6f));
}
