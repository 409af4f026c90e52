import type { Place, PlaceKind } from '../../shared/credential/place.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { TokenRequest, TokenSource } from '../auth/types.ts';
import { GraphCaller, type GraphOptions } from './call.ts';
import { endpoints, holderPath, type Endpoint } from './endpoints.ts';
import { asFields, asId, asText, listOf } from './fields.ts';
import { peoplePage } from './holder-calls.ts';
import { holderFields } from './holders.ts';
import { optionalScopes } from './scopes.ts';
import { cleanSearchText } from './search.ts';
import { selfId, type CallOptions, type HolderPage } from './types.ts';

const pageSize = 25;
/** Casts to users and searches of these lists are advanced queries (Graph concept page "advanced queries"). */
const advanced = { ConsistencyLevel: 'eventual' } as const;

/** First letter of a continuation: which list it goes on, and so which permission it needs. */
const marks = { reports: 'r', group: 'g', unit: 'u' } as const;
type ListKind = keyof typeof marks;

/**
 * Lists of people instead of a search: who reports to the operator, a group, an administrative unit.
 *
 * Groups and units need a permission of their own. It is asked for when somebody opens such a list, in the browser if
 * need be, and a refusal ends that list and nothing else: an administrator may have left the permission out.
 */
export class ListCalls {
  readonly #base: string;
  readonly #callers: Readonly<Record<ListKind, GraphCaller>>;

  constructor(options: GraphOptions, base: string) {
    this.#base = base;
    const optional = optionalScopes(base);
    const withScope = (scope: string): GraphCaller =>
      new GraphCaller({
        ...options,
        scopes: [...options.scopes, scope],
        tokens: new AskingTokens(options.tokens),
      });
    this.#callers = {
      reports: new GraphCaller(options),
      group: withScope(optional.groups),
      unit: withScope(optional.units),
    };
  }

  reports(options?: CallOptions): Promise<Result<HolderPage>> {
    return this.#people('reports', this.#membersUrl(endpoints.listReports, `/${selfId}`), options);
  }

  /** At most one page: whoever sees too many types another letter. */
  async findPlaces(kind: PlaceKind, text: string, options?: CallOptions): Promise<Result<readonly Place[]>> {
    const clean = cleanSearchText(text);
    if (clean === null) return ok([]);
    const endpoint = kind === 'group' ? endpoints.findGroups : endpoints.findUnits;
    const clause = `"displayName:${clean.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`;
    const query = `$search=${encodeURIComponent(clause)}&$select=id,displayName&$count=true&$top=${pageSize}`;
    const end = await this.#callers[kind].call({
      endpoint,
      url: `${this.#base}${endpoint.path()}?${query}`,
      headers: advanced,
      options,
    });
    if (!end.ok) return { ok: false, failure: end.failure };
    const list = asFields(end.json)?.['value'];
    if (!Array.isArray(list)) return fail('graph-bad-answer', { missing: 'value' });
    return ok(listOf(list).flatMap((item) => readPlace(item['id'], item['displayName'])));
  }

  /** A group with the groups inside it, or an administrative unit, which holds people directly only. */
  async members(kind: PlaceKind, placeId: string, options?: CallOptions): Promise<Result<HolderPage>> {
    const endpoint = kind === 'group' ? endpoints.listGroup : endpoints.listUnit;
    // The same rule as for a person's id: nothing that could change the path.
    if (placeId === selfId || holderPath(placeId) === null) {
      return fail('graph-bad-request', { call: endpoint.name, reason: 'place-id' });
    }
    return this.#people(kind, this.#membersUrl(endpoint, encodeURIComponent(placeId)), options);
  }

  /** Whether a continuation is one of ours. */
  owns(next: string): boolean {
    return kindOf(next) !== null;
  }

  async more(next: string, options?: CallOptions): Promise<Result<HolderPage>> {
    const kind = kindOf(next);
    return kind === null
      ? fail('graph-bad-request', { reason: 'not-a-continuation' })
      : this.#people(kind, next.slice(2), options);
  }

  async #people(kind: ListKind, url: string, options?: CallOptions): Promise<Result<HolderPage>> {
    const page = await peoplePage(this.#callers[kind], this.#base, { url, advanced: true }, options);
    if (!page.ok) return page;
    const { holders, nextLink } = page.value;
    return ok({ holders, next: nextLink === null ? null : `${marks[kind]} ${nextLink}` });
  }

  #membersUrl(endpoint: Endpoint, who: string): string {
    return `${this.#base}${endpoint.path(who)}?$select=${holderFields}&$count=true&$top=${pageSize}`;
  }
}

function kindOf(next: string): ListKind | null {
  const mark = /^([rgu]) https:\/\/\S+$/.exec(next)?.[1];
  if (mark === marks.reports) return 'reports';
  if (mark === marks.group) return 'group';
  return mark === marks.unit ? 'unit' : null;
}

function readPlace(id: unknown, name: unknown): readonly Place[] {
  const known = asId(id);
  return known === null ? [] : [{ id: known, name: asText(name, 300) ?? known }];
}

/** Asks in silence first and then, where a person can help, the person: they have just asked for the list. */
class AskingTokens implements TokenSource {
  readonly #source: TokenSource;

  constructor(source: TokenSource) {
    this.#source = source;
  }

  async accessToken(request: TokenRequest): Promise<Result<string>> {
    const silent = await this.#source.accessToken({ ...request, interactive: false });
    if (silent.ok || silent.failure.code !== 'sign-in-consent-required') return silent;
    return this.#source.accessToken({ ...request, interactive: true });
  }
}
