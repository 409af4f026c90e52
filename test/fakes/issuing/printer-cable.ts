import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A wire between one run of the station and a printer that outlives it. Pulled, it goes dead at once and for good, as
 * a killed process's connections do; the printer keeps what it has read.
 */
export class PrinterCable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isPulled = false;

  private constructor(printerPort: () => number) {
    this.#server = createServer((near) => {
      const far = connect(printerPort(), '127.0.0.1');
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => this.#sockets.delete(socket));
      }
      near.setNoDelay(true);
      far.setNoDelay(true);
      near.pipe(far);
      far.pipe(near);
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
      if (this.#isPulled) near.destroy();
    });
  }

  static async plug(printerPort: () => number): Promise<PrinterCable> {
    const cable = new PrinterCable(printerPort);
    await new Promise<void>((resolve) => cable.#server.listen(0, '127.0.0.1', resolve));
    return cable;
  }

  get address(): string {
    return `tcp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  pull(): void {
    this.#isPulled = true;
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
