import type { PrinterProfile } from '../../../shared/printing/profile.ts';

const epson = {
  maker: 'Epson',
  language: 'escpos',
  cutter: 'partial',
  answersStatus: true,
  // On the list of models that answer GS ( H (Epson ESC/POS reference, GS ( H).
  completion: 'printed',
  process: 'direct',
  quirks: { drawsSymbols: true },
  source:
    'Epson ESC/POS reference (GS ( H, GS ( k, DLE DC4); head and dpi: data sheet (recalled, unverified)',
} as const;

/** Receipt printers of the TM series: 72 mm wide on 80 mm paper at 180 or 203 dpi, 52.5 mm on 58 mm paper. */
export const epsonProfiles: readonly PrinterProfile[] = [
  { ...epson, id: 'epson-tm-t20ii', name: 'TM-T20II', dpi: 203, headDots: 576 },
  { ...epson, id: 'epson-tm-t20iii', name: 'TM-T20III', dpi: 203, headDots: 576 },
  { ...epson, id: 'epson-tm-t70ii', name: 'TM-T70II', dpi: 180, headDots: 512 },
  { ...epson, id: 'epson-tm-t82iii', name: 'TM-T82III', dpi: 203, headDots: 576 },
  { ...epson, id: 'epson-tm-t88v', name: 'TM-T88V', dpi: 180, headDots: 512 },
  { ...epson, id: 'epson-tm-t88vi', name: 'TM-T88VI', dpi: 180, headDots: 512 },
  { ...epson, id: 'epson-tm-t88vii', name: 'TM-T88VII', dpi: 180, headDots: 512 },
  { ...epson, id: 'epson-tm-m10', name: 'TM-m10 (58 mm)', dpi: 203, headDots: 420 },
  { ...epson, id: 'epson-tm-m30', name: 'TM-m30', dpi: 203, headDots: 576 },
  { ...epson, id: 'epson-tm-m30ii', name: 'TM-m30II', dpi: 203, headDots: 576 },
  { ...epson, id: 'epson-tm-m30iii', name: 'TM-m30III', dpi: 203, headDots: 576 },
  { ...epson, id: 'epson-tm-m50', name: 'TM-m50', dpi: 203, headDots: 576 },
  { ...epson, id: 'epson-tm-l90', name: 'TM-L90', dpi: 203, headDots: 576 },
  { ...epson, id: 'epson-tm-p20', name: 'TM-P20 (58 mm)', dpi: 203, headDots: 384, cutter: 'none' },
  { ...epson, id: 'epson-tm-p80', name: 'TM-P80', dpi: 203, headDots: 576, cutter: 'none' },
];
