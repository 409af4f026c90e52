import { authenticate, authorize, denied, type Caller } from './access.ts';
import { groupIds, type Person } from './directory.ts';
import type { CallKind, PracticeFaults } from './faults.ts';
import { practicePolicy, type Methods } from './methods.ts';
import type { Population } from './population.ts';
import { graphError, json, type Call, type Reply } from './reply.ts';
import {
  checkMemberGroups,
  findPlaces,
  listMembers,
  listReports,
  listUsers,
  readPhoto,
  readUser,
} from './users.ts';

interface Route {
  readonly kind: CallKind;
  run(caller: Caller): Reply;
}

/** The practice tenant's Microsoft Graph, version 1.0. */
export class PracticeGraph {
  readonly #people: Population;
  readonly #methods: Methods;
  readonly #faults: PracticeFaults;
  readonly #now: () => number;
  readonly #revokedMs: ReadonlyMap<string, number>;

  /** `revokedMs`: per operator, the moment before which tokens are challenged. */
  constructor(
    people: Population,
    methods: Methods,
    faults: PracticeFaults,
    now: () => number,
    revokedMs: ReadonlyMap<string, number>,
  ) {
    this.#people = people;
    this.#methods = methods;
    this.#faults = faults;
    this.#now = now;
    this.#revokedMs = revokedMs;
  }

  /** What a call is, so that faults can be aimed at it, and how to run it. */
  route(call: Call): Route {
    const path = decode(call.url.pathname);
    const found =
      this.#personRoute(call, path) ?? this.#directoryRoute(call, path) ?? this.#policyRoute(call, path);
    return found ?? { kind: read('unknown'), run: () => graphError(404, 'UnknownError') };
  }

  authenticate(call: Call): Caller | Reply {
    return authenticate(call, this.#faults, this.#now(), this.#revokedMs);
  }

  #personRoute(call: Call, path: string): Route | null {
    const match = /^\/v1\.0\/(?:users\/([^/]+)|(me))(\/.*)?$/.exec(path);
    if (match === null) return null;
    const [, id, , rest = ''] = match;
    const who = (caller: Caller): Person | null =>
      id === undefined ? caller.operator : this.#people.find(id);
    const withPerson = (kind: CallKind, run: (person: Person) => Reply): Route => ({
      kind,
      run: (caller) => {
        const person = who(caller);
        return person === null ? graphError(404, 'Request_ResourceNotFound') : run(person);
      },
    });
    const guarded = (name: string, effect: CallKind['effect'], run: (person: Person) => Reply): Route => ({
      kind: { name, effect },
      run: (caller) => {
        const person = who(caller);
        if (person === null) return graphError(404, 'Request_ResourceNotFound');
        return authorize(caller, person, effect !== 'read', call, this.#faults, this.#now()) ?? run(person);
      },
    });
    const methods = this.#methods;
    const extension = call.body.includes('expireDateTime') && !call.body.includes('startDateTime');
    const qr = '/authentication/qrCodePinMethod';
    switch (`${call.method} ${rest}`) {
      case 'GET ':
        return withPerson(read('user'), (person) => readUser(call, person));
      case 'GET /photo/$value':
      case 'GET /photos/96x96/$value':
        return withPerson(read('photo'), readPhoto);
      case 'GET /directReports':
      case 'GET /directReports/microsoft.graph.user':
        return withPerson(read('directReports'), (person) =>
          listReports(call, person, this.#faults.variant.firstPage),
        );
      case 'POST /checkMemberGroups':
        return withPerson(read('checkMemberGroups'), (person) =>
          checkMemberGroups(call, this.#people, person),
        );
      case 'GET /authentication/methods':
        return guarded('E16', 'read', (person) => this.#listMethods(person));
      case `PUT ${qr}`:
        return guarded('E1', 'create', (person) => methods.create(person, call));
      case `GET ${qr}`:
        return guarded('E2', 'read', (person) => methods.read(person));
      case `DELETE ${qr}`:
        return guarded('E3', 'write', (person) => methods.remove(person));
      case `GET ${qr}/standardQRCode`:
        return guarded('E4', 'read', (person) => methods.readCode(person, 'standard'));
      case `PATCH ${qr}/standardQRCode`:
        return extension
          ? guarded('E6', 'write', (person) => methods.patchCode(person, 'standard', call))
          : guarded('E5', 'create', (person) => methods.patchCode(person, 'standard', call));
      case `DELETE ${qr}/standardQRCode`:
        return guarded('E7', 'write', (person) => methods.removeCode(person, 'standard'));
      case `GET ${qr}/temporaryQRCode`:
        return guarded('E8', 'read', (person) => methods.readCode(person, 'temporary'));
      case `PATCH ${qr}/temporaryQRCode`:
        return guarded('E9', 'create', (person) => methods.patchCode(person, 'temporary', call));
      case `DELETE ${qr}/temporaryQRCode`:
        return guarded('E10', 'write', (person) => methods.removeCode(person, 'temporary'));
      case `PATCH ${qr}/pin`:
        return guarded('E11', 'create', (person) => methods.resetPin(person));
      case `PATCH ${qr}/pin/updatePin`:
      case `PATCH ${qr}/updatePin`:
        return guarded('E12', 'write', (person) => methods.changePin(person, call));
      default:
        return null;
    }
  }

  #listMethods(person: Person): Reply {
    const id = this.#methods.has(person);
    const marked = (type: string, one: string): object => ({
      '@odata.type': `#microsoft.graph.${type}AuthenticationMethod`,
      id: one,
    });
    return json(200, {
      value: [
        marked('password', person.id),
        ...(id === null ? [] : [marked('qrCodePin', id)]),
        marked('someFuture', person.id),
      ],
    });
  }

  #directoryRoute(call: Call, path: string): Route | null {
    if (call.method !== 'GET') return null;
    if (path === '/v1.0/users')
      return {
        kind: read('users'),
        run: () => listUsers(call, this.#people, this.#faults.variant.firstPage),
      };
    const [, what, id] =
      /^\/v1\.0\/(groups|directory\/administrativeUnits)(?:\/([^/]+)\/(?:members|transitiveMembers)(?:\/microsoft\.graph\.user)?)?$/.exec(
        path,
      ) ?? [];
    if (what === undefined) return null;
    const isGroup = what === 'groups';
    const scope = isGroup ? 'GroupMember.Read.All' : 'AdministrativeUnit.Read.All';
    const members = (one: string): Iterable<Person> | null =>
      isGroup ? this.#people.ofGroup(one) : this.#people.ofUnit(one);
    return {
      kind: read(id === undefined ? what.replace('directory/administrativeUnits', 'units') : 'members'),
      run: ({ token }) => {
        if (!token.scp.split(' ').includes(scope)) return graphError(403, 'Authorization_RequestDenied');
        return id === undefined
          ? findPlaces(call, isGroup)
          : listMembers(call, members(id), this.#faults.variant.firstPage);
      },
    };
  }

  /** E13 to E15. An Authentication Administrator may not even read the policy, as in the real service. */
  #policyRoute(call: Call, path: string): Route | null {
    if (path !== '/v1.0/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/qrCodePin')
      return null;
    if (call.method !== 'GET') return { kind: { name: 'E14', effect: 'write' }, run: denied };
    const run = (caller: Caller): Reply => {
      const mayRead = caller.operator.role === 'global-reader';
      if (!mayRead || !caller.token.scp.split(' ').includes('Policy.Read.AuthenticationMethod'))
        return denied();
      return json(200, {
        '@odata.type': '#microsoft.graph.qrCodePinAuthenticationMethodConfiguration',
        id: this.#faults.variant.policyId,
        state: 'enabled',
        standardQRCodeLifetimeInDays: practicePolicy.standardDays,
        pinLength: practicePolicy.pinLength,
        includeTargets: [{ targetType: 'group', id: groupIds.frontline, isRegistrationRequired: false }],
        excludeTargets: [],
      });
    };
    return { kind: read('E13'), run };
  }
}

function read(name: string): CallKind {
  return { name, effect: 'read' };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
