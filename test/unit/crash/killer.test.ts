import { describe, expect, it } from 'vitest';
import { drawKillPoint, type KillPoint, nameOf, operationFor } from '../../../scripts/crash/kill-point.ts';
import { Killer } from '../../../scripts/crash/killer.ts';
import { nextWish } from '../../../scripts/crash/day.ts';
import { readOptions } from '../../../scripts/crash/options.ts';
import { Random } from '../../../scripts/crash/random.ts';
import { PracticeTenant } from '../../../src/main/practice/tenant.ts';

function armed(point: KillPoint): { readonly killer: Killer; readonly kills: () => number } {
  let kills = 0;
  return { killer: new Killer(point, () => (kills += 1)), kills: () => kills };
}

const e5 = { call: { name: 'E5', effect: 'create' }, path: '/', status: null } as const;

describe('the killer', () => {
  it('kills at its call and phase, and nowhere else', async () => {
    const point = { on: 'call', name: 'E5', phase: 'committed', serverGoesOn: true, afterMs: 0 } as const;
    const { killer, kills } = armed(point);
    killer.started();
    killer.working();
    killer.robot('planned');
    killer.printer('begun');
    await killer.call({ ...e5, phase: 'received' });
    await killer.call({ ...e5, phase: 'committed', call: { name: 'E9', effect: 'create' } });
    expect(kills()).toBe(0);
    await killer.call({ ...e5, phase: 'committed' });
    expect([kills(), killer.fired]).toEqual([1, true]);
  });

  it('holds the server until the process is gone, when it is to see nobody', async () => {
    const point = { on: 'call', name: 'E5', phase: 'received', serverGoesOn: false, afterMs: 0 } as const;
    const { killer } = armed(point);
    let wentOn = false;
    const held = killer.call({ ...e5, phase: 'received' }).then(() => (wentOn = true));
    await Promise.resolve();
    expect([killer.fired, wentOn]).toEqual([true, false]);
    killer.died();
    await held;
  });

  it('kills once', () => {
    const { killer, kills } = armed({ on: 'printer', moment: 'complete', afterMs: 0 });
    killer.printer('complete');
    killer.printer('complete');
    killer.fire();
    expect(kills()).toBe(1);
  });
});

describe('kill points', () => {
  const drawn = (seed: number): readonly KillPoint[] => {
    const random = new Random(seed);
    return Array.from({ length: 2000 }, () => drawKillPoint(random));
  };

  it('come again with the same seed', () => {
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it('cover each secret-bearing call in each phase, each moment of a label, start and work', () => {
    const names = new Set(drawn(1).map(nameOf));
    for (const call of ['E1', 'E5', 'E9', 'E11']) {
      for (const phase of ['received and carried out', 'received and dropped', 'committed', 'answered']) {
        expect(names).toContain(`${call} ${phase}`);
      }
    }
    for (const name of ['label begun', 'label complete', 'label printed', 'robot: handed-over']) {
      expect(names).toContain(name);
    }
    expect(names).toContain('start, some time after');
    expect(names).toContain('work, some time after');
  });

  it('name the operation during which they come', () => {
    const at = (name: string): KillPoint => ({
      on: 'call',
      name,
      phase: 'answered',
      serverGoesOn: true,
      afterMs: 0,
    });
    expect(['E1', 'E7', 'E10', 'E11', 'E2'].map((name) => operationFor(at(name)))).toEqual([
      'first-badge',
      'replace',
      'temporary',
      'new-pin',
      null,
    ]);
  });
});

describe('the next wish', () => {
  const snapshot = new PracticeTenant().snapshot();

  it('is the wanted one when somebody can have it', () => {
    const random = new Random(1);
    for (const wanted of ['first-badge', 'replace', 'temporary', 'new-pin', 'extend'] as const) {
      const wish = nextWish(snapshot, Date.now(), wanted, random);
      expect(wish.operation).toBe(wanted);
      expect(snapshot.methods[wish.holderId] === null).toBe(wanted === 'first-badge');
    }
  });

  it('is another one when nobody can have it', () => {
    const nobodyNew = {
      ...snapshot,
      methods: Object.fromEntries(Object.entries(snapshot.methods).filter(([, method]) => method !== null)),
    };
    const everybody = Object.keys(nobodyNew.methods);
    const wish = nextWish(snapshot, Date.now(), 'replace', new Random(2));
    expect(everybody).toContain(wish.holderId);
  });
});

describe('npm run crash', () => {
  it('kills sixty times on two stations, with a new seed, unless told otherwise', () => {
    expect(readOptions([])).toMatchObject({ kills: 60, stations: 2 });
    expect(readOptions(['--kills', '1000', '--seed', '5', '--stations', '1'])).toEqual({
      kills: 1000,
      seed: 5,
      stations: 1,
    });
  });

  it.each([
    [['--kills', '0'], /--kills wants a whole number from 1/],
    [['--kills', 'many'], /--kills/],
    [['--stations', '9'], /--stations wants/],
    [['--seed', '-1'], /--seed|ambiguous/],
    [['--kill', '5'], /--kill/],
  ])('refuses %j', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
  });
});
