import { fail, ok, type Result } from '../../shared/result.ts';
import type { GraphCaller } from './call.ts';
import { badHolderId } from './credential-calls.ts';
import { endpoints, holderPath } from './endpoints.ts';
import { oneHolderFields, readHolder, readPeople, type PeopleAnswer } from './holders.ts';
import type { CallEnd } from './progress.ts';
import { cleanSearchText, isSignInName, nameQuery, numberQuery, type PeopleQuery } from './search.ts';
import type { CallOptions, Holder, HolderPage } from './types.ts';

/** Graph may answer empty pages that still have a link to more (Graph concept page "paging"); so many are passed over. */
const maxEmptyPages = 5;

/** Finding people: by name, by employee number, by sign-in name, page by page, with their photo. */
export class HolderCalls {
  readonly #caller: GraphCaller;
  readonly #base: string;

  constructor(caller: GraphCaller, base: string) {
    this.#caller = caller;
    this.#base = base;
  }

  /**
   * Asks for the text as a name and, when it can be one, as an employee number and as a sign-in name, all at once.
   * Whoever has that number or sign-in name comes first: a scanned staff card means just that person.
   */
  async find(text: string, options?: CallOptions): Promise<Result<HolderPage>> {
    const clean = cleanSearchText(text);
    if (clean === null) return ok({ holders: [], next: null });
    const byNumber = numberQuery(this.#base, clean);
    const [numbers, direct, names] = await Promise.all([
      byNumber === null ? null : this.#page(byNumber, options),
      isSignInName(clean) ? this.holder(clean, options) : null,
      this.#page(nameQuery(this.#base, clean), options),
    ]);
    if (!names.ok) return names;
    // A number that could not be asked for must not look like a number that nobody has.
    if (numbers?.ok === false && names.value.holders.length === 0) return numbers;
    const numbered = numbers?.ok === true ? numbers.value : { holders: [], nextLink: null };
    const exact = direct?.ok === true ? [direct.value] : [];
    const number = clean.toLowerCase();
    const ranked = [
      ...exact,
      ...numbered.holders.filter((holder) => holder.employeeId?.toLowerCase() === number),
      ...numbered.holders,
      ...names.value.holders,
    ];
    const links = [...moreOf(numbered, false), ...moreOf(names.value, true)];
    return ok({ holders: withoutRepeats(ranked), next: joinLinks(links) });
  }

  /** The next page. `next` is what a page before gave; anything else is refused, above all another host. */
  async more(next: string, options?: CallOptions): Promise<Result<HolderPage>> {
    const [link, ...rest] = splitLinks(next);
    if (link === undefined) return fail('graph-bad-request', { reason: 'not-a-continuation' });
    const page = await this.#page(link, options);
    if (!page.ok) return page;
    const links = [...moreOf(page.value, link.advanced), ...rest];
    return ok({ holders: withoutRepeats(page.value.holders), next: joinLinks(links) });
  }

  async holder(holderId: string, options?: CallOptions): Promise<Result<Holder>> {
    const end = await this.#one(holderId, options);
    if (!end.ok) return { ok: false, failure: end.failure };
    const holder = readHolder(end.json);
    return holder === null ? fail('graph-bad-answer', { missing: 'id' }) : ok(holder);
  }

  /** A small photo, or null for every reason there may be: it is a comfort and must never be in the way. */
  async photo(holderId: string, options?: CallOptions): Promise<Uint8Array | null> {
    const path = holderPath(holderId);
    if (path === null) return null;
    const end = await this.#caller.call({
      endpoint: endpoints.readPhoto,
      url: `${this.#base}${endpoints.readPhoto.path(path)}`,
      headers: { Accept: 'image/*' },
      needsJson: false,
      options: { ...options, interactive: false },
    });
    return end.ok && isPicture(end.answer.body) ? end.answer.body : null;
  }

  async #one(holderId: string, options?: CallOptions): Promise<CallEnd> {
    const endpoint = endpoints.readHolder;
    const path = holderPath(holderId);
    if (path === null) return badHolderId(endpoint);
    return this.#caller.call({
      endpoint,
      url: `${this.#base}${endpoint.path(path)}?$select=${oneHolderFields}`,
      options,
    });
  }

  #page(query: PeopleQuery, options?: CallOptions): Promise<Result<PeopleAnswer>> {
    return peoplePage(this.#caller, this.#base, query, options);
  }
}

/** One page of people with somebody on it, or the last one. */
export async function peoplePage(
  caller: GraphCaller,
  base: string,
  query: PeopleQuery,
  options?: CallOptions,
): Promise<Result<PeopleAnswer>> {
  let url = query.url;
  for (let empty = 0; ; empty += 1) {
    // SECURITY: known-hosts (docs/security.md). A link comes from an answer; a token goes to our own Graph only.
    if (!url.startsWith(`${base}/`)) return fail('graph-host-refused', { call: endpoints.findHolders.name });
    const end = await caller.call({
      endpoint: endpoints.findHolders,
      url,
      // Must be sent again with each following page.
      headers: query.advanced ? { ConsistencyLevel: 'eventual' } : {},
      options,
    });
    if (!end.ok) return { ok: false, failure: end.failure };
    const people = readPeople(end.json);
    if (!people.ok || people.value.holders.length > 0 || people.value.nextLink === null) return people;
    if (empty + 1 >= maxEmptyPages) return people;
    url = people.value.nextLink;
  }
}

function withoutRepeats(holders: readonly Holder[]): readonly Holder[] {
  return [...new Map(holders.map((holder) => [holder.id, holder])).values()];
}

function moreOf(page: PeopleAnswer, advanced: boolean): readonly PeopleQuery[] {
  return page.nextLink === null ? [] : [{ url: page.nextLink, advanced }];
}

/** A search may have two continuations; they travel as one opaque text, one link per line with its kind in front. */
function joinLinks(links: readonly PeopleQuery[]): string | null {
  return links.length === 0
    ? null
    : links.map((link) => `${link.advanced ? 'a' : 'p'} ${link.url}`).join('\n');
}

function splitLinks(next: string): readonly PeopleQuery[] {
  return next.split('\n').flatMap((line) => {
    const [, kind, url] = /^([ap]) (https:\/\/\S+)$/.exec(line) ?? [];
    return url === undefined ? [] : [{ url, advanced: kind === 'a' }];
  });
}

/** JPEG or PNG by their first bytes; a GIF is Graph's word for "no photo". */
function isPicture(bytes: Uint8Array): boolean {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;
  return isJpeg || isPng;
}
