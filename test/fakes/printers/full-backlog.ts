import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** Listens with the shortest queue there is and then blocks its whole thread, so that nobody is ever accepted. */
const listener = `
  const { createServer } = require('node:net');
  const { parentPort } = require('node:worker_threads');
  const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

/** A port on which connecting hangs, like a printer whose only place is taken. Linux drops the knock when the queue is full. */
export class FullBacklog {
  readonly port: number;
  readonly #worker: Worker;
  readonly #fillers: readonly Socket[];

  private constructor(port: number, worker: Worker, fillers: readonly Socket[]) {
    this.port = port;
    this.#worker = worker;
    this.#fillers = fillers;
  }

  static async start(): Promise<FullBacklog> {
    const worker = new Worker(listener, { eval: true });
    const port = await new Promise<number>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    const fillers = Array.from({ length: 4 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      return socket;
    });
    // The first two find a place in the queue; the rest knock in vain, as the client under test will.
    await Promise.all(
      fillers.slice(0, 2).map((each) => new Promise((resolve) => each.once('connect', resolve))),
    );
    return new FullBacklog(port, worker, fillers);
  }

  get address(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    for (const each of this.#fillers) each.destroy();
    await this.#worker.terminate();
  }
}
