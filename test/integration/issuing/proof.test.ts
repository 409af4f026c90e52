import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/shared/credential/kinds.ts';
import { operationFacts } from '../../../src/shared/credential/kinds.ts';
import { personWith } from '../../fakes/issuing/people.ts';
import { StationRig } from '../../fakes/issuing/rig.ts';
import { Robot } from '../../fakes/issuing/robot.ts';
import { isPinOf, isTrue, type Statement, usablePapers } from '../../fakes/issuing/truth.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { type Calls, type FaultPoint, faultPoints } from './faults.ts';

interface Write extends Calls {
  readonly name: string;
  readonly operation: Operation;
  /** What the holder has, as the practice tenant's people are marked. */
  readonly mark: string | null;
}

const writes: readonly Write[] = [
  { name: 'create the method', operation: 'first-badge', mark: null, ends: null, bears: 'E1' },
  {
    name: 'create the standard code, after a deletion',
    operation: 'replace',
    mark: 'standard',
    ends: 'E7',
    bears: 'E5',
  },
  { name: 'create the standard code', operation: 'replace', mark: 'pin-only', ends: null, bears: 'E5' },
  { name: 'create a temporary code', operation: 'temporary', mark: 'standard', ends: null, bears: 'E9' },
  {
    name: 'create a temporary code, after a deletion',
    operation: 'temporary',
    mark: 'temporary',
    ends: 'E10',
    bears: 'E9',
  },
  { name: 'reset the PIN', operation: 'new-pin', mark: 'standard', ends: null, bears: 'E11' },
];

const rows = writes.flatMap((write) =>
  faultPoints
    .filter(({ only }) => only !== 'deletes' || write.ends !== null)
    .filter(({ only }) => only !== 'prints' || operationFacts[write.operation].prints !== null)
    .map((fault) => ({ write, fault, what: `${write.name}; ${fault.name}` })),
);

/** Stations under way at once. Most of a row is waiting for paper to move. */
const atOnce = 8;

const table: string[][] = [];
const proofs = new Map<string, Promise<Error | null>>();

describe('every secret-bearing write at every fault point', () => {
  beforeAll(() => {
    const slots = Array.from({ length: atOnce }, () => Promise.resolve());
    rows.forEach(({ write, fault, what }, at) => {
      const slot = at % atOnce;
      const proof = (slots[slot] ?? Promise.resolve()).then(() => proveRow(write, fault));
      proofs.set(what, proof);
      slots[slot] = proof.then(() => undefined);
    });
  });

  it.each(rows)('$what: a true statement, then one usable badge', { timeout: 120_000 }, async ({ what }) => {
    const error = await proofs.get(what);
    if (error !== null) throw error;
  });

  afterAll(() => {
    const order = new Map(rows.map(({ write, fault }, at) => [`${write.name}|${fault.name}`, at]));
    table.sort((a, b) => (order.get(`${a[0]}|${a[1]}`) ?? 0) - (order.get(`${b[0]}|${b[1]}`) ?? 0));
    const heads = ['write', 'fault', 'the station says', 'what the operator then did', 'end'];
    console.log(layOut([heads, ...table]));
  });
});

async function proveRow(write: Write, fault: FaultPoint): Promise<Error | null> {
  const rig = await StationRig.start();
  try {
    await prove(rig, write, fault);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    await rig.close();
  }
}

async function prove(rig: StationRig, write: Write, fault: FaultPoint): Promise<void> {
  const { operation } = write;
  const kind = operationFacts[operation].prints;
  const holderId = personWith(write.mark).id;
  const before = rig.truth(holderId);
  fault.arm(rig, write);

  const said = fault.killed
    ? await dieAndComeBack(rig, holderId, operation)
    : await issue(rig, holderId, operation);
  expect(said).toBe(expectedOf(write, fault));
  expect(isTrue(said, operation, before, rig.truth(holderId)), `${said} is true`).toBe(true);

  const robot = new Robot(rig);
  await robot.finish(holderId);
  // A statement that nothing happened leaves it to the operator to try again.
  for (let tries = 0; tries < 6 && !hasNew(rig, holderId, operation, before); tries += 1) {
    await robot.issue(holderId, operation);
    await robot.finish(holderId);
  }

  if (kind !== null) expect(await usablePapers(rig, holderId, kind), 'usable papers').toBe(1);
  const told = robot.told.get(holderId) ?? [];
  if (operationFacts[operation].pin !== 'kept') {
    expect(told.length, 'the holder was told a PIN').toBeGreaterThan(0);
    expect(
      await isPinOf(rig.tenant, rig.canaries.token, holderId, told.at(-1) ?? ''),
      'the PIN last told is right',
    ).toBe(true);
  }
  const open = await rig.call('issue.open', {});
  const jobs = await rig.call('jobs.open', {});
  expect(open.ok && open.value, 'nothing is left open').toEqual([]);
  expect(jobs.ok && jobs.value).toEqual([]);
  expect(rig.canaries.count).toBeGreaterThan(1);
  expect(rig.canaries.findIn(rig.folder), 'no secret on disk').toEqual([]);
  expect(rig.canaries.findInText(rig.logLines.join('\n')), 'no secret in the log').toEqual([]);
  const end = kind === null ? 'the PIN told is right' : '1 usable badge';
  table.push([write.name, fault.name, said, robot.journal.join(', '), end]);
}

async function issue(rig: StationRig, holderId: string, operation: Operation): Promise<Statement> {
  const reply = await new Robot(rig).issue(holderId, operation);
  return reply.ok ? reply.value.state : 'refused';
}

/** The statement of the next run: what it lists once it has looked at the directory. */
async function dieAndComeBack(rig: StationRig, holderId: string, operation: Operation): Promise<Statement> {
  const lastWords = new Robot(rig).issue(holderId, operation).catch(() => undefined);
  await eventually('the run is killed', () => rig.isKilled, 60_000);
  await lastWords;
  await rig.boot();
  let said: Statement = 'unknown';
  await eventually(
    'it has looked',
    async () => {
      const open = await rig.call('issue.open', {});
      said = (open.ok ? open.value.find((one) => one.holderId === holderId)?.state : undefined) ?? 'nothing';
      return said !== 'unknown' || operation === 'new-pin';
    },
    60_000,
  );
  return said;
}

function expectedOf(write: Write, fault: FaultPoint): Statement {
  if (write.operation === 'new-pin' && fault.saysOfPin !== undefined) return fault.saysOfPin;
  if (write.ends !== null && fault.saysAfterDelete !== undefined) return fault.saysAfterDelete;
  const isAfterDelete =
    write.ends !== null && !fault.name.startsWith('deletion') && !fault.name.includes('before the deletion');
  return isAfterDelete && (fault.says === 'not-done' || fault.says === 'nothing') ? 'half-done' : fault.says;
}

function hasNew(
  rig: StationRig,
  holderId: string,
  operation: Operation,
  before: ReturnType<StationRig['truth']>,
): boolean {
  return isTrue('created', operation, before, rig.truth(holderId));
}

function layOut(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');
}
