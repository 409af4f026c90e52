import type { PrinterProfile } from '../../../shared/printing/profile.ts';

const tsc = {
  maker: 'TSC',
  language: 'tspl',
  cutter: 'none',
  answersStatus: true,
  // <ESC>!?: printing, then ready.
  completion: 'printed',
  quirks: { drawsSymbols: true },
  source: 'TSPL/TSPL2 Programming Language; head and dpi: TSC data sheet of the model (recalled, unverified)',
} as const;

/** Label printers that speak TSPL: 108 mm heads at 203 dpi, 105.7 mm at 300, 54 mm for the small ones. */
export const tscProfiles: readonly PrinterProfile[] = [
  { ...tsc, id: 'tsc-da210', name: 'DA210', dpi: 203, headDots: 864, process: 'direct' },
  { ...tsc, id: 'tsc-da310', name: 'DA310', dpi: 300, headDots: 1248, process: 'direct' },
  { ...tsc, id: 'tsc-te200', name: 'TE200', dpi: 203, headDots: 864, process: 'either' },
  { ...tsc, id: 'tsc-te300', name: 'TE300', dpi: 300, headDots: 1248, process: 'either' },
  { ...tsc, id: 'tsc-ttp-244-pro', name: 'TTP-244 Pro', dpi: 203, headDots: 864, process: 'either' },
  { ...tsc, id: 'tsc-ttp-345', name: 'TTP-345', dpi: 300, headDots: 1248, process: 'either' },
  { ...tsc, id: 'tsc-tdp-225', name: 'TDP-225', dpi: 203, headDots: 432, process: 'direct' },
];
