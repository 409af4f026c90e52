import type { PrinterProfile } from '../../../shared/printing/profile.ts';

const generic = {
  maker: 'Generic',
  cutter: 'none',
  source: 'the most common figures of its kind (recalled, unverified)',
} as const;

const label = { ...generic, process: 'either' } as const;
const zpl = { ...label, language: 'zpl', answersStatus: true, completion: 'printed' } as const;
/** Asked for faults; what it says of the end of a job is not relied on. */
const asked = { ...label, answersStatus: true, completion: 'none' } as const;
/** Clones answer DLE EOT and GS r; few know GS ( H, so "taken in" is the most they can say. */
const receipt = {
  ...generic,
  language: 'escpos',
  process: 'direct',
  answersStatus: true,
  completion: 'barrier',
} as const;

/** For printers nobody has described yet: the most common figures of their kind, and no more promises than most keep. */
export const genericProfiles: readonly PrinterProfile[] = [
  { ...zpl, id: 'generic-zpl-203', name: 'ZPL label printer (203 dpi)', dpi: 203, headDots: 832 },
  { ...zpl, id: 'generic-zpl-300', name: 'ZPL label printer (300 dpi)', dpi: 300, headDots: 1248 },
  { ...zpl, id: 'generic-zpl-600', name: 'ZPL label printer (600 dpi)', dpi: 600, headDots: 2496 },
  {
    ...receipt,
    id: 'generic-escpos-80',
    name: 'ESC/POS receipt printer, 80 mm',
    dpi: 203,
    headDots: 576,
    cutter: 'partial',
  },
  {
    ...receipt,
    id: 'generic-escpos-80-180',
    name: 'ESC/POS receipt printer, 80 mm (180 dpi)',
    dpi: 180,
    headDots: 512,
    cutter: 'partial',
  },
  { ...receipt, id: 'generic-escpos-58', name: 'ESC/POS receipt printer, 58 mm', dpi: 203, headDots: 384 },
  {
    ...asked,
    id: 'generic-epl2-203',
    name: 'EPL2 label printer (203 dpi)',
    language: 'epl2',
    dpi: 203,
    headDots: 832,
  },
  {
    ...asked,
    id: 'generic-tspl-203',
    name: 'TSPL label printer (203 dpi)',
    language: 'tspl',
    dpi: 203,
    headDots: 832,
  },
  {
    ...asked,
    id: 'generic-tspl-300',
    name: 'TSPL label printer (300 dpi)',
    language: 'tspl',
    dpi: 300,
    headDots: 1248,
  },
  {
    ...asked,
    id: 'generic-cpcl-203',
    name: 'CPCL mobile printer (203 dpi)',
    language: 'cpcl',
    dpi: 203,
    headDots: 576,
  },
  {
    ...asked,
    id: 'generic-starprnt-80',
    name: 'StarPRNT receipt printer, 80 mm',
    language: 'starprnt',
    dpi: 203,
    headDots: 576,
    cutter: 'partial',
    process: 'direct',
  },
];
