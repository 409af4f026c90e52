import { UsbTransport } from '../../../../src/main/printing/transports/usb/usb-transport.ts';
import { FakeUsb, FakeUsbPrinter } from '../../../fakes/printing/fake-usb.ts';
import type { TransportRig } from './rig.ts';

export const usbRig: TransportRig = {
  name: 'usb:',
  async open() {
    const printer = new FakeUsbPrinter();
    const tools = { load: async () => new FakeUsb(printer), sysDir: '/nowhere' };
    const { vendorId, productId } = printer;
    return {
      transport: new UsbTransport({ vendorId, productId, serial: 'FAKE1' }, tools),
      absent: new UsbTransport({ vendorId, productId, serial: 'OTHER' }, tools),
      received: () => printer.received,
      stopReading: () => {
        printer.isReading = false;
      },
      readOn: () => {
        printer.isReading = true;
      },
      say: async (bytes) => printer.say(bytes),
      vanish: async () => {
        printer.isPlugged = false;
      },
      close: async () => undefined,
    };
  },
};
