import type { StationWords } from '../../../src/main/issuing/ports.ts';

export const stationWords: StationWords = {
  siteName: 'Site North',
  returnTo: 'Gate 2',
  practice: true,
  locale: 'en',
  timeZone: 'UTC',
};
