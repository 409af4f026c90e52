import { fail, ok, type Result } from '../../shared/result.ts';
import { readMethodTypes, readPolicy } from './answers.ts';
import { GraphCaller, type GraphOptions } from './call.ts';
import { badHolderId } from './credential-calls.ts';
import { endpoints, holderPath, type Endpoint } from './endpoints.ts';
import { asFields, asId } from './fields.ts';
import { optionalScopes } from './scopes.ts';
import type { CallOptions, QrPolicy } from './types.ts';

/** Most ids one `checkMemberGroups` call takes (Microsoft Graph reference, directoryObject: checkMemberGroups). */
const maxGroupIds = 20;

/**
 * Questions about the rules. Policy and groups need permissions of their own, asked for at the first use and never
 * with a browser: an administrator may have left them out, and the app works without.
 */
export class PolicyCalls {
  readonly #options: GraphOptions;
  readonly #base: string;

  constructor(options: GraphOptions, base: string) {
    this.#options = options;
    this.#base = base;
  }

  /** E13. */
  async policy(options?: CallOptions): Promise<Result<QrPolicy>> {
    const scope = optionalScopes(this.#base).policy;
    const json = await this.#ask(endpoints.readPolicy, '', [scope], options);
    return json.ok ? readPolicy(json.value) : json;
  }

  /** E16. */
  async methodTypes(holderId: string, options?: CallOptions): Promise<Result<readonly string[]>> {
    const json = await this.#ask(endpoints.listMethods, holderId, this.#options.scopes, options);
    return json.ok ? readMethodTypes(json.value) : json;
  }

  /** Which of the groups the person is in, nested ones included; asked in portions. */
  async groupsOf(
    holderId: string,
    groupIds: readonly string[],
    options?: CallOptions,
  ): Promise<Result<readonly string[]>> {
    const scope = optionalScopes(this.#base).groups;
    const found: string[] = [];
    for (let at = 0; at < groupIds.length; at += maxGroupIds) {
      const body = { groupIds: groupIds.slice(at, at + maxGroupIds) };
      const json = await this.#ask(endpoints.checkGroups, holderId, [scope], options, body);
      if (!json.ok) return json;
      const ids = asFields(json.value)?.['value'];
      if (!Array.isArray(ids)) return fail('graph-bad-answer', { missing: 'value' });
      found.push(...ids.flatMap((id: unknown) => asId(id) ?? []));
    }
    return ok(found);
  }

  async #ask(
    endpoint: Endpoint,
    holderId: string,
    scopes: readonly string[],
    options?: CallOptions,
    body?: unknown,
  ): Promise<Result<unknown>> {
    const path = endpoint === endpoints.readPolicy ? '' : holderPath(holderId);
    if (path === null) return { ok: false, failure: badHolderId(endpoint).failure };
    const caller = new GraphCaller({ ...this.#options, scopes });
    const end = await caller.call({
      endpoint,
      url: `${this.#base}${endpoint.path(path)}`,
      options: { ...options, interactive: false },
      ...(body === undefined ? {} : { body }),
    });
    return end.ok ? ok(end.json) : { ok: false, failure: end.failure };
  }
}
