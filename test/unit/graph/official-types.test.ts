import type {
  AdministrativeUnit,
  AssignedLicense,
  AuthenticationMethod,
  AuthenticationMethodConfiguration,
  AuthenticationMethodTarget,
  BaseAuthenticationMethod,
  Group,
  PublicError,
  PublicErrorDetail,
  User,
} from '@microsoft/microsoft-graph-types';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { readMethodTypes, readPolicy } from '../../../src/main/graph/answers.ts';
import { readGraphError } from '../../../src/main/graph/errors.ts';
import {
  type holderFields,
  oneHolderFields,
  readHolder,
  readPeople,
} from '../../../src/main/graph/holders.ts';
import { sample, sampleBody, samples, scriptedGraph } from '../../fakes/scripted-graph.ts';

/**
 * Our requests and answers against Microsoft's own types, as far as they go: `@microsoft/microsoft-graph-types` 2.43.1
 * knows people, groups, units, errors and the general authentication method. It has no type of the QR code family
 * (`qrCodePinAuthenticationMethod`, `qrCode`, `qrPin`); those answers are judged by the recorded samples instead. When the
 * package learns the method's name, the last test on types here stops compiling.
 */
type Split<Text extends string> = Text extends `${infer Head},${infer Tail}` ? Head | Split<Tail> : Text;
type Asked = Split<typeof holderFields>;
/** Names we use that a type of theirs does not have; never when all is well. */
type Unknown<Names extends string, Type> = Exclude<Names, keyof Type>;

/** A sample with a type, so that a property which is not Microsoft's does not compile. */
const worker = {
  id: '00000000-0000-4000-8000-0000000000e1',
  displayName: 'Wanda Worker',
  userPrincipalName: 'wanda.worker@fake-site.example',
  employeeId: 'FAKE-0042',
  department: 'Warehouse',
  jobTitle: 'Order picker',
  officeLocation: 'Site North',
  accountEnabled: true,
  userType: 'Member',
  assignedLicenses: [{ skuId: '00000000-0000-4000-8000-00000000f1f1', disabledPlans: [] }],
} satisfies User;

describe('Microsoft’s own types', () => {
  it('know every field we ask of a person', () => {
    expectTypeOf<Unknown<Asked, User>>().toEqualTypeOf<never>();
    expectTypeOf<'assignedLicenses'>().toExtend<keyof User>();
    // The type above says something only as long as it is taken from the very text we send.
    expectTypeOf<string>().not.toEqualTypeOf<Asked>();
    expect(oneHolderFields.split(',').sort()).toEqual(Object.keys(worker).sort());
  });

  it('describe a person that we read whole', () => {
    expect(readHolder(worker satisfies User)).toEqual({
      id: worker.id,
      name: worker.displayName,
      upn: worker.userPrincipalName,
      employeeId: worker.employeeId,
      department: worker.department,
      jobTitle: worker.jobTitle,
      office: worker.officeLocation,
      enabled: true,
      guest: false,
      licensed: true,
    });
    expectTypeOf<User['accountEnabled']>().toEqualTypeOf<boolean | null | undefined>();
    expectTypeOf<User['userType']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<User['assignedLicenses']>().toEqualTypeOf<AssignedLicense[] | undefined>();
  });

  it('allow null or nothing wherever we do', () => {
    const bare: User = { id: 'a', userPrincipalName: 'a@fake.example', displayName: null, employeeId: null };
    expect(readHolder(bare)).toMatchObject({ name: 'a@fake.example', employeeId: null, enabled: null });
    expect(readHolder({ id: 'a' } satisfies User)).toBeNull();
  });

  it('describe groups, units, methods, policy and errors as we read them', () => {
    expectTypeOf<'id' | 'displayName'>().toExtend<keyof Group & keyof AdministrativeUnit>();
    const method: AuthenticationMethod = { id: '00000000-0000-4000-8000-0000000000c1' };
    const listed = { ...method, '@odata.type': '#microsoft.graph.qrCodePinAuthenticationMethod' };
    expect(readMethodTypes({ value: [listed] })).toEqual({ ok: true, value: ['qrCodePin'] });

    const target: AuthenticationMethodTarget = {
      id: 'b1',
      targetType: 'group',
      isRegistrationRequired: false,
    };
    const policy: AuthenticationMethodConfiguration & { includeTargets: AuthenticationMethodTarget[] } = {
      id: 'QRCodePin',
      state: 'disabled',
      includeTargets: [target],
      excludeTargets: [{ id: 'b2', targetType: 'group' }],
    };
    expect(readPolicy(policy)).toMatchObject({
      ok: true,
      value: {
        enabled: false,
        include: [{ type: 'group', id: 'b1' }],
        exclude: [{ type: 'group', id: 'b2' }],
      },
    });

    const detail: PublicErrorDetail = { code: 'pinTooShort' };
    const error: PublicError = {
      code: 'badRequest',
      message: 'Invented.',
      details: [detail],
      innerError: { code: 'inner' },
    };
    expect(readGraphError({ error }).codes).toEqual(['badrequest', 'pintooshort', 'inner']);
  });

  it('fit the recorded people, field by field', () => {
    const { value } = sampleBody('users_search') as { readonly value: readonly User[] };
    const known = new Set([...Object.keys(worker), 'mail'] satisfies (keyof User)[] | string[]);
    expect(value.flatMap((user) => Object.keys(user)).filter((name) => !known.has(name))).toEqual([]);
    expect(readPeople(sampleBody('users_search'))).toMatchObject({ ok: true, value: { holders: [{}, {}] } });
  });

  it('do not have the QR code family yet', () => {
    // @ts-expect-error -- when this compiles, the method has a name here: look for its types, and use them above.
    const name: BaseAuthenticationMethod = 'qrCodePin';
    expect(name).toBe('qrCodePin');
  });
});

describe('every recorded sample', () => {
  const all = Object.entries({ ...samples.responses, ...samples.errors });

  it.each(all)('%s is plain JSON with a status', (_name, { status, body }) => {
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(600);
    expect(JSON.parse(JSON.stringify(body ?? null))).toEqual(body ?? null);
  });

  it('groups of a person are read from the recorded answer', async () => {
    const { graph } = scriptedGraph(sample('checkMemberGroups'));
    const id = '00000000-0000-4000-8000-0000000000b1';
    expect(await graph.groupsOf('h-1', [id, 'other'])).toEqual({ ok: true, value: [id] });
  });

  it('a refusal of the token endpoint is no answer of Graph: it names no code we act on', () => {
    expect(readGraphError(sampleBody('token_endpoint_interaction')).codes).toEqual([]);
  });

  it('is read by some test of this folder, or it proves nothing', () => {
    const here = new URL('.', import.meta.url);
    const tests = readdirSync(here).map((name) => readFileSync(new URL(name, here), 'utf8'));
    // A batch would lose several secrets with one lost answer, so the app sends none and reads none.
    const names = [...Object.keys(samples.requests), ...all.map(([name]) => name)].filter(
      (name) => name !== 'batch',
    );
    expect(names.filter((name) => !tests.some((text) => text.includes(`'${name}'`)))).toEqual([]);
  });
});
