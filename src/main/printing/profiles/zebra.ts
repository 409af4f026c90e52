import type { PrinterProfile } from '../../../shared/printing/profile.ts';

const zebra = {
  maker: 'Zebra',
  language: 'zpl',
  answersStatus: true,
  // ~HS: the counters of formats and labels return to zero.
  completion: 'printed',
} as const;

const dataSheet = 'Zebra data sheet of the model (recalled, unverified)';

/** Desktop printers, 104 mm heads at 203 dpi, 108 mm at 300 dpi. */
export const zebraProfiles: readonly PrinterProfile[] = [
  {
    ...zebra,
    id: 'zebra-gk420d',
    name: 'GK420d',
    dpi: 203,
    headDots: 832,
    cutter: 'none',
    process: 'direct',
    source: dataSheet,
  },
  {
    ...zebra,
    id: 'zebra-zd421-203',
    name: 'ZD421 (203 dpi)',
    dpi: 203,
    headDots: 832,
    cutter: 'none',
    process: 'either',
    source: dataSheet,
  },
  {
    ...zebra,
    id: 'zebra-zd421-300',
    name: 'ZD421 (300 dpi)',
    dpi: 300,
    headDots: 1280,
    cutter: 'none',
    process: 'either',
    source: dataSheet,
  },
  {
    ...zebra,
    id: 'zebra-zt411-600',
    name: 'ZT411 (600 dpi)',
    dpi: 600,
    headDots: 2496,
    cutter: 'none',
    process: 'either',
    source: dataSheet,
  },
];
