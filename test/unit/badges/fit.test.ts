import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fitText, type FitLimits, type FittedText } from '../../../src/main/badges/text/fit.ts';
import { FontBook } from '../../../src/main/badges/text/font-book.ts';
import { Shaper } from '../../../src/main/badges/text/shape.ts';
import { fontDir, valueOf } from '../../fakes/badge-samples.ts';

let shaper: Shaper;
beforeAll(async () => {
  const bytes = readFileSync(`${fontDir}/NotoSans-Bold.ttf`);
  shaper = new Shaper(valueOf(await FontBook.open([{ bytes, weight: 'bold' }])));
});

const limits: FitLimits = { width: 390, emMax: 66, emMin: 20, maxLines: 2, mayShorten: true };

function fit(text: string, changes: Partial<FitLimits> = {}): FittedText {
  return fitText(text, { weight: 'bold', base: 'ltr', language: 'en' }, { ...limits, ...changes }, shaper);
}

function widest(fitted: FittedText): number {
  return Math.max(...fitted.lines.map((line) => line.width)) * fitted.emDots;
}

describe('fitting text', () => {
  it('keeps a short name on one line at full size', () => {
    const fitted = fit('Ana Li');
    expect([fitted.lines.length, fitted.emDots, fitted.wasShortened]).toEqual([1, 66, false]);
  });

  it('breaks a name of several words when that makes it clearly larger', () => {
    const fitted = fit('Maximilian von Hohenstaufen');
    expect(fitted.lines.length).toBe(2);
    expect(fitted.emDots).toBeGreaterThan(fit('Maximilian von Hohenstaufen', { maxLines: 1 }).emDots);
  });

  it('breaks at the space rather than at the hyphen of a double name', () => {
    const fitted = fit('Bartholomäus Müller-Lüdenscheidt');
    const alone = shaper.line('Bartholomäus', { weight: 'bold', base: 'ltr', language: 'en' });
    expect(fitted.lines[0]?.width).toBe(alone.width);
  });

  it('sets a long word smaller before it breaks it', () => {
    const fitted = fit('Wolfeschlegelsteinhausen');
    expect([fitted.lines.length, fitted.wasShortened]).toEqual([1, false]);
    expect(fitted.emDots).toBeGreaterThanOrEqual(20);
  });

  it('shortens only what is too long at the smallest size, and stays inside', () => {
    const fitted = fit('Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Cipriano');
    expect([fitted.wasShortened, fitted.emDots, fitted.lines.length]).toEqual([true, 20, 2]);
    expect(widest(fitted)).toBeLessThanOrEqual(390);
  });

  it.each(['W'.repeat(500), 'Wi '.repeat(200), '-'.repeat(300), 'a', ' ', ''])(
    'ends inside its width for junk (%#)',
    (text) => {
      for (const maxLines of [1, 2] as const) {
        expect(widest(fit(text, { maxLines }))).toBeLessThanOrEqual(390);
      }
    },
  );

  it('never cuts a date or a warning: it goes below the least size instead', () => {
    const fitted = fit('Valid until 21 November 2027 at noon', {
      mayShorten: false,
      maxLines: 1,
      width: 150,
    });
    expect(fitted.wasShortened).toBe(false);
    expect(fitted.emDots).toBeLessThan(20);
    expect(widest(fitted)).toBeLessThanOrEqual(150);
  });
});
