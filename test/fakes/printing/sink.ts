import { type Socket, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A printer on TCP port 9100 that keeps what it gets; one `Buffer` per connection. */
export class Sink {
  readonly jobs: Buffer[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => {
    const at = this.jobs.push(Buffer.alloc(0)) - 1;
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    const chunks: Buffer[] = [];
    socket.on('data', (bytes) => {
      chunks.push(bytes);
      this.jobs[at] = Buffer.concat(chunks);
    });
    if (!this.isReading) socket.pause();
  });
  isReading = true;

  static async open(): Promise<Sink> {
    const sink = new Sink();
    await new Promise<void>((resolve) => sink.#server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Reads what those who called in the meantime have sent. */
  readOn(): void {
    this.isReading = true;
    for (const socket of this.#sockets) socket.resume();
  }

  get connections(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
