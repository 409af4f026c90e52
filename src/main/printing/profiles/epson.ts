import type { PrinterProfile } from '../../../shared/printing/profile.ts';

const epson = {
  maker: 'Epson',
  language: 'escpos',
  cutter: 'partial',
  answersStatus: true,
  // On the list of models that answer GS ( H (Epson ESC/POS reference, GS ( H).
  completion: 'printed',
  process: 'direct',
} as const;

const reference =
  'Epson ESC/POS reference (GS ( H, DLE DC4); head and dpi: data sheet (recalled, unverified)';

/** Receipt printers of the TM series on 80 mm paper. */
export const epsonProfiles: readonly PrinterProfile[] = [
  { ...epson, id: 'epson-tm-t20iii', name: 'TM-T20III', dpi: 203, headDots: 576, source: reference },
  { ...epson, id: 'epson-tm-t88vi', name: 'TM-T88VI', dpi: 180, headDots: 512, source: reference },
  { ...epson, id: 'epson-tm-m30ii', name: 'TM-m30II', dpi: 203, headDots: 576, source: reference },
];
