import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personWith } from '../../fakes/issuing/people.ts';
import { StationRig } from '../../fakes/issuing/rig.ts';
import { Robot } from '../../fakes/issuing/robot.ts';
import { usablePapers } from '../../fakes/issuing/truth.ts';
import { operators } from '../../fakes/practice-station.ts';

const holder = personWith('standard').id;
const unavailable = { kind: 'status', status: 503, when: 'before', retryAfterSeconds: null } as const;

let rig: StationRig;
beforeEach(async () => {
  // So short that each use renews it: MSAL does that five minutes before the end.
  rig = await StationRig.start({ accessTokenSeconds: 60 });
});
afterEach(() => rig.close());

async function operatorName(): Promise<string | null> {
  const snapshot = await rig.call('app.snapshot', {});
  return snapshot.ok ? (snapshot.value.operator?.name ?? null) : 'no answer';
}

async function issue(operation: 'replace' | 'temporary' = 'replace'): Promise<string> {
  const reply = await new Robot(rig).issue(holder, operation);
  return reply.ok ? `${reply.value.state} ${reply.value.failure?.code ?? ''}`.trim() : reply.failure.code;
}

/** The identity server fails from now on, but not before the write of this name has begun. */
function failAt(end: string, fail: () => void): void {
  rig.door.intercept = async (request, send) => {
    if (request.method === 'DELETE' && request.url.endsWith(end)) {
      const outcome = await send();
      fail();
      return outcome;
    }
    return send();
  };
}

describe('the sign-in cannot be asked about: it stays, and the desk says offline', () => {
  it.each([
    ['there is no network', () => void (rig.tenant.faults.online = false)],
    ['the identity server answers 503', () => rig.tenant.faults.add('token', unavailable, 50)],
    [
      'a gateway answers in its place',
      () => rig.tenant.faults.add('token', { kind: 'html', status: 502, when: 'before' }, 50),
    ],
    ['its answer is cut in half', () => rig.tenant.faults.add('token', { kind: 'truncate' }, 50)],
  ])('%s', async (_, breakIt) => {
    const held = rig.tenant.snapshot();
    breakIt();
    expect(await issue()).toBe('sign-in-offline');
    expect(await operatorName()).toBe(operators.admin.name);
    expect(rig.tenant.snapshot()).toEqual(held);
    expect(rig.writes).toEqual([]);
    rig.tenant.faults.clear();
    expect(await issue()).toBe('created');
  });

  it('between the deletion and the new code: said as it is, kept on the list, and made good', async () => {
    failAt('standardQRCode', () => rig.tenant.faults.add('token', unavailable, 50));
    expect(await issue()).toBe('half-done sign-in-offline');
    expect(await operatorName()).toBe(operators.admin.name);
    expect(rig.truth(holder)?.standard).toBeNull();
    rig.tenant.faults.clear();
    await new Robot(rig).finish(holder);
    expect(await usablePapers(rig, holder, 'standard')).toBe(1);
  });
});

describe('the sign-in is refused: it ends, plainly', () => {
  it.each([
    ['the account was disabled', 'invalid_grant', null, 50057],
    ['its sessions were revoked', 'invalid_grant', 'bad_token', 50173],
    ['it was away too long', 'invalid_grant', 'bad_token', 700082],
  ])('%s', async (_, error, suberror, number) => {
    const held = rig.tenant.snapshot();
    rig.tenant.faults.tokenError = { error, suberror, number, silentOnly: true };
    const look = await rig.call('holders.credential', { holderId: holder });
    expect(look).toMatchObject({
      ok: false,
      failure: { code: 'sign-in-refused', facts: { aadsts: number } },
    });
    expect(await operatorName()).toBeNull();
    expect(existsSync(join(rig.folder, 'sign-in.bin'))).toBe(false);
    expect(await issue()).toBe('not-signed-in');
    expect(rig.tenant.snapshot()).toEqual(held);
    expect(rig.writes).toEqual([]);
    rig.tenant.faults.clear();
    await rig.signIn();
    expect(await issue()).toBe('created');
  });

  it('between the deletion and the new code: the next operator finds it on the list and makes it good', async () => {
    failAt('standardQRCode', () => {
      rig.tenant.faults.tokenError = {
        error: 'invalid_grant',
        suberror: null,
        number: 50057,
        silentOnly: true,
      };
    });
    expect(await issue()).toBe('half-done sign-in-refused');
    expect(await operatorName()).toBeNull();
    rig.tenant.faults.clear();
    await rig.signIn(operators.privilegedAdmin.id);
    expect(await operatorName()).toBe(operators.privilegedAdmin.name);
    const open = await rig.call('issue.open', {});
    expect(open.ok && open.value.map(({ state }) => state)).toEqual(['half-done']);
    await new Robot(rig).finish(holder);
    expect(await usablePapers(rig, holder, 'standard')).toBe(1);
  });
});

describe('another operator, and nobody', () => {
  it('a plan of the one before cannot be carried out by the next one', async () => {
    const lifetime = { kind: 'standard', days: 365 } as const;
    const plan = await rig.call('issue.plan', {
      holderId: holder,
      operation: 'replace',
      lifetime,
      printerId: 'front',
    });
    if (!plan.ok) throw new Error(plan.failure.code);
    const held = rig.tenant.snapshot();
    await rig.signIn(operators.privilegedAdmin.id);
    const { planId } = plan.value;
    const run = await rig.call('issue.run', { planId, clickedAtMs: rig.clock.now(), note: '' });
    expect(run).toMatchObject({ ok: false, failure: { code: 'plan-stale' } });
    expect(rig.tenant.snapshot()).toEqual(held);
    expect(rig.writes).toEqual([]);
    // And what they do themselves is done in their own name.
    const own = await new Robot(rig).issue(holder, 'replace');
    if (!own.ok) throw new Error(own.failure.code);
    const trail = await rig.call('history.trail', { intentId: own.value.intentId });
    if (!trail.ok) throw new Error(trail.failure.code);
    const names = new Set(trail.value.map((entry) => entry.operator).filter((name) => name !== null));
    expect([...names]).toEqual([operators.privilegedAdmin.name]);
  });

  it('signing out removes the cache, writes nothing, and leaves a waiting badge to print', async () => {
    rig.sim.behave({ busyAnswers: 0 });
    expect(await issue('temporary')).toBe('created');
    expect(existsSync(join(rig.folder, 'sign-in.bin'))).toBe(true);
    rig.writes.length = 0;
    expect(await rig.call('session.signOut', {})).toEqual({ ok: true, value: null });
    expect(await operatorName()).toBeNull();
    expect(existsSync(join(rig.folder, 'sign-in.bin'))).toBe(false);
    expect(await issue()).toBe('not-signed-in');
    expect(rig.writes).toEqual([]);
    await rig.signIn();
    await new Robot(rig).finish(holder);
    expect(await usablePapers(rig, holder, 'temporary')).toBe(1);
  });
});
