import { allGroups, allUnits, reportsOf, siteNames, type Person } from './directory.ts';
import { portrait } from './picture.ts';
import { bodyObject, graphError, json, type Call, type Reply } from './reply.ts';
import type { Population } from './population.ts';
import { hintOf, parseFilter, parseNameSearch, parseSearch, type PersonTest } from './queries.ts';
import type { Variant } from './variants.ts';

const usualPage = 100;
const largestPage = 999;

/** `GET /users` with `$search` or `$filter`, `$select`, `$top` and opaque continuation. */
export function listUsers(call: Call, people: Population, firstPage: Variant['firstPage']): Reply {
  const search = call.url.searchParams.get('$search');
  const filter = call.url.searchParams.get('$filter');
  if (search !== null && call.headers['consistencylevel']?.toLowerCase() !== 'eventual') {
    return graphError(400, 'Request_BadRequest', { message: '$search needs ConsistencyLevel: eventual.' });
  }
  const test: PersonTest | null =
    search !== null ? parseSearch(search) : filter !== null ? parseFilter(filter) : () => true;
  if (test === null) return graphError(400, 'Request_UnsupportedQuery');
  return page(call, people.matching(test, hintOf(search, filter)), firstPage);
}

/** The people of a group or a unit; null = there is none of this id. */
export function listMembers(
  call: Call,
  people: Iterable<Person> | null,
  firstPage: Variant['firstPage'],
): Reply {
  return people === null ? graphError(404, 'Request_ResourceNotFound') : page(call, people, firstPage);
}

/** `GET /users/{id}/directReports`. */
export function listReports(call: Call, person: Person, firstPage: Variant['firstPage']): Reply {
  return page(call, reportsOf(person), firstPage);
}

/** `GET /groups` or `GET /directory/administrativeUnits`, all of them or those a `$search` on the name finds. */
export function findPlaces(call: Call, isGroup: boolean): Reply {
  const search = call.url.searchParams.get('$search');
  if (search !== null && call.headers['consistencylevel']?.toLowerCase() !== 'eventual') {
    return graphError(400, 'Request_BadRequest', { message: '$search needs ConsistencyLevel: eventual.' });
  }
  const places = isGroup ? allGroups : allUnits;
  const test = search === null ? () => true : parseNameSearch(search);
  if (test === null) return graphError(400, 'Request_UnsupportedQuery');
  const value = places.filter(({ displayName }) => test(displayName));
  return json(200, { '@odata.count': value.length, value });
}

export function readUser(call: Call, person: Person): Reply {
  return json(200, describe(person, call.url));
}

export function readPhoto(person: Person): Reply {
  if (!person.hasPhoto) return graphError(404, 'ImageNotFound');
  return { status: 200, headers: { 'content-type': 'image/png' }, body: portrait(person.upn) };
}

/** `POST /users/{id}/checkMemberGroups`, at most 20 groups at a time. */
export function checkMemberGroups(call: Call, people: Population, person: Person): Reply {
  const ids = bodyObject(call)?.['groupIds'];
  if (!Array.isArray(ids) || ids.length > 20) return graphError(400, 'Request_BadRequest');
  return json(200, { value: people.groupsOf(person).filter((id) => ids.includes(id)) });
}

/** One page. The place to go on is a number in disguise; in some variants the first page is empty and has a successor. */
function page(call: Call, people: Iterable<Person>, firstPage: Variant['firstPage']): Reply {
  const { url } = call;
  const top = Number(url.searchParams.get('$top') ?? usualPage);
  if (!Number.isInteger(top) || top < 1 || top > largestPage) return graphError(400, 'Request_BadRequest');
  const token = url.searchParams.get('$skiptoken');
  const at = token === null ? 0 : Number(/^practice-(\d+)$/.exec(token)?.[1] ?? Number.NaN);
  if (!Number.isInteger(at)) return graphError(400, 'Request_BadRequest');
  const isEmpty = firstPage === 'empty-with-link' && token === null;
  const end = isEmpty ? 0 : at + top;
  const { shown, isLast } = stretchOf(people, at, end);
  const next = new URL(url);
  next.searchParams.set('$skiptoken', `practice-${end}`);
  return json(200, {
    '@odata.context': `${url.origin}/v1.0/$metadata#users`,
    ...(isLast ? {} : { '@odata.nextLink': next.href }),
    value: shown.map((person) => describe(person, url)),
  });
}

/** Those from one place up to another, and whether nobody comes after them. Nobody is looked at beyond that. */
function stretchOf(
  people: Iterable<Person>,
  from: number,
  to: number,
): { readonly shown: readonly Person[]; readonly isLast: boolean } {
  const shown: Person[] = [];
  let place = 0;
  for (const person of people) {
    if (place >= to) return { shown, isLast: false };
    if (place >= from) shown.push(person);
    place += 1;
  }
  return { shown, isLast: true };
}

/** Fields that come without being asked for (Microsoft Graph reference, user, default properties). */
const usualFields = ['id', 'displayName', 'userPrincipalName', 'mail', 'jobTitle', 'officeLocation'];

function describe(person: Person, url: URL): object {
  const all: Record<string, unknown> = {
    id: person.id,
    displayName: person.name,
    userPrincipalName: person.upn,
    mail: person.guest ? null : person.upn,
    jobTitle: person.job,
    officeLocation: siteNames[person.site],
    employeeId: person.employeeId,
    department: person.department,
    accountEnabled: person.enabled,
    userType: person.guest ? 'Guest' : 'Member',
    // Which licence it is does not matter here; one person has none yet.
    assignedLicenses: person.marks.has('unlicensed')
      ? []
      : [{ skuId: '00000000-0000-4000-8000-00000000f1f1', disabledPlans: [] }],
  };
  const wanted = url.searchParams.get('$select')?.split(',') ?? usualFields;
  return Object.fromEntries(wanted.filter((name) => name in all).map((name) => [name, all[name]]));
}
