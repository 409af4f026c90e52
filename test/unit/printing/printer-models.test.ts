import { describe, expect, it } from 'vitest';
import { planPage } from '../../../src/main/badges/layout/plan.ts';
import { profiles } from '../../../src/main/printing/profiles/index.ts';
import { dotsToMm } from '../../../src/shared/printing/media.ts';
import { sampleCanvas, sampleMedia, type SampleMedia } from '../../fakes/badge-samples.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = (names: readonly string[]): string => [row(names), row(names.map(() => '---'))].join('\n');

const completionWords = { none: 'sent', barrier: 'sent', printed: 'confirmed' } as const;
const sizes = [100, 180, 260, 400] as const;
const resolutions = [203, 300, 600] as const;

/** One model per line, by maker. */
function models(): string {
  const makers = [...new Set(profiles.map(({ maker }) => maker))];
  const parts = makers.map((maker) => {
    const own = profiles.filter((profile) => profile.maker === maker);
    const lines = own.map(
      ({ id, name, language, dpi, headDots, cutter, answersStatus, completion, quirks }) =>
        row([
          `\`${id}\``,
          name,
          language,
          String(dpi),
          `${headDots} (${Math.round(dotsToMm(headDots, dpi))} mm)`,
          cutter === 'none' ? '' : cutter,
          answersStatus ? 'yes' : '',
          completionWords[completion],
          quirks?.drawsSymbols === true && language !== 'star-graphic' ? 'yes' : '',
        ]),
    );
    const sources = [...new Set(own.map(({ source }) => source))].map((source) => `- ${source}`);
    const names = [
      'Profile',
      'Model',
      'Language',
      'dpi',
      'Head, dots',
      'Cutter',
      'Asked',
      'At best',
      'Can draw codes',
    ];
    return [`### ${maker}`, '', head(names), ...lines, '', 'Sources:', '', ...sources].join('\n');
  });
  return parts.join('\n\n');
}

/** The code with its quiet zone in millimetres, and dots a module. */
function fitting(media: SampleMedia): string[] {
  return resolutions.map((dpi) =>
    row([
      media.replace('-', ' ').replace('x', ' × '),
      String(dpi),
      ...sizes.map((bytes) => {
        const plan = planPage(bytes, sampleCanvas(media, dpi));
        if (!plan.ok) return `no: needs ${plan.failure.facts['neededMm']} mm`;
        const { sizeMm, dotsPerModule, level } = plan.value.size;
        return `${sizeMm.toFixed(0)} mm, ${dotsPerModule} dots, ${level}`;
      }),
    ]),
  );
}

const page = (): string =>
  [
    '# Printer models and what fits',
    '',
    'Made from the code by `test/unit/printing/printer-models.test.ts` (run vitest with `-u` after a change).',
    '',
    '## What fits',
    '',
    'Edge of the code with its quiet zone, dots a module, error correction, by the length of the payload. What is refused is',
    'refused before anything is revoked, with these figures.',
    '',
    head(['Media', 'dpi', ...sizes.map((bytes) => `${bytes} bytes`)]),
    ...sampleMedia.flatMap(fitting),
    '',
    '## Models',
    '',
    models(),
    '',
  ].join('\n');

describe('docs/printer-models.md', () => {
  it('says what the code knows', async () => {
    await expect(page()).toMatchFileSnapshot('../../../docs/printer-models.md');
  });

  it('names at least 40 models by name, in every language', () => {
    const named = profiles.filter(({ maker }) => maker !== 'Generic' && maker !== 'System driver');
    expect(named.length).toBeGreaterThanOrEqual(40);
    expect(new Set(named.map(({ language }) => language)).size).toBe(11);
  });
});
