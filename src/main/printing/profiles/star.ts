import type { PrinterProfile } from '../../../shared/printing/profile.ts';

const star = {
  maker: 'Star',
  dpi: 203,
  cutter: 'partial',
  answersStatus: true,
  // ETB behind the job counts when what stands before it has been printed (Line Mode specifications, ETB).
  completion: 'printed',
  process: 'direct',
  quirks: { drawsSymbols: true },
  source: 'Star command specifications; head and dpi: data sheet (recalled, unverified)',
} as const;

/** Receipt printers: 72 mm wide (576 dots) on 80 mm paper, 48 mm (384) on 58 mm, 104 mm (832) on 112 mm. */
export const starProfiles: readonly PrinterProfile[] = [
  { ...star, id: 'star-tsp143iii', name: 'TSP143III (TSP100)', language: 'star-graphic', headDots: 576 },
  {
    ...star,
    id: 'star-tsp113',
    name: 'TSP113 (TSP100, tear bar)',
    language: 'star-graphic',
    headDots: 576,
    cutter: 'none',
  },
  { ...star, id: 'star-tsp143iv', name: 'TSP143IV (TSP100)', language: 'starprnt', headDots: 576 },
  { ...star, id: 'star-tsp654ii', name: 'TSP654II', language: 'star-line', headDots: 576 },
  { ...star, id: 'star-tsp743ii', name: 'TSP743II', language: 'star-line', headDots: 576 },
  { ...star, id: 'star-tsp847ii', name: 'TSP847II (112 mm)', language: 'star-line', headDots: 832 },
  { ...star, id: 'star-mc-print2', name: 'mC-Print2 (58 mm)', language: 'starprnt', headDots: 384 },
  { ...star, id: 'star-mc-print3', name: 'mC-Print3', language: 'starprnt', headDots: 576 },
  {
    ...star,
    id: 'star-sm-l200',
    name: 'SM-L200 (58 mm)',
    language: 'starprnt',
    headDots: 384,
    cutter: 'none',
  },
];
