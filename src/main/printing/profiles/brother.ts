import type { PrinterProfile, ProfileQuirks } from '../../../shared/printing/profile.ts';

const ql = {
  maker: 'Brother',
  language: 'brother-ql',
  dpi: 300,
  headDots: 720,
  cutter: 'full',
  answersStatus: true,
  // Status type 01, over USB; network models often stay silent, and then the job is only "sent".
  completion: 'printed',
  process: 'direct',
  source: 'Brother, Raster Command Reference; abilities of each model as in brother_ql, models.py',
} as const;

/** USB models of the first generations know raster rows only, uncompressed. */
const plain: ProfileQuirks = {};
/** Network models have a second mode and take compressed rows. */
const network: ProfileQuirks = { packsRows: true, switchesMode: true };
/** Four-inch heads: 1296 pins, of which 44 at the right are never reached. */
const wide: ProfileQuirks = { ...network, idlePins: 44 };

/** Label printers of the QL series. Rows are 300 dots an inch across; some print 600 an inch along the paper. */
export const brotherProfiles: readonly PrinterProfile[] = [
  { ...ql, id: 'brother-ql-500', name: 'QL-500', cutter: 'none', quirks: plain },
  { ...ql, id: 'brother-ql-550', name: 'QL-550', quirks: plain },
  { ...ql, id: 'brother-ql-560', name: 'QL-560', quirks: plain },
  { ...ql, id: 'brother-ql-570', name: 'QL-570', quirks: plain },
  { ...ql, id: 'brother-ql-580n', name: 'QL-580N', quirks: network },
  { ...ql, id: 'brother-ql-650td', name: 'QL-650TD', quirks: network },
  { ...ql, id: 'brother-ql-700', name: 'QL-700', quirks: plain },
  { ...ql, id: 'brother-ql-710w', name: 'QL-710W', quirks: network },
  { ...ql, id: 'brother-ql-720nw', name: 'QL-720NW', quirks: network },
  { ...ql, id: 'brother-ql-800', name: 'QL-800', quirks: { switchesMode: true } },
  { ...ql, id: 'brother-ql-810w', name: 'QL-810W', quirks: network },
  { ...ql, id: 'brother-ql-820nwb', name: 'QL-820NWB', quirks: network },
  { ...ql, id: 'brother-ql-820nwb-600', name: 'QL-820NWB (fine)', dpi: 600, headDots: 1440, quirks: network },
  { ...ql, id: 'brother-ql-1050', name: 'QL-1050', headDots: 1296, quirks: wide },
  { ...ql, id: 'brother-ql-1060n', name: 'QL-1060N', headDots: 1296, quirks: wide },
  { ...ql, id: 'brother-ql-1100', name: 'QL-1100', headDots: 1296, quirks: wide },
  { ...ql, id: 'brother-ql-1110nwb', name: 'QL-1110NWB', headDots: 1296, quirks: wide },
];
