import type { PrinterProfile } from '../../../shared/printing/profile.ts';

const dataSheet = 'head and dpi: Zebra data sheet of the model (recalled, unverified)';

/** Label printers that speak ZPL II. ~HS: the counters of formats and labels return to zero when a label is out. */
const zpl = {
  maker: 'Zebra',
  language: 'zpl',
  cutter: 'none',
  answersStatus: true,
  completion: 'printed',
  quirks: { drawsSymbols: true },
  source: `ZPL II Programming Guide (~HS, ~HQ, ^BQ); ${dataSheet}`,
} as const;

/** Four-inch heads: 104 mm at 203 and 600 dpi, 105.7 or 108 mm at 300. */
const zplPrinters: readonly PrinterProfile[] = [
  { ...zpl, id: 'zebra-gk420d', name: 'GK420d', dpi: 203, headDots: 832, process: 'direct' },
  { ...zpl, id: 'zebra-gk420t', name: 'GK420t', dpi: 203, headDots: 832, process: 'either' },
  { ...zpl, id: 'zebra-gx430t', name: 'GX430t', dpi: 300, headDots: 1248, process: 'either' },
  { ...zpl, id: 'zebra-zd220', name: 'ZD220', dpi: 203, headDots: 832, process: 'either' },
  { ...zpl, id: 'zebra-zd230', name: 'ZD230', dpi: 203, headDots: 832, process: 'either' },
  { ...zpl, id: 'zebra-zd411-203', name: 'ZD411 (203 dpi)', dpi: 203, headDots: 448, process: 'either' },
  { ...zpl, id: 'zebra-zd421-203', name: 'ZD421 (203 dpi)', dpi: 203, headDots: 832, process: 'either' },
  { ...zpl, id: 'zebra-zd421-300', name: 'ZD421 (300 dpi)', dpi: 300, headDots: 1280, process: 'either' },
  { ...zpl, id: 'zebra-zd621-203', name: 'ZD621 (203 dpi)', dpi: 203, headDots: 832, process: 'either' },
  { ...zpl, id: 'zebra-zd621-300', name: 'ZD621 (300 dpi)', dpi: 300, headDots: 1280, process: 'either' },
  { ...zpl, id: 'zebra-zt231-203', name: 'ZT231 (203 dpi)', dpi: 203, headDots: 832, process: 'either' },
  { ...zpl, id: 'zebra-zt231-300', name: 'ZT231 (300 dpi)', dpi: 300, headDots: 1248, process: 'either' },
  { ...zpl, id: 'zebra-zt411-203', name: 'ZT411 (203 dpi)', dpi: 203, headDots: 832, process: 'either' },
  { ...zpl, id: 'zebra-zt411-300', name: 'ZT411 (300 dpi)', dpi: 300, headDots: 1248, process: 'either' },
  { ...zpl, id: 'zebra-zt411-600', name: 'ZT411 (600 dpi)', dpi: 600, headDots: 2496, process: 'either' },
];

/** Older desktop printers that speak EPL2 only. ^ee is answered in its turn; nothing says "printed". */
const epl2 = {
  maker: 'Zebra',
  language: 'epl2',
  dpi: 203,
  cutter: 'none',
  answersStatus: true,
  completion: 'barrier',
  source: `EPL Programming Guide; ${dataSheet}`,
} as const;

const epl2Printers: readonly PrinterProfile[] = [
  { ...epl2, id: 'zebra-lp2824', name: 'LP 2824', headDots: 448, process: 'direct' },
  { ...epl2, id: 'zebra-lp2844', name: 'LP 2844', headDots: 832, process: 'direct' },
  { ...epl2, id: 'zebra-tlp2844', name: 'TLP 2844', headDots: 832, process: 'either' },
];

/** Mobile printers, through their CPCL side. ESC h is answered when the label before it was dealt with. */
const cpcl = {
  maker: 'Zebra',
  language: 'cpcl',
  dpi: 203,
  cutter: 'none',
  answersStatus: true,
  completion: 'barrier',
  process: 'direct',
  source: `CPCL Programming Guide; ${dataSheet}`,
} as const;

const cpclPrinters: readonly PrinterProfile[] = [
  { ...cpcl, id: 'zebra-qln220', name: 'QLn220', headDots: 384 },
  { ...cpcl, id: 'zebra-qln320', name: 'QLn320', headDots: 576 },
  { ...cpcl, id: 'zebra-zq510', name: 'ZQ510', headDots: 576 },
  { ...cpcl, id: 'zebra-zq520', name: 'ZQ520', headDots: 832 },
];

export const zebraProfiles: readonly PrinterProfile[] = [...zplPrinters, ...epl2Printers, ...cpclPrinters];
