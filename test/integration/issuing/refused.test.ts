import { afterEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/shared/credential/kinds.ts';
import type { Failure } from '../../../src/shared/result.ts';
import { personWho, personWith } from '../../fakes/issuing/people.ts';
import { StationRig } from '../../fakes/issuing/rig.ts';
import { Robot } from '../../fakes/issuing/robot.ts';
import { operators } from '../../fakes/practice-station.ts';

const withBadge = personWith('standard');
/** Somebody the northern operator may act on, and somebody of another site. */
const northern = personWho(
  ({ site, enabled, guest, privileged }) => site === 'north' && enabled && !guest && !privileged,
);
const southern = personWho(
  ({ site, enabled, guest, privileged }) => site === 'south' && enabled && !guest && !privileged,
);
const privileged = personWho((person) => person.privileged);

let rig: StationRig | null = null;
afterEach(async () => {
  await rig?.close();
  rig = null;
});

/** A station at which this operator stands, and everybody concerned has a badge that works. */
async function standsThere(operatorId: string): Promise<StationRig> {
  rig = await StationRig.start({ operatorId });
  const working = rig.truth(withBadge.id);
  if (working === null) throw new Error('no badge');
  for (const { id } of [northern, southern, privileged]) rig.give(id, working);
  return rig;
}

/** What the operator is told, wherever it comes up first: at the look, at the check, or at the write. */
async function told(
  station: StationRig,
  holderId: string,
  operation: Operation = 'replace',
): Promise<Failure | null> {
  const look = await station.call('holders.credential', { holderId });
  if (!look.ok) return look.failure;
  const run = await new Robot(station).issue(holderId, operation);
  return run.ok ? run.value.failure : run.failure;
}

interface Row {
  readonly what: string;
  readonly operator: string;
  readonly holderId: string;
  readonly role: string;
  /** Whom the operator has served before. */
  readonly before?: string;
  /** The first write, refused before any work; null = it is known without one. */
  readonly write: string | null;
}

const path = `/v1.0/users/HOLDER/authentication/qrCodePinMethod/standardQRCode`;
const rows: readonly Row[] = [
  {
    what: 'no role',
    operator: operators.nobody.id,
    holderId: withBadge.id,
    role: 'no-role',
    write: null,
  },
  {
    what: 'a role that may only look',
    operator: operators.reader.id,
    holderId: withBadge.id,
    role: 'look-only',
    write: `DELETE ${path}`,
  },
  {
    what: 'a person whose own role is higher',
    operator: operators.admin.id,
    holderId: privileged.id,
    role: 'protected-person',
    before: withBadge.id,
    write: `DELETE ${path}`,
  },
  {
    what: 'a role for another administrative unit',
    operator: operators.northAdmin.id,
    holderId: southern.id,
    role: 'other-unit',
    before: northern.id,
    write: null,
  },
];

describe('a refusal of the role is told apart, and leaves the old badge working', () => {
  it.each(rows)('$what', async ({ operator, holderId, role, before, write }) => {
    const station = await standsThere(operator);
    if (before !== undefined) {
      await new Robot(station).issue(before, 'replace');
      await new Robot(station).finish(before);
    }
    const held = station.tenant.snapshot();
    station.writes.length = 0;
    expect(await told(station, holderId)).toMatchObject({ code: 'graph-refused-role', facts: { role } });
    expect(station.tenant.snapshot()).toEqual(held);
    expect(station.writes).toEqual(write === null ? [] : [write.replace('HOLDER', holderId)]);
    expect((await station.papers()).length).toBe(before === undefined ? 0 : 1);
    const open = await station.call('issue.open', {});
    expect(open).toEqual({ ok: true, value: [] });
  });

  it('a permission that was not granted is no matter of the role, and is known before any write', async () => {
    rig = await StationRig.start({ accessTokenSeconds: 60 });
    const held = rig.tenant.snapshot();
    rig.tenant.faults.tokenError = {
      error: 'invalid_grant',
      suberror: 'consent_required',
      number: 65001,
      silentOnly: false,
    };
    expect(await told(rig, withBadge.id)).toMatchObject({
      code: 'sign-in-consent-required',
      facts: { aadsts: 65001 },
    });
    expect(rig.tenant.snapshot()).toEqual(held);
    expect(rig.writes).toEqual([]);
    // The sign-in itself is not over: an administrator may grant it while the operator stays at the desk.
    rig.tenant.faults.clear();
    expect(await told(rig, withBadge.id)).toBeNull();
  });

  it('one’s own badge where that is not allowed: named as such', async () => {
    const station = await standsThere(operators.admin.id);
    const working = station.truth(withBadge.id);
    if (working !== null) station.give(operators.admin.id, working);
    station.tenant.faults.selfService = false;
    const held = station.tenant.snapshot();
    expect(await told(station, operators.admin.id)).toMatchObject({ code: 'graph-refused-self' });
    expect(station.tenant.snapshot()).toEqual(held);
  });
});
