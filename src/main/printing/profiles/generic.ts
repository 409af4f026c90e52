import type { PrinterProfile } from '../../../shared/printing/profile.ts';

/** For printers nobody has described yet: the most common figures of their kind, and no more promises than most keep. */
export const genericProfiles: readonly PrinterProfile[] = [
  {
    id: 'generic-zpl-203',
    maker: 'Generic',
    name: 'ZPL label printer (203 dpi)',
    language: 'zpl',
    dpi: 203,
    headDots: 832,
    cutter: 'none',
    answersStatus: true,
    completion: 'printed',
    process: 'either',
    source: 'four-inch head at 203 dpi, the most common one (recalled, unverified)',
  },
  {
    id: 'generic-escpos-80',
    maker: 'Generic',
    name: 'ESC/POS receipt printer, 80 mm',
    language: 'escpos',
    dpi: 203,
    headDots: 576,
    cutter: 'partial',
    answersStatus: true,
    completion: 'barrier',
    process: 'direct',
    source: '72 mm at 8 dots per mm, the most common one (recalled, unverified)',
  },
  {
    id: 'generic-escpos-58',
    maker: 'Generic',
    name: 'ESC/POS receipt printer, 58 mm',
    language: 'escpos',
    dpi: 203,
    headDots: 384,
    cutter: 'none',
    answersStatus: true,
    completion: 'barrier',
    process: 'direct',
    source: '48 mm at 8 dots per mm, the most common one (recalled, unverified)',
  },
];
