import type { CodeState, CredentialState } from '../../shared/credential/kinds.ts';
import { type Holder, selfId } from '../../shared/credential/holder.ts';
import type { Place, PlaceKind } from '../../shared/credential/place.ts';
import type { Instant } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';

export type { Holder };

export interface HolderPage {
  readonly holders: readonly Holder[];
  /** Opaque continuation; null at the end. */
  readonly next: string | null;
}

/** The only copy of a code's secret. Must be sealed and stored in the same turn in which it arrives. */
export interface FreshCode {
  readonly code: CodeState;
  /** The very bytes the QR symbol encodes (Graph's `rawContent`, decoded). */
  readonly payload: Uint8Array;
}

export interface FreshCredential extends FreshCode {
  /** The PIN as the answer states it; null when the answer leaves it out (then the one we sent counts). */
  readonly pin: string | null;
}

/** Ids by which one Graph call can be found again in Microsoft's logs. No secret. */
export interface CallTrace {
  readonly clientRequestId: string;
  readonly requestId: string | null;
  readonly status: number | null;
  readonly attempts: number;
}

/** A Graph answer with its trace. `outcome: 'unknown'` on a failure means: the write may have happened (rule R4). */
export type Traced<T> = {
  readonly result: Result<T>;
  readonly trace: CallTrace;
  readonly outcome: 'done' | 'not-done' | 'unknown';
};

export interface CodeDates {
  readonly startsAt: Instant;
  readonly expiresAt: Instant;
}

/** A pause before a call is tried again, so that the screen can say what it waits for. */
export interface CallWait {
  readonly waitMs: number;
  readonly reason: 'throttled' | 'unavailable' | 'offline';
  /** The attempt that comes after the pause; the first one is 1. */
  readonly attempt: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Whether a claims challenge may open the browser when silence does not answer it. Default true. */
  readonly interactive?: boolean;
  readonly onWait?: (wait: CallWait) => void;
}

export { selfId };

/** The tenant's rules for QR codes; a field the answer leaves out or garbles is null, and the documented default counts. */
export interface QrPolicy {
  readonly enabled: boolean | null;
  /** 8 to 20. */
  readonly pinLength: number | null;
  /** 1 to 395. */
  readonly standardDays: number | null;
  readonly include: readonly PolicyTarget[];
  readonly exclude: readonly PolicyTarget[];
}

/** A group in or out of the policy; `all_users` is Graph's word for everybody. */
export interface PolicyTarget {
  readonly type: string;
  readonly id: string;
}

/** What can be asked about the rules around a credential. Each of these may be refused to an operator who may still issue. */
export interface GraphPolicyReader {
  /** Fails with `graph-refused…` or `sign-in-consent-required` for many operators; the caller then takes the defaults. */
  policy(options?: CallOptions): Promise<Result<QrPolicy>>;
  /** Short names of the sign-in methods a holder has, e.g. `password`, `qrCodePin`; unknown ones are passed on. */
  methodTypes(holderId: string, options?: CallOptions): Promise<Result<readonly string[]>>;
  /** Which of these groups (at most 20 ids a call) the holder belongs to, nested groups included. */
  groupsOf(
    holderId: string,
    groupIds: readonly string[],
    options?: CallOptions,
  ): Promise<Result<readonly string[]>>;
}

/** Lists of people beside the search. `moreHolders` goes on with them. Each may be refused to an operator who may issue. */
export interface GraphLists {
  /** Who reports to the operator. */
  reports(options?: CallOptions): Promise<Result<HolderPage>>;
  findPlaces(kind: PlaceKind, text: string, options?: CallOptions): Promise<Result<readonly Place[]>>;
  members(kind: PlaceKind, placeId: string, options?: CallOptions): Promise<Result<HolderPage>>;
}

/**
 * Microsoft Graph as this app needs it. `holderId` is an object id. Reads and idempotent writes retry by themselves;
 * secret-bearing writes (`createMethod`, `createCode`, `resetPin`) are sent once, and again only after a 429 or a
 * claims challenge, because those were refused before any work was done.
 */
export interface GraphClient {
  findHolders(text: string, options?: CallOptions): Promise<Result<HolderPage>>;
  moreHolders(next: string, options?: CallOptions): Promise<Result<HolderPage>>;
  holder(holderId: string, options?: CallOptions): Promise<Result<Holder>>;
  /** JPEG or PNG bytes, or null when there is none or it may not be read. */
  photo(holderId: string, options?: CallOptions): Promise<Uint8Array | null>;
  /** null = the holder has no QR code method (404). */
  credential(holderId: string, options?: CallOptions): Promise<Traced<CredentialState | null>>;
  createMethod(
    holderId: string,
    dates: CodeDates,
    pin: string,
    options?: CallOptions,
  ): Promise<Traced<FreshCredential>>;
  createCode(
    holderId: string,
    kind: 'standard' | 'temporary',
    dates: CodeDates,
    options?: CallOptions,
  ): Promise<Traced<FreshCode>>;
  deleteCode(holderId: string, kind: 'standard' | 'temporary', options?: CallOptions): Promise<Traced<void>>;
  extend(holderId: string, expiresAt: Instant, options?: CallOptions): Promise<Traced<void>>;
  /** The new PIN, which comes in the answer only. */
  resetPin(holderId: string, options?: CallOptions): Promise<Traced<string>>;
  deleteMethod(holderId: string, options?: CallOptions): Promise<Traced<void>>;
  /** Server clock minus ours in milliseconds, from the last answer's Date header; null before the first answer. */
  readonly clockSkewMs: number | null;
}
