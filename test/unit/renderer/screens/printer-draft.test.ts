import { describe, expect, it } from 'vitest';
import {
  draftOf,
  isComplete,
  learnedOf,
  mediaOf,
  newDraft,
  numberOf,
} from '../../../../src/renderer/src/screens/printers/draft.ts';
import { usesOf } from '../../../../src/renderer/src/screens/printers/use-setup.ts';
import { commonMedia } from '../../../../src/shared/printing/common-media.ts';
import { mediaSchema } from '../../../../src/shared/settings/schema.ts';
import { sampleSetup } from '../../../fakes/sample-printer-setup.ts';
import { samplePrinter, sampleSnapshot } from '../../../fakes/sample-views.ts';

const own = (more: object) =>
  newDraft({ media: 'own', own: { kind: 'gap', widthMm: '70', heightMm: '40', gapMm: '2', ...more } });

describe('a printer as it is typed', () => {
  it.each([
    ['54', 54],
    [' 54,5 ', 54.5],
    ['54.25', 54.25],
    ['-0,5', -0.5],
    ['−2', -2],
    ['', null],
    ['5 4', null],
    ['1e3', null],
    ['0x10', null],
    ['Infinity', null],
    ['54.', null],
    ['99999', null],
    ['54mm', null],
  ])('reads %j as %j', (typed, value) => {
    expect(numberOf(typed)).toBe(value);
  });

  it.each(Object.entries(commonMedia))('knows the common media %s, and main takes it', (name, media) => {
    expect(mediaOf(newDraft({ media: name as keyof typeof commonMedia }))).toEqual(media);
    expect(mediaSchema.safeParse(media).success).toBe(true);
  });

  it('takes a size of its own, and an endless roll without a length', () => {
    expect(mediaOf(own({}))).toEqual({ kind: 'gap', widthMm: 70, heightMm: 40, gapMm: 2 });
    const roll = { kind: 'continuous', heightMm: '', gapMm: 'ignored' };
    expect(mediaOf(own(roll))).toEqual({ kind: 'continuous', widthMm: 70, heightMm: null, gapMm: 0 });
  });

  it.each([
    { widthMm: '' },
    { widthMm: '9' },
    { widthMm: '251' },
    { heightMm: '' },
    { heightMm: '501' },
    { gapMm: '31' },
    { gapMm: '-1' },
    { gapMm: '' },
    { kind: 'continuous', heightMm: 'x' },
  ])('waits while a size is missing or wrong: %j', (wrong) => {
    expect(mediaOf(own(wrong))).toBeNull();
    expect(isComplete({ ...own(wrong), name: 'Gate 2', profileId: 'zebra-zd220' })).toBe(false);
  });

  it.each([
    [{ name: ' ' }, false],
    [{ profileId: '' }, false],
    [{ address: ' ' }, false],
    [{ address: '10.0.0.7' }, true],
    [{}, true],
  ])('is complete with %j: %j', (more, complete) => {
    expect(isComplete(newDraft({ name: 'Gate 2', profileId: 'zebra-zd220', ...more }))).toBe(complete);
  });

  it('gives back what was set up when nothing is changed', () => {
    const snapshot = sampleSnapshot();
    const [setup] = sampleSetup(snapshot).printers;
    if (setup === undefined) throw new Error('no printer');
    const draft = draftOf(samplePrinter(), setup, String);
    expect(mediaOf(draft)).toEqual(samplePrinter().media);
    expect(learnedOf(draft)).toEqual(setup.calibration);
    expect(learnedOf(draftOf(samplePrinter(), { ...setup, calibration: null }, String))).toBeNull();
  });

  it.each(['', '6', '-5.1', 'x'])('takes no offset of %j', (rightMm) => {
    const learned = { minDots: '', rightMm, downMm: '0', darkness: '' };
    expect(learnedOf({ learned })).toBe('wrong');
  });
});

it('says what a printer is used for', () => {
  const routes = { badge: ['front', 'back'], temporary: ['back', 'front'], pinSlip: [] };
  expect(usesOf('front', routes)).toEqual({ usual: ['badge'], standBy: ['temporary'] });
  expect(usesOf('other', routes)).toEqual({ usual: [], standBy: [] });
});
