/**
 * A process of its own that holds one printer device file. It can be killed at any moment, which nothing inside the
 * app could be: a file that stops taking data would block a thread of the app for ever, even at exit.
 *
 * Runs under `child_process.fork` and under Electron's `utilityProcess.fork`; reads no arguments, writes no file.
 */
import { LpDevice } from './device.ts';
import { type LpReply, type LpRequest, isLpRequest } from './messages.ts';

interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Electron's port to the app; absent under plain Node. */
const parentPort: Port | undefined = Reflect.get(process, 'parentPort');

function reply(message: LpReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between processes, not a window
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
}

let device: LpDevice | null = null;

async function answer(request: LpRequest): Promise<void> {
  switch (request.kind) {
    case 'open':
      device = await LpDevice.open(request.path, request.majors, reply);
      return;
    case 'write':
      await device?.write(request.id, request.bytes);
      return;
    case 'status':
      reply({ kind: 'status', id: request.id, value: (await device?.status()) ?? null });
  }
}

const listen = (message: unknown): void => {
  if (isLpRequest(message)) void answer(message);
};
if (parentPort) parentPort.on('message', (event) => listen(event.data));
else process.on('message', listen);

// The app has gone: let go of the printer.
process.on('disconnect', () => process.exit(0));
