import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpOutcome } from '../../../src/main/net/door.ts';
import { groupIds } from '../../../src/main/practice/directory.ts';
import { personWith } from '../../fakes/issuing/people.ts';
import { StationRig } from '../../fakes/issuing/rig.ts';
import { Robot } from '../../fakes/issuing/robot.ts';

const needed = ['User.Read.All', 'UserAuthMethod-QR.ReadWrite.All'];
const optional = ['Policy.Read.AuthenticationMethod', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All'];
const holder = personWith('standard').id;

let rig: StationRig;
/** Permissions asked for since the last look, by name. */
let asked: Set<string>;
/** Permissions an administrator has left out. */
let leftOut: readonly string[];

beforeEach(async () => {
  rig = await StationRig.start();
  asked = new Set();
  leftOut = [];
  rig.door.intercept = async (request, send) => {
    if (!new URL(request.url).pathname.endsWith('/token')) return send();
    const scopes = scopesIn(request.body ?? '');
    for (const scope of scopes) asked.add(scope);
    return scopes.some((scope) => leftOut.includes(scope)) ? notGranted : send();
  };
});
afterEach(() => rig.close());

function scopesIn(body: string): readonly string[] {
  const scope = new URLSearchParams(body).get('scope') ?? '';
  return scope.split(' ').map((one) => one.replace(/^https:\/\/[^/]+\//, ''));
}

/** As Entra answers when nobody has agreed to a permission (AADSTS65001). */
const notGranted: HttpOutcome = {
  ok: true,
  answer: {
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode(
      JSON.stringify({
        error: 'invalid_grant',
        suberror: 'consent_required',
        error_description: 'AADSTS65001: nobody has agreed',
        error_codes: [65001],
      }),
    ),
  },
};

const optionalAsked = (): readonly string[] => optional.filter((scope) => asked.has(scope));

describe('permissions an administrator may leave out', () => {
  it('are not asked for at sign-in, nor by looking somebody up', async () => {
    await rig.call('session.signOut', {});
    await rig.signIn();
    expect(needed.every((scope) => asked.has(scope))).toBe(true);
    await rig.call('holders.search', { text: 'ana' });
    await rig.call('holders.credential', { holderId: holder });
    await rig.call('holders.reports', {});
    expect(optionalAsked()).toEqual([]);
  });

  it('are asked for by the one thing that needs them', async () => {
    await rig.call('holders.places', { kind: 'group', text: 'site' });
    expect(optionalAsked()).toEqual(['GroupMember.Read.All']);
    asked.clear();
    await rig.call('holders.places', { kind: 'unit', text: 'site' });
    expect(optionalAsked()).toEqual(['AdministrativeUnit.Read.All']);
    asked.clear();
    await new Robot(rig).issue(holder, 'temporary');
    expect(optionalAsked()).toEqual(['Policy.Read.AuthenticationMethod']);
  });

  it('end the one list when they are refused, and issuing goes on with what is documented', async () => {
    leftOut = optional;
    // Lists ask the person once; the person closes the browser.
    let questions = 0;
    rig.onEvent = (event) => {
      if (event !== 'practiceBrowser') return;
      questions += 1;
      setImmediate(() => void rig.tryCall('session.cancel', {}));
    };
    const list = await rig.call('holders.members', { kind: 'group', placeId: groupIds.frontline });
    expect(list).toMatchObject({ ok: false, failure: { code: 'sign-in-cancelled' } });
    expect(questions).toBeGreaterThan(0);
    questions = 0;
    const reply = await new Robot(rig).issue(holder, 'replace');
    expect(reply).toMatchObject({ ok: true, value: { state: 'created' } });
    // The policy is read in passing: nobody is asked for it.
    expect(questions).toBe(0);
    const snapshot = await rig.call('app.snapshot', {});
    expect(snapshot).toMatchObject({ ok: true, value: { operator: { name: 'Priya Raman' } } });
    expect((await rig.call('holders.search', { text: 'ana' })).ok).toBe(true);
  });
});
