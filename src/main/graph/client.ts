import type { CodeKind, CredentialState } from '../../shared/credential/kinds.ts';
import type { Instant } from '../../shared/ids.ts';
import type { Place, PlaceKind } from '../../shared/credential/place.ts';
import type { Result } from '../../shared/result.ts';
import { GraphCaller, type GraphOptions } from './call.ts';
import { CredentialCalls } from './credential-calls.ts';
import { HolderCalls } from './holder-calls.ts';
import { ListCalls } from './list-calls.ts';
import { PolicyCalls } from './policy-calls.ts';
import { RoleSense } from './role-sense.ts';
import type {
  CallOptions,
  CodeDates,
  FreshCode,
  FreshCredential,
  GraphClient,
  GraphLists,
  GraphPolicyReader,
  Holder,
  HolderPage,
  QrPolicy,
  Traced,
} from './types.ts';

/**
 * Microsoft Graph over an `HttpDoor`. `holderId` may be an object id, a sign-in name or `selfId` for the operator.
 *
 * `code-exists` and `method-exists` are "not done" for the call that got them, but say nothing about whose code it is.
 * Read the credential before drawing a conclusion.
 */
export class GraphHttpClient implements GraphClient, GraphPolicyReader, GraphLists {
  readonly #caller: GraphCaller;
  readonly #holders: HolderCalls;
  readonly #credentials: CredentialCalls;
  readonly #policy: PolicyCalls;
  readonly #lists: ListCalls;
  readonly #roles: RoleSense;

  constructor(options: GraphOptions) {
    const base = options.base.replace(/\/+$/, '');
    this.#caller = new GraphCaller(options);
    this.#holders = new HolderCalls(this.#caller, base);
    this.#credentials = new CredentialCalls(this.#caller, base);
    this.#policy = new PolicyCalls(options, base);
    this.#lists = new ListCalls(options, base);
    this.#roles = new RoleSense(options.operatorId ?? (() => null));
  }

  get clockSkewMs(): number | null {
    return this.#caller.clockSkewMs;
  }

  findHolders(text: string, options?: CallOptions): Promise<Result<HolderPage>> {
    return this.#holders.find(text, options);
  }

  moreHolders(next: string, options?: CallOptions): Promise<Result<HolderPage>> {
    return this.#lists.owns(next) ? this.#lists.more(next, options) : this.#holders.more(next, options);
  }

  holder(holderId: string, options?: CallOptions): Promise<Result<Holder>> {
    return this.#holders.holder(holderId, options);
  }

  photo(holderId: string, options?: CallOptions): Promise<Uint8Array | null> {
    return this.#holders.photo(holderId, options);
  }

  credential(holderId: string, options?: CallOptions): Promise<Traced<CredentialState | null>> {
    return this.#roles.sense('read', holderId, this.#credentials.read(holderId, options));
  }

  createMethod(
    holderId: string,
    dates: CodeDates,
    pin: string,
    options?: CallOptions,
  ): Promise<Traced<FreshCredential>> {
    return this.#roles.sense(
      'write',
      holderId,
      this.#credentials.createMethod(holderId, dates, pin, options),
    );
  }

  createCode(
    holderId: string,
    kind: CodeKind,
    dates: CodeDates,
    options?: CallOptions,
  ): Promise<Traced<FreshCode>> {
    return this.#roles.sense('write', holderId, this.#credentials.createCode(holderId, kind, dates, options));
  }

  deleteCode(holderId: string, kind: CodeKind, options?: CallOptions): Promise<Traced<void>> {
    return this.#roles.sense('write', holderId, this.#credentials.deleteCode(holderId, kind, options));
  }

  extend(holderId: string, expiresAt: Instant, options?: CallOptions): Promise<Traced<void>> {
    return this.#roles.sense('write', holderId, this.#credentials.extend(holderId, expiresAt, options));
  }

  resetPin(holderId: string, options?: CallOptions): Promise<Traced<string>> {
    return this.#roles.sense('write', holderId, this.#credentials.resetPin(holderId, options));
  }

  deleteMethod(holderId: string, options?: CallOptions): Promise<Traced<void>> {
    return this.#roles.sense('write', holderId, this.#credentials.deleteMethod(holderId, options));
  }

  reports(options?: CallOptions): Promise<Result<HolderPage>> {
    return this.#lists.reports(options);
  }

  findPlaces(kind: PlaceKind, text: string, options?: CallOptions): Promise<Result<readonly Place[]>> {
    return this.#lists.findPlaces(kind, text, options);
  }

  members(kind: PlaceKind, placeId: string, options?: CallOptions): Promise<Result<HolderPage>> {
    return this.#lists.members(kind, placeId, options);
  }

  policy(options?: CallOptions): Promise<Result<QrPolicy>> {
    return this.#policy.policy(options);
  }

  methodTypes(holderId: string, options?: CallOptions): Promise<Result<readonly string[]>> {
    return this.#policy.methodTypes(holderId, options);
  }

  groupsOf(
    holderId: string,
    groupIds: readonly string[],
    options?: CallOptions,
  ): Promise<Result<readonly string[]>> {
    return this.#policy.groupsOf(holderId, groupIds, options);
  }
}
