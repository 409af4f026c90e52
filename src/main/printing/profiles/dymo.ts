import type { PrinterProfile } from '../../../shared/printing/profile.ts';

const labelWriter = {
  maker: 'DYMO',
  language: 'dymo',
  dpi: 300,
  headDots: 672,
  cutter: 'none',
  answersStatus: true,
  completion: 'none',
  process: 'direct',
  source:
    'LabelWriter 450 Series Technical Reference; heads as in the device list of thermal-label/labelwriter',
} as const;

/** LabelWriters up to the 450. The 550 and 5XL speak another language and go through the system's own driver. */
export const dymoProfiles: readonly PrinterProfile[] = [
  { ...labelWriter, id: 'dymo-lw-400', name: 'LabelWriter 400' },
  { ...labelWriter, id: 'dymo-lw-450', name: 'LabelWriter 450' },
  { ...labelWriter, id: 'dymo-lw-450-turbo', name: 'LabelWriter 450 Turbo' },
  { ...labelWriter, id: 'dymo-lw-wireless', name: 'LabelWriter Wireless' },
  { ...labelWriter, id: 'dymo-lw-4xl', name: 'LabelWriter 4XL', headDots: 1248 },
  { ...labelWriter, id: 'dymo-lw-se450', name: 'LabelWriter SE450', dpi: 203, headDots: 448 },
];
