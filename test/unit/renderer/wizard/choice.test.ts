import { describe, expect, it } from 'vitest';
import { offersFor } from '../../../../src/shared/credential/offers.ts';
import {
  choiceFor,
  daysRange,
  firstChoice,
  printersFor,
} from '../../../../src/renderer/src/wizard/choice.ts';
import { sampleCode, sampleCredential, sampleHolder, sampleSnapshot } from '../../../fakes/sample-views.ts';
import { nowMs, view } from './examples.ts';

const dayMs = 24 * 60 * 60 * 1000;
const station = sampleSnapshot();

describe('what is proposed', () => {
  it('takes what was asked for when it is possible', () => {
    expect(firstChoice(view, 'extend', station, nowMs)?.operation).toBe('extend');
  });

  it('takes the suggestion when what was asked for is not possible', () => {
    expect(firstChoice(view, 'first-badge', station, nowMs)?.operation).toBe('temporary');
  });

  it('offers only ends to a holder whose account is switched off', () => {
    const holder = sampleHolder({ enabled: false });
    const state = sampleCredential(nowMs);
    const offers = offersFor(holder, state, nowMs);
    expect(firstChoice({ holder, own: false, state, offers }, null, station, nowMs)?.operation).toBe(
      'remove',
    );
  });

  it('proposes nothing where nothing is possible', () => {
    const holder = sampleHolder({ enabled: false });
    const offers = offersFor(holder, null, nowMs);
    expect(firstChoice({ holder, own: false, state: null, offers }, null, station, nowMs)).toBeNull();
  });

  it('uses the station’s defaults', () => {
    expect(choiceFor('temporary', view.state, station, nowMs)).toEqual({
      operation: 'temporary',
      lifetime: { kind: 'temporary', hours: 8 },
      printerId: 'front',
    });
    expect(choiceFor('new-pin', view.state, station, nowMs)).toEqual({
      operation: 'new-pin',
      lifetime: null,
      printerId: null,
    });
  });

  it('never guesses a printer that no route names', () => {
    const unrouted = { ...station, routes: { badge: [], temporary: ['gone'], pinSlip: [] } };
    expect(choiceFor('replace', view.state, unrouted, nowMs).printerId).toBeNull();
    expect(choiceFor('temporary', view.state, unrouted, nowMs).printerId).toBeNull();
  });

  it('shortens the default of an extension to what is left of 395 days', () => {
    const state = { standard: sampleCode(nowMs, 385, 5 * dayMs), temporary: null, pin: null };
    expect(choiceFor('extend', state, station, nowMs).lifetime).toEqual({ kind: 'standard', days: 9 });
  });
});

it('lets an extension end 395 days after the start of the code at the latest', () => {
  const state = { standard: sampleCode(nowMs, 100, 10 * dayMs), temporary: null, pin: null };
  expect(daysRange('extend', state, nowMs)).toEqual({ min: 1, max: 294 });
  expect(daysRange('replace', state, nowMs)).toEqual({ min: 1, max: 395 });
});

it('lists the routed printers first and in the order of the route', () => {
  const routes = { badge: ['receipt', 'missing', 'front'], temporary: ['receipt'], pinSlip: [] };
  const { printers } = station;
  expect(printersFor('replace', { routes, printers }).routed.map(({ id }) => id)).toEqual([
    'receipt',
    'front',
  ]);
  const temporary = printersFor('temporary', { routes, printers });
  expect(temporary.routed.map(({ id }) => id)).toEqual(['receipt']);
  expect(temporary.others.map(({ id }) => id)).toEqual(['front']);
});
