import { describe, expect, it } from 'vitest';
import { PracticeFaults } from '../../../src/main/practice/faults.ts';
import { usualVariant, variantOf } from '../../../src/main/practice/variants.ts';

const read = { name: 'E2', effect: 'read' } as const;
const write = { name: 'E7', effect: 'write' } as const;
const create = { name: 'E5', effect: 'create' } as const;
const drop = { kind: 'drop', when: 'before' } as const;

describe('faults on purpose', () => {
  it.each([
    ['any', [read, write, create]],
    ['read', [read]],
    ['write', [write, create]],
    ['create', [create]],
    ['E7', [write]],
    ['unknown', []],
  ])('aimed at %s hit just that', (on, hit) => {
    for (const call of [read, write, create]) {
      const faults = new PracticeFaults();
      faults.add(on, drop);
      expect(faults.take(call) !== null).toBe((hit as readonly object[]).includes(call));
    }
  });

  it('are used up, in the order they were set', () => {
    const faults = new PracticeFaults();
    faults.add('any', drop, 2);
    faults.add('any', { kind: 'empty' });
    expect([1, 2, 3, 4].map(() => faults.take(read)?.kind ?? null)).toEqual(['drop', 'drop', 'empty', null]);
  });

  it('can be set from JSON, as a rehearsal gets them', () => {
    const faults = new PracticeFaults();
    const set = faults.set({
      online: false,
      lagMs: 20_000,
      variant: 3,
      claims: 'x',
      rules: [{ on: 'E1', times: 1, fault: { kind: 'throttle', retryAfterSeconds: null } }],
    });
    expect(set.ok).toBe(true);
    expect(faults).toMatchObject({ online: false, lagMs: 20_000, claims: 'x', latencyMs: 0 });
    expect(faults.variant).toEqual(variantOf(3));
    expect(faults.take({ name: 'E1', effect: 'create' })).toEqual({
      kind: 'throttle',
      retryAfterSeconds: null,
    });
    expect(faults.set({ variant: null }).ok).toBe(true);
    expect(faults.variant).toEqual(usualVariant);
  });

  it.each([
    null,
    7,
    'x',
    [],
    { unknown: 1 },
    { online: 'yes' },
    { lagMs: -1 },
    { lagMs: 1e12 },
    { rules: {} },
    { rules: [{ on: 'E1', times: 0, fault: drop }] },
    { rules: [{ on: 'E1', times: 1, fault: { kind: 'explode' } }] },
    { rules: [{ on: '', times: 1, fault: drop }] },
    { online: false, rules: [{ fault: drop }] },
    { variant: 1.5 },
  ])('set nothing when they are %j', (junk) => {
    const faults = new PracticeFaults();
    expect(faults.set(junk)).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
    expect(faults).toMatchObject({ online: true, lagMs: 0 });
    expect(faults.take(read)).toBeNull();
  });

  it('are gone after clear()', () => {
    const faults = new PracticeFaults();
    faults.set({ online: false, latencyMs: 5, lagMs: 5, variant: 2, claims: 'x', claimsNeedPerson: true });
    faults.add('any', drop);
    faults.clear();
    expect(faults).toMatchObject({
      online: true,
      latencyMs: 0,
      lagMs: 0,
      claims: null,
      claimsNeedPerson: false,
    });
    expect(faults.variant).toBe(usualVariant);
    expect(faults.take(read)).toBeNull();
  });
});
