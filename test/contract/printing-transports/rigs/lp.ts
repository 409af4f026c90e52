import { forkHelper } from '../../../../src/main/printing/transports/helper/helper-process.ts';
import { LpTransport } from '../../../../src/main/printing/transports/lp/lp-transport.ts';
import { builtHelper } from '../../../fakes/printing/built-helper.ts';
import { PtyPair } from '../../../fakes/printing/pty-pair.ts';
import type { TransportRig } from './rig.ts';

/** Pseudo terminals stand in for the kernel's printer device (test/usb has the real driver). */
const ptyMajors = Array.from({ length: 8 }, (_, at) => 136 + at);

export const lpRig: TransportRig = {
  name: 'lp:',
  async open() {
    const startHelper = forkHelper(await builtHelper());
    const pair = await PtyPair.open({ reading: false });
    let reads = true;
    const transport = new LpTransport(pair.ours, { startHelper, majors: ptyMajors });
    return {
      get transport() {
        if (reads) pair.read();
        return transport;
      },
      absent: new LpTransport('/dev/usb/lp15', { startHelper }),
      received: () => pair.received,
      stopReading: () => {
        reads = false;
      },
      readOn: () => pair.read(),
      say: (bytes) => pair.say(bytes),
      vanish: () => pair.close(),
      // A pulled terminal answers EIO; usblp answers ENODEV, which is `vanished`.
      goneReasons: ['vanished', 'printer-fault'],
      close: () => pair.close(),
    };
  },
};
