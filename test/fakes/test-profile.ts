import type { Language, PrinterProfile } from '../../src/shared/printing/profile.ts';

/** A printer that exists in tests only. */
export function testProfile(language: Language, changes: Partial<PrinterProfile> = {}): PrinterProfile {
  return {
    id: `test-${language}`,
    maker: 'Test',
    name: language,
    language,
    dpi: 203,
    headDots: 832,
    cutter: 'partial',
    answersStatus: true,
    completion: 'printed',
    process: 'direct',
    source: 'made up for tests',
    ...changes,
  };
}
