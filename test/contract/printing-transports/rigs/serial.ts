import { SerialTransport } from '../../../../src/main/printing/transports/serial/serial-transport.ts';
import { PtyPair } from '../../../fakes/printing/pty-pair.ts';
import type { TransportRig } from './rig.ts';

const settings = { baud: 115_200, parity: 'none', dataBits: 8, stopBits: 1, flow: 'none' } as const;

export const serialRig: TransportRig = {
  name: 'serial:',
  async open() {
    const pair = await PtyPair.open({ reading: false });
    let reads = true;
    const transport = new SerialTransport({ path: pair.ours, ...settings });
    return {
      get transport() {
        if (reads) pair.read();
        return transport;
      },
      absent: new SerialTransport({ path: '/dev/badge-no-such-port', ...settings }),
      received: () => pair.received,
      stopReading: () => {
        reads = false;
      },
      readOn: () => pair.read(),
      say: (bytes) => pair.say(bytes),
      vanish: () => pair.close(),
      close: () => pair.close(),
    };
  },
};
