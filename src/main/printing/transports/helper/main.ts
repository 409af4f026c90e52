/**
 * The printer helper: a process of its own for calls that may never come back. It holds a printer's device file
 * (`lp:`) or calls the Windows spooler (`queue:`), and can be killed at any moment, which nothing inside the app could
 * be: a blocked call would hold a thread of the app for ever, even at exit.
 *
 * Runs under `child_process.fork` and under Electron's `utilityProcess.fork`; reads no arguments, writes no file.
 */
import { LpDevice } from '../lp/device.ts';
import { type LpReply, type LpRequest, isLpRequest } from '../lp/messages.ts';
import { type SpoolerReply, isSpoolerRequest } from '../winspool/messages.ts';
import { SpoolerDesk } from '../winspool/spooler-desk.ts';
import { loadSpooler } from '../winspool/spooler.ts';

interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Electron's port to the app; absent under plain Node. */
const parentPort: Port | undefined = Reflect.get(process, 'parentPort');

function reply(message: LpReply | SpoolerReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between processes, not a window
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
}

let device: LpDevice | null = null;
let desk: SpoolerDesk | null = null;

async function answerLp(request: LpRequest): Promise<void> {
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
  if (isLpRequest(message)) void answerLp(message);
  else if (isSpoolerRequest(message)) {
    desk ??= new SpoolerDesk(loadSpooler, reply);
    void desk.answer(message);
  }
};
if (parentPort) parentPort.on('message', (event) => listen(event.data));
else process.on('message', listen);

// The app has gone: let go of the printer.
process.on('disconnect', () => process.exit(0));
