import type {
  FoundPrinterView,
  ModelView,
  PrinterSetupView,
  PrintersSetupView,
  TestPageView,
} from '../../src/shared/ipc/printer-setup.ts';
import type { AppSnapshot } from '../../src/shared/ipc/views.ts';
import { fail, ok } from '../../src/shared/result.ts';
import type { Answers } from './bridge.ts';

/** How the printers of a snapshot are set up: the first on the network, the others at queues. */
export function sampleSetup(
  { printers, routes }: Pick<AppSnapshot, 'printers' | 'routes'>,
  change: Partial<PrinterSetupView> = {},
): PrintersSetupView {
  return {
    printers: printers.map((printer, at) => ({
      id: printer.id,
      profileId: at === 0 ? 'zebra-zd421-203' : 'generic-escpos-80',
      address: at === 0 ? 'tcp://192.168.0.20' : 'queue:Receipt',
      turned: false,
      calibration: at === 0 ? { minDots: 3, rightMm: 0.5, downMm: 0, darkness: 7 } : null,
      canDarken: at === 0,
      abilities:
        at === 0
          ? { link: 'two-way', isAsked: true, strongest: 'confirmed', completion: 'printed' }
          : { link: 'queue', isAsked: false, strongest: 'sent', completion: 'barrier' },
      roll: at === 0 ? { labels: 250, left: 18, warnAt: 20 } : null,
      waiting: at === 0 ? 2 : 0,
      ...change,
    })),
    routes,
    locked: { printers: null, routes: { badge: null, temporary: null, pinSlip: null } },
  };
}

const model = (id: string, maker: string, name: string, more: Partial<ModelView> = {}): ModelView => ({
  id,
  maker,
  name,
  language: 'zpl',
  dpi: 203,
  cutter: 'none',
  process: 'either',
  headMm: 104,
  ...more,
});

export const sampleModels: readonly ModelView[] = [
  model('zebra-zd421-203', 'Zebra', 'ZD421 (203 dpi)'),
  model('zebra-zd421-300', 'Zebra', 'ZD421 (300 dpi)', { dpi: 300 }),
  model('epson-tm-t20iii', 'Epson', 'TM-T20III', { language: 'escpos', cutter: 'partial', headMm: 72 }),
  model('generic-zpl-203', 'Generic', 'ZPL label printer (203 dpi)'),
  model('generic-escpos-80', 'Generic', 'ESC/POS receipt printer, 80 mm', { language: 'escpos', headMm: 72 }),
];

export const sampleFound: readonly FoundPrinterView[] = [
  {
    foundId: 'found-1',
    name: 'Zebra Technologies ZTC ZD421-203dpi ZPL',
    address: 'usb:0a5f:0166:D2J201400123',
    suggestion: { profileId: 'zebra-zd421-203', certainty: 'model' },
    usedBy: null,
    sharedWithQueue: 'queue:ZD421',
  },
  {
    foundId: 'found-2',
    name: 'Receipt (EPSON TM-T20III)',
    address: 'queue:Receipt',
    suggestion: { profileId: 'epson-tm-t20iii', certainty: 'model' },
    usedBy: 'receipt',
    sharedWithQueue: null,
  },
  {
    foundId: 'found-3',
    name: 'FTDI /dev/ttyUSB0',
    address: 'serial:/dev/ttyUSB0',
    suggestion: null,
    usedBy: null,
    sharedWithQueue: null,
  },
];

export const sampleTestPage: TestPageView = {
  printerId: 'front',
  nonce: 'K7Q4MX',
  sizes: [2, 3, 4, 5, 6],
  dpi: 203,
  darkness: null,
  expected: { leftMm: 3, topMm: 3 },
  armMm: 10,
  outcome: 'confirmed',
};

/** Answers of a station with these printers: one test page that can be scanned and learned from, nothing is stored. */
export function printerSetupAnswers(snapshot: () => AppSnapshot): Answers {
  const read = new Set<number>();
  return {
    'printerSetup.view': () => ok(sampleSetup(snapshot())),
    'printerSetup.models': () => ok(sampleModels),
    'printerSetup.discover': () => ok(sampleFound),
    'printerSetup.add': () => ok({ printerId: 'front' }),
    'printerSetup.change': () => ok(null),
    'printerSetup.remove': ({ moveTo }) =>
      moveTo === null ? fail('printer-in-use', { waiting: 2, unsure: 0, slips: 0 }) : ok(null),
    'printerSetup.route': () => ok(null),
    'printerSetup.roll': () => ok(null),
    'printerSetup.testPage': () => ok(sampleTestPage),
    'printerSetup.scanTest': ({ scanned }) => {
      const dots = Number(/^BS-TEST\|K7Q4MX\|([2-6])$/.exec(scanned)?.[1] ?? 0);
      if (dots > 0) read.add(dots);
      return ok({ dots: dots > 0 ? dots : null, read: [...read].sort((a, b) => a - b) });
    },
    'printerSetup.learn': ({ measured }) =>
      measured.armMm === null || Math.abs(measured.armMm - 10) < 1
        ? ok({ calibration: { minDots: 3, rightMm: 0, downMm: 0, darkness: null }, dpi: null })
        : ok({ calibration: null, dpi: { measured: 300, suggestedProfileId: 'zebra-zd421-300' } }),
  };
}
