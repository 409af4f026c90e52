import type { PrinterProfile } from '../../../shared/printing/profile.ts';

/** Printers that only their own driver understands; nothing but the resolution and the width is known of them. */
const system = {
  language: 'driver',
  cutter: 'none',
  answersStatus: false,
  completion: 'none',
} as const;

const any = {
  ...system,
  maker: 'System driver',
  process: 'either',
  source: 'whatever the driver says; head: 6 in, as wide as any label',
} as const;
const card = {
  ...system,
  maker: 'System driver',
  process: 'card',
  source: 'ISO/IEC 7810 ID-1, 85.6 × 53.98 mm; 300 dpi: data sheets of card printers (recalled, unverified)',
} as const;
const dymo = {
  ...system,
  maker: 'DYMO',
  process: 'direct',
  source: 'DYMO data sheet (recalled, unverified); its language is not published',
} as const;

export const systemDriverProfiles: readonly PrinterProfile[] = [
  { ...any, id: 'system-driver-203', name: 'any printer (203 dpi)', dpi: 203, headDots: 1218 },
  { ...any, id: 'system-driver-300', name: 'any printer (300 dpi)', dpi: 300, headDots: 1800 },
  { ...any, id: 'system-driver-600', name: 'any printer (600 dpi)', dpi: 600, headDots: 3600 },
  { ...card, id: 'system-driver-card', name: 'card printer (300 dpi)', dpi: 300, headDots: 1016 },
  { ...dymo, id: 'dymo-lw-550', name: 'LabelWriter 550', dpi: 300, headDots: 672 },
  { ...dymo, id: 'dymo-lw-5xl', name: 'LabelWriter 5XL', dpi: 300, headDots: 1248 },
];
