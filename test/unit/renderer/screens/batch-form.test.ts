import { describe, expect, it } from 'vitest';
import {
  type BatchForm,
  firstForm,
  wholeIn,
  wishOf,
} from '../../../../src/renderer/src/screens/batch/form.ts';
import { sampleSnapshot } from '../../../fakes/sample-views.ts';

const first = firstForm(sampleSnapshot({}));
const form = (change: Partial<BatchForm>): BatchForm => ({ ...first, ...change });

describe('the wish for a list', () => {
  it('begins with the station’s usual values', () => {
    expect(wishOf(first)).toMatchObject({ kind: 'badge', withinDays: 30, lifetime: { kind: 'standard' } });
  });

  it('never guesses a printer that no route names', () => {
    const routes = { badge: ['gone'], temporary: [], pinSlip: [] };
    const unrouted = firstForm(sampleSnapshot({ routes }));
    expect(unrouted.printerId).toBeNull();
    expect(wishOf(unrouted)).toBeNull();
  });

  it('has hours and no days for temporary codes, and no slips', () => {
    const temporary = form({
      kind: 'temporary',
      hours: '8',
      slips: true,
      printerId: 'front',
      withinDays: '',
    });
    expect(wishOf(temporary)).toEqual({
      kind: 'temporary',
      withinDays: 0,
      lifetime: { kind: 'temporary', hours: 8 },
      printerId: 'front',
      slips: false,
    });
  });

  it('needs no printer to extend', () => {
    expect(wishOf(form({ kind: 'extend', printerId: null }))).toMatchObject({
      printerId: null,
      slips: false,
    });
  });

  it.each([
    ['no days', { days: '' }],
    ['too many days', { days: '396' }],
    ['none at all', { days: '0' }],
    ['no day to count as soon', { withinDays: '' }],
    ['too many of them', { withinDays: '396' }],
    ['too many hours', { kind: 'temporary', hours: '13' }],
    ['no printer', { printerId: null }],
  ] as const)('is not there with %s', (_, change) => {
    expect(wishOf(form({ printerId: 'front', ...change }))).toBeNull();
  });

  it.each(['', ' ', '1.5', '-1', '1e2', '٣', 'seven', '99999'])('takes no "%s" for a number', (typed) => {
    expect(wholeIn(typed, { min: 0, max: 9999 })).toBeNull();
  });
});
