import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { abilitiesOf } from '../../../src/main/printer-setup/abilities.ts';
import { findProfile, profiles } from '../../../src/main/printing/profiles/index.ts';
import { languages, type Language } from '../../../src/shared/printing/profile.ts';
import { FaultRig, modelOf } from './fault-rig.ts';

/** What the Printers screen promises of a printer, held against what one of that family does. */
describe('the strongest word for a badge', () => {
  it.concurrent.each([...languages])('%s over a line that answers: as promised', async (language) => {
    const rig = new FaultRig();
    try {
      const profile = findProfile(modelOf(language));
      if (!profile.ok) throw new Error('no profile');
      const { isAsked, strongest } = abilitiesOf(profile.value, 'tcp');
      expect(isAsked).toBe(true);
      const { door } = await rig.open(language);
      expect((await rig.print(door, language)).ledger.state).toBe(strongest);
    } finally {
      await rig.close();
    }
  });

  it('is "sent" by every queue and every driver, whatever the model', () => {
    for (const profile of profiles) {
      for (const kind of ['queue', 'driver'] as const)
        expect(abilitiesOf(profile, kind)).toMatchObject({
          link: 'queue',
          isAsked: false,
          strongest: 'sent',
        });
    }
  });
});

/** Rows of "What a family can prove" in docs/printers.md. */
const titles: Readonly<Record<string, readonly (Language | 'driver')[]>> = {
  'ZPL II': ['zpl'],
  'ESC/POS': ['escpos'],
  'StarPRNT, Star Line, Star Graphic': ['starprnt', 'star-line', 'star-graphic'],
  TSPL: ['tspl'],
  'Brother QL raster': ['brother-ql'],
  EPL2: ['epl2'],
  CPCL: ['cpcl'],
  'DYMO raster': ['dymo'],
  'none (the system’s driver)': ['driver'],
};

describe('docs/printers.md', () => {
  const doc = readFileSync(new URL('../../../docs/printers.md', import.meta.url), 'utf8').replaceAll(
    "'",
    '’',
  );
  const section = doc.split('## What a family can prove')[1]?.split('\n## ')[0] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| Language'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('has a row for every family', () => {
    expect(rows.map(([, title]) => title)).toEqual(Object.keys(titles));
    expect(Object.values(titles).flat().toSorted()).toEqual([...languages, 'driver'].toSorted());
  });

  it('promises of each the word the screen promises', () => {
    for (const [, title = '', , , word = ''] of rows) {
      const own = profiles.filter(({ language }) => titles[title]?.includes(language));
      const best = own.some(
        (profile) =>
          abilitiesOf(profile, profile.language === 'driver' ? 'driver' : 'tcp').strongest === 'confirmed',
      );
      expect(`${title}: ${word.split(/[ :]/)[0]}`).toBe(`${title}: ${best ? 'confirmed' : 'sent'}`);
    }
  });
});
