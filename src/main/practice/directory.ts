import { createHash } from 'node:crypto';
import { readPeopleLines, sites, type Site } from './people.ts';

/** Where the practice tenant "is". Names under `.invalid` lead nowhere by definition (RFC 2606). */
export const practiceAddresses = {
  tenantId: '7e57ab1e-0000-4000-8000-badbadbadbad',
  clientId: '7e57ab1e-0000-4000-8000-00000000c11e',
  loginHost: 'login.practice.invalid',
  graphHost: 'graph.practice.invalid',
  authority: 'https://login.practice.invalid/7e57ab1e-0000-4000-8000-badbadbadbad',
  graphBase: 'https://graph.practice.invalid/v1.0',
  domain: 'practice.example',
} as const;

/** What an operator's directory role allows (Microsoft Entra, built-in roles). */
export type OperatorRole =
  'authentication-administrator' | 'privileged-authentication-administrator' | 'global-reader' | 'none';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly upn: string;
  /** The sign-in name inside new codes; differs for the one person whose rename has not reached every service. */
  readonly payloadUpn: string;
  readonly site: Site;
  readonly department: string;
  readonly job: string;
  readonly employeeId: string | null;
  readonly enabled: boolean;
  readonly guest: boolean;
  readonly privileged: boolean;
  readonly hasPhoto: boolean;
  readonly marks: ReadonlySet<string>;
}

export interface PracticeOperator extends Person {
  readonly role: OperatorRole;
  /** The administrative unit the role is limited to; null = the whole tenant. */
  readonly unit: Site | null;
}

/** A stable id, the same at every start, in the shape of a GUID. */
export function idOf(text: string): string {
  const hex = createHash('sha256').update(`badge-station practice ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const practiceHolders: readonly Person[] = readPeopleLines().map((line) => {
  const upn = `${line.upnStart}@${practiceAddresses.domain}`;
  return {
    id: idOf(upn),
    name: line.name,
    upn,
    payloadUpn: line.marks.has('renamed') ? upn.replace('nowak-lis', 'nowak') : upn,
    site: line.site,
    department: line.department,
    job: line.job,
    employeeId: line.employeeId,
    enabled: !line.marks.has('disabled'),
    guest: line.marks.has('guest'),
    privileged: line.marks.has('privileged'),
    hasPhoto: line.marks.has('photo'),
    marks: line.marks,
  };
});

function operator(
  name: string,
  start: string,
  role: OperatorRole,
  unit: Site | null,
  job: string,
): PracticeOperator {
  const upn = `${start}@${practiceAddresses.domain}`;
  return {
    id: idOf(upn),
    name,
    upn,
    payloadUpn: upn,
    site: unit ?? 'north',
    department: 'Site office',
    job,
    employeeId: null,
    enabled: true,
    guest: false,
    // An Authentication Administrator may act on peers, but not on these two (Microsoft Entra, privileged roles).
    privileged: role === 'privileged-authentication-administrator' || role === 'global-reader',
    hasPhoto: false,
    marks: new Set(),
    role,
    unit,
  };
}

/** Who can sign in at the practice station, from "may do the job" to "may not". */
export const practiceOperators: readonly PracticeOperator[] = [
  operator(
    'Priya Raman',
    'priya.raman',
    'authentication-administrator',
    null,
    'Authentication Administrator',
  ),
  operator(
    'Jonas Lindqvist',
    'jonas.lindqvist',
    'authentication-administrator',
    'north',
    'Authentication Administrator, Site North only',
  ),
  operator(
    'Adaeze Okafor',
    'adaeze.okafor',
    'privileged-authentication-administrator',
    null,
    'Privileged Authentication Administrator',
  ),
  operator('Mireille Faure', 'mireille.faure', 'global-reader', null, 'Global Reader (may look, not issue)'),
  operator('Sam Taylor', 'sam.taylor', 'none', null, 'No role (Microsoft Graph will refuse)'),
];

const everybody: readonly Person[] = [...practiceHolders, ...practiceOperators];
const byId = new Map(everybody.map((person) => [person.id, person]));
const byUpn = new Map(everybody.map((person) => [person.upn.toLowerCase(), person]));

export function allPeople(): readonly Person[] {
  return everybody;
}

/** Finds a person by object id or sign-in name. */
export function findPerson(idOrUpn: string): Person | null {
  const key = idOrUpn.toLowerCase();
  return byId.get(key) ?? byUpn.get(key) ?? null;
}

export function findOperator(id: string): PracticeOperator | null {
  return practiceOperators.find((operator) => operator.id === id) ?? null;
}

/** Each site is a group and an administrative unit; all holders are in the policy's group. */
export const groupIds: Readonly<Record<Site | 'frontline', string>> = {
  north: idOf('group north'),
  south: idOf('group south'),
  harbour: idOf('group harbour'),
  frontline: idOf('group frontline'),
};

export const unitIds: Readonly<Record<Site, string>> = {
  north: idOf('unit north'),
  south: idOf('unit south'),
  harbour: idOf('unit harbour'),
};

export const siteNames: Readonly<Record<Site, string>> = {
  north: 'Site North',
  south: 'Site South',
  harbour: 'Harbour',
};

export const allGroups: readonly { readonly id: string; readonly displayName: string }[] = [
  { id: groupIds.frontline, displayName: 'Frontline workers' },
  ...sites.map((site) => ({ id: groupIds[site], displayName: `${siteNames[site]} staff` })),
];

export const allUnits: readonly { readonly id: string; readonly displayName: string }[] = sites.map(
  (site) => ({ id: unitIds[site], displayName: siteNames[site] }),
);

/** Who reports to somebody: the operators of the site office have the team leads of their site under them. */
export function reportsOf(person: Person): readonly Person[] {
  if (!practiceOperators.some(({ id }) => id === person.id)) return [];
  return practiceHolders.filter(
    ({ site, job }) => site === person.site && /lead|supervisor|foreman/i.test(job),
  );
}

/** Groups a person is in. The guest is not in the frontline group: the policy does not cover them. */
export function groupsOf(person: Person): readonly string[] {
  const isHolder = practiceHolders.includes(person);
  return isHolder ? [groupIds[person.site], ...(person.guest ? [] : [groupIds.frontline])] : [];
}

export function peopleOfGroup(groupId: string): readonly Person[] | null {
  const known = Object.values(groupIds).includes(groupId);
  return known ? practiceHolders.filter((person) => groupsOf(person).includes(groupId)) : null;
}

export function peopleOfUnit(unitId: string): readonly Person[] | null {
  const site = sites.find((one) => unitIds[one] === unitId);
  return site === undefined ? null : practiceHolders.filter((person) => person.site === site);
}
