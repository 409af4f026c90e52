import { afterEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/shared/credential/kinds.ts';
import { operationFacts } from '../../../src/shared/credential/kinds.ts';
import type { CheckName, Plan } from '../../../src/shared/ipc/views.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import type { QrPolicy } from '../../../src/main/graph/types.ts';
import type { IssuingPorts } from '../../../src/main/issuing/ports.ts';
import type { BenchOptions } from '../../fakes/issuing/bench-options.ts';
import { Bench } from '../../fakes/issuing/bench.ts';
import { personWho, personWith } from '../../fakes/issuing/people.ts';
import { Robot } from '../../fakes/issuing/robot.ts';
import { FakeKeyWrap } from '../../fakes/key-wrap.ts';
import { must } from '../../fakes/spool-samples.ts';

const withBadge = personWith('standard').id;
const disabled = personWho(({ enabled }) => !enabled).id;
const guest = personWho(({ guest }) => guest).id;
const unlicensed = personWho(({ marks }) => marks.has('unlicensed')).id;

const benches: Bench[] = [];
/** Printers that are in the middle of a badge. */
const stuck: (() => void)[] = [];
afterEach(async () => {
  for (const letGo of stuck.splice(0)) letGo();
  for (const bench of benches.splice(0)) await bench.close();
});

function open(options: BenchOptions = {}): Bench {
  const bench = new Bench(options);
  benches.push(bench);
  // Everybody these tests are about carries a badge that works.
  const working = bench.truth(withBadge);
  if (working === null) throw new Error('no badge');
  for (const holderId of [disabled, guest, unlicensed]) bench.give(holderId, working);
  return bench;
}

interface Row {
  readonly what: string;
  readonly check: CheckName;
  readonly code: string;
  readonly holderId?: string;
  readonly operation?: Operation;
  readonly printerId?: string | null;
  readonly options?: BenchOptions;
  readonly arrange?: (bench: Bench) => void | Promise<void>;
}

async function plan(bench: Bench, row: Partial<Row>): Promise<Plan> {
  const operation = row.operation ?? 'replace';
  const kind = operation === 'extend' ? 'standard' : operationFacts[operation].prints;
  const lifetime =
    kind === null
      ? null
      : kind === 'standard'
        ? ({ kind, days: 365 } as const)
        : ({ kind, hours: 8 } as const);
  const printerId = row.printerId === undefined ? 'front' : row.printerId;
  const holderId = row.holderId ?? withBadge;
  return must(await bench.call('issue.plan', { holderId, operation, lifetime, printerId }));
}

/** Replaces parts of Graph's answers about the rules. */
function rules(policy: Partial<QrPolicy>, groups: readonly string[] | null = null): BenchOptions {
  const whole = { enabled: true, pinLength: null, standardDays: null, include: [], exclude: [], ...policy };
  return {
    ports: (usual) => ({
      ...usual,
      graph: bind(usual.graph, {
        policy: () => Promise.resolve(ok(whole)),
        groupsOf: () => Promise.resolve(groups === null ? fail('graph-refused') : ok(groups)),
      }),
    }),
  };
}

function bind<T extends object>(whole: T, parts: Partial<T>): T {
  return new Proxy(whole, {
    get: (target, name) => {
      if (name in parts) return Reflect.get(parts, name);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const withPorts = (change: (usual: IssuingPorts) => Partial<IssuingPorts>): BenchOptions => ({
  ports: (usual) => ({ ...usual, ...change(usual) }),
});

const group = (id: string) => ({ type: 'group', id });

const failing: readonly Row[] = [
  { what: 'the account is switched off', check: 'holder', code: 'holder-disabled', holderId: disabled },
  { what: 'the holder is a guest', check: 'holder', code: 'holder-guest', holderId: guest },
  {
    what: 'a first badge for somebody who has one',
    check: 'credential',
    code: 'method-exists',
    operation: 'first-badge',
  },
  {
    what: 'no temporary code to end',
    check: 'credential',
    code: 'code-not-found',
    operation: 'end-temporary',
  },
  {
    what: 'the policy is switched off',
    check: 'policy',
    code: 'graph-policy-refused',
    options: rules({ enabled: false }),
  },
  {
    what: 'the policy is for a group the holder is not in',
    check: 'policy',
    code: 'graph-policy-refused',
    options: rules({ include: [group('frontline')] }, []),
  },
  {
    what: 'the policy leaves out a group the holder is in',
    check: 'policy',
    code: 'graph-policy-refused',
    options: rules({ include: [group('all_users')], exclude: [group('office')] }, ['OFFICE']),
  },
  { what: 'no printer is chosen', check: 'printer', code: 'printer-not-chosen', printerId: null },
  { what: 'the printer is not set up', check: 'printer', code: 'printer-unknown', printerId: 'attic' },
  ...(['printer-offline', 'media-empty', 'cover-open', 'paused', 'head-hot'] as const).map((code) => ({
    what: `the printer says ${code}`,
    check: 'printer' as const,
    code,
    arrange: (bench: Bench) => bench.printers.setProblem('front', fail(code).failure),
  })),
  ...(['symbol-does-not-fit', 'font-missing'] as const).map((code) => ({
    what: `the badge cannot be made: ${code}`,
    check: 'media' as const,
    code,
    arrange: (bench: Bench) => bench.badges.failMake(fail(code).failure),
  })),
  {
    what: 'the finished badge could not be read back',
    check: 'media',
    code: 'badge-unreadable',
    arrange: (bench) => bench.badges.failProve(fail('badge-unreadable').failure),
  },
  {
    what: 'the stored key does not open',
    check: 'seal',
    code: 'seal-broken',
    arrange: async (bench) => {
      await bench.quit();
      bench.keyWrap = new FakeKeyWrap(0x11);
      bench.boot();
    },
  },
  {
    what: 'the ledger cannot be written',
    check: 'disk',
    code: 'spool-unwritable',
    options: { maxPages: 40 },
    arrange: (bench) => {
      while (bench.run.spool.audit('filling', { text: 'x'.repeat(200) }).ok);
    },
  },
  {
    what: 'the disk is nearly full',
    check: 'disk',
    code: 'spool-unwritable',
    options: withPorts(() => ({ diskFreeBytes: () => Promise.resolve(1_000_000) })),
  },
  {
    what: 'the clock is eleven minutes behind',
    check: 'clock',
    code: 'clock-wrong',
    options: { tenantAheadMs: 660_000 },
  },
  {
    what: 'the clock is eleven minutes ahead',
    check: 'clock',
    code: 'clock-wrong',
    options: { tenantAheadMs: -660_000 },
  },
  {
    what: 'a badge of the holder is being printed right now',
    check: 'open-work',
    code: 'busy',
    arrange: async (bench) => {
      let lease = (): void => undefined;
      const leased = new Promise<void>((resolve) => (lease = resolve));
      bench.scripts.push(async (request) => {
        request.mayStart();
        lease();
        await new Promise<void>((resolve) => stuck.push(resolve));
        return { kind: 'sent' };
      });
      await new Robot(bench).issue(withBadge, 'temporary');
      await leased;
    },
  },
];

describe('a check that fails', () => {
  it.each(failing)('leaves the old badge working: $what', async (row) => {
    const bench = open(row.options);
    await row.arrange?.(bench);
    const before = bench.tenant.snapshot();
    bench.writes.length = 0;
    const made = await plan(bench, row);
    const obstacles = made.checks.filter(({ verdict }) => verdict === 'failed');
    expect(obstacles.map(({ name, failure }) => [name, failure?.code])).toContainEqual([row.check, row.code]);
    expect(made.ready).toBe(false);
    const run = await bench.call('issue.run', { planId: made.planId, clickedAtMs: 0, note: '' });
    expect(run.ok ? run.value.state : run.failure.code).toBe('plan-impossible');
    expect(bench.tenant.snapshot()).toEqual(before);
    expect(bench.writes, 'no write has left the station').toEqual([]);
    expect(bench.run.spool.openIntents().filter(({ operation }) => operation === 'replace')).toEqual([]);
  });

  it('is the only thing in the way each time', async () => {
    const made = await plan(open(), {});
    expect(made.checks.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    expect(made.ready).toBe(true);
  });
});

const warning: readonly (Row & { readonly verdict: 'warning' | 'unknown' })[] = [
  {
    what: 'the holder has no licence',
    check: 'licence',
    code: 'licence-missing',
    verdict: 'warning',
    holderId: unlicensed,
  },
  { what: 'the policy may not be read', check: 'policy', code: '', verdict: 'unknown' },
  {
    what: 'group membership may not be read',
    check: 'policy',
    code: '',
    verdict: 'unknown',
    options: rules({ include: [group('frontline')] }, null),
  },
  {
    what: 'the account state is not disclosed',
    check: 'holder',
    code: '',
    verdict: 'unknown',
    options: {
      ports: (usual) => ({
        ...usual,
        graph: bind(usual.graph, {
          holder: async (id: string) => {
            const found = await usual.graph.holder(id);
            return found.ok ? ok({ ...found.value, enabled: null }) : found;
          },
        }),
      }),
    },
  },
  {
    what: 'the clock is three minutes behind',
    check: 'clock',
    code: 'clock-wrong',
    verdict: 'warning',
    options: { tenantAheadMs: 180_000 },
  },
  {
    what: 'there is no key store',
    check: 'seal',
    code: 'seal-unavailable',
    verdict: 'warning',
    arrange: async (bench) => {
      await bench.quit();
      bench.keyWrap = null;
      bench.boot();
    },
  },
  {
    what: 'the printer answers no questions',
    check: 'printer',
    code: 'printer-silent',
    verdict: 'warning',
    options: {
      ports: (usual) => ({
        ...usual,
        printers: bind(usual.printers, {
          ready: async (id: string) => {
            const view = await usual.printers.ready(id);
            return view.ok ? ok({ ...view.value, mood: 'silent' as const }) : view;
          },
        }),
      }),
    },
  },
  {
    what: 'the name cannot be written in full',
    check: 'media',
    code: 'font-missing',
    verdict: 'warning',
    options: {
      ports: (usual) => ({
        ...usual,
        badges: bind(usual.badges, {
          make: async (...args: Parameters<typeof usual.badges.make>) => {
            const badge = await usual.badges.make(...args);
            return badge.ok ? ok({ ...badge.value, advice: ['name-incomplete' as const] }) : badge;
          },
        }),
      }),
    },
  },
  {
    what: 'a temporary code still waits for its printer',
    check: 'open-work',
    code: 'work-unfinished',
    verdict: 'warning',
    arrange: async (bench) => {
      bench.scripts.push(() => ({ kind: 'not-started', reason: 'media-empty', retryAfterMs: null }));
      await new Robot(bench).issue(withBadge, 'temporary');
      await bench.run.worker.idle();
    },
  },
];

describe('a check that does not know or only warns', () => {
  it.each(warning)('leaves the decision to the operator: $what', async (row) => {
    const bench = open(row.options);
    await row.arrange?.(bench);
    const made = await plan(bench, row);
    const check = made.checks.find(({ name }) => name === row.check);
    expect([check?.verdict, check?.failure?.code ?? '']).toEqual([row.verdict, row.code]);
    expect(made.ready).toBe(true);
  });

  it('says nothing of other work that this operation takes over', async () => {
    const bench = open();
    bench.scripts.push(() => ({ kind: 'not-started', reason: 'media-empty', retryAfterMs: null }));
    await new Robot(bench).issue(withBadge, 'temporary');
    await bench.run.worker.idle();
    const made = await plan(bench, { operation: 'remove' });
    expect(made.checks.find(({ name }) => name === 'open-work')?.verdict).toBe('ok');
  });
});

describe('the PIN', () => {
  it.each([
    ['the policy asks for more than the station', 12, 12],
    ['the station asks for more than the policy', 8, 8],
    ['the policy does not say', null, 8],
  ])('is as long as needed: %s', async (_, pinLength, digits) => {
    const bench = open(rules({ pinLength, include: [group('all_users')] }));
    const robot = new Robot(bench);
    const holderId = personWith(null).id;
    await robot.issue(holderId, 'first-badge');
    await robot.finish(holderId);
    expect(robot.told.get(holderId)?.map((pin) => pin.length)).toEqual([digits]);
  });
});
