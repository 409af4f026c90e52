import { type Socket, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { TcpTransport } from '../../../../src/main/printing/transports/tcp.ts';
import type { TransportRig } from './rig.ts';

export const tcpRig: TransportRig = {
  name: 'tcp:',
  async open() {
    const chunks: Buffer[] = [];
    const sockets = new Set<Socket>();
    let reads = true;
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      if (reads) socket.on('data', (bytes) => chunks.push(bytes));
      else socket.pause();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const freePort = (gone.address() as AddressInfo).port;
    await new Promise((resolve) => gone.close(resolve));
    const vanish = async () => {
      for (const socket of sockets) socket.resetAndDestroy();
    };
    const host = '127.0.0.1';
    return {
      transport: new TcpTransport({ host, port }, `tcp:${host}:${port}`),
      absent: new TcpTransport({ host, port: freePort }, `tcp:${host}:${freePort}`),
      received: () => Buffer.concat(chunks),
      stopReading: () => {
        reads = false;
      },
      readOn: () => {
        reads = true;
        for (const socket of sockets) socket.on('data', (bytes) => chunks.push(bytes)).resume();
      },
      say: async (bytes) => {
        for (const socket of sockets) socket.write(Buffer.from(bytes));
      },
      vanish,
      close: async () => {
        await vanish();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  },
};
