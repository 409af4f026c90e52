import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/result.ts';
import { usualVariant, variantOf, type Variant } from './variants.ts';

const when = z.enum(['before', 'after']);
const seconds = z.number().min(0).max(86_400).nullable();

const fault = z.discriminatedUnion('kind', [
  /** The request does not leave this machine. */
  z.object({ kind: z.literal('offline') }),
  /** The connection breaks, before or after the work was done. */
  z.object({ kind: z.literal('drop'), when }),
  /** No answer within the caller's time, before or after the work was done. */
  z.object({ kind: z.literal('timeout'), when }),
  /** The answer comes, but late. */
  z.object({ kind: z.literal('delay'), ms: z.number().min(0).max(600_000) }),
  /** 429, refused before any work; without Retry-After when null. */
  z.object({ kind: z.literal('throttle'), retryAfterSeconds: seconds }),
  /** A server error with a Graph error body, before or after the work was done. */
  z.object({
    kind: z.literal('status'),
    status: z.int().min(300).max(599),
    when,
    retryAfterSeconds: seconds,
  }),
  /** A gateway's HTML page instead of an answer. */
  z.object({ kind: z.literal('html'), status: z.int().min(200).max(599), when }),
  /** The work was done; the JSON of the answer ends in the middle. */
  z.object({ kind: z.literal('truncate') }),
  /** The work was done; the answer is 2xx without a body. */
  z.object({ kind: z.literal('empty') }),
  /** The work was done; the answer has no picture and no PIN in it. */
  z.object({ kind: z.literal('no-secret') }),
]);
export type Fault = z.infer<typeof fault>;

const rule = z.object({
  /** A call's name (`E1`, `users`, `token`), or `any`, `read`, `write`, `create`. */
  on: z.string().min(1).max(40),
  times: z.int().min(1).max(1_000_000),
  fault,
});
export type FaultRule = z.infer<typeof rule>;

const switches = z
  .object({
    online: z.boolean(),
    latencyMs: z.number().min(0).max(600_000),
    lagMs: z.number().min(0).max(600_000),
    variant: z.int().nullable(),
    claims: z.string().max(200).nullable(),
    claimsNeedPerson: z.boolean(),
    selfService: z.boolean(),
    tokenError: z
      .object({
        error: z.string().max(60),
        suberror: z.string().max(60).nullable(),
        number: z.int().nullable(),
        silentOnly: z.boolean(),
      })
      .nullable(),
    rules: z.array(rule).max(1_000),
  })
  .partial()
  .strict();

/** An OAuth error with Microsoft's finer `suberror` and AADSTS number. */
export interface TokenError {
  readonly error: string;
  readonly suberror: string | null;
  readonly number: number | null;
  readonly silentOnly: boolean;
}

/** What a call does, for the matching of rules. */
export interface CallKind {
  readonly name: string;
  readonly effect: 'read' | 'write' | 'create';
}

/**
 * Everything that can go wrong on purpose, in one place. The tenant looks here at each call; a test, or the operator
 * of a rehearsal, sets it.
 */
export class PracticeFaults {
  /** False: every call fails before it is sent. */
  online = true;
  /** Time each answer takes, in milliseconds. */
  latencyMs = 0;
  /** How far reads lag behind writes, in milliseconds. */
  lagMs = 0;
  /** Which mixture of contradictory answers is given. */
  variant: Variant = usualVariant;
  /** Graph refuses every token that was not minted for this claims value. */
  claims: string | null = null;
  /** Whether only a browser sign-in can fulfil `claims`; otherwise the refresh token can. */
  claimsNeedPerson = false;
  /** False: nobody may change their own method, through `/me` either, whatever the reference says. */
  selfService = true;
  /** The token endpoint refuses with this OAuth error, always or only when a refresh token is used. */
  tokenError: TokenError | null = null;
  readonly #rules: FaultRule[] = [];

  /** Adds a rule: the next `times` calls that match suffer the fault. */
  add(on: string, fault: Fault, times = 1): void {
    this.#rules.push({ on, times, fault });
  }

  /** The fault this call suffers, if any; uses it up. Rules are tried in the order they were added. */
  take(call: CallKind): Fault | null {
    const index = this.#rules.findIndex(
      ({ on }) => on === 'any' || on === call.name || matchesEffect(on, call),
    );
    const found = this.#rules[index];
    if (found === undefined) return null;
    if (found.times <= 1) this.#rules.splice(index, 1);
    else this.#rules[index] = { ...found, times: found.times - 1 };
    return found.fault;
  }

  /** Back to a tenant on a good day. */
  clear(): void {
    this.online = true;
    this.latencyMs = 0;
    this.lagMs = 0;
    this.variant = usualVariant;
    this.claims = null;
    this.claimsNeedPerson = false;
    this.selfService = true;
    this.tokenError = null;
    this.#rules.length = 0;
  }

  /** Sets switches from JSON, as a rehearsal server gets them; nothing is set when anything does not fit. */
  set(value: unknown): Result<void> {
    const parsed = switches.safeParse(value);
    if (!parsed.success) {
      return fail('bad-request', { problem: parsed.error.issues[0]?.path.join('.') ?? '' });
    }
    const { rules, variant, ...plain } = parsed.data;
    for (const [name, setting] of Object.entries(plain)) {
      if (setting !== undefined) Object.assign(this, { [name]: setting });
    }
    if (variant !== undefined) this.variant = variant === null ? usualVariant : variantOf(variant);
    for (const one of rules ?? []) this.add(one.on, one.fault, one.times);
    return ok(undefined);
  }
}

function matchesEffect(on: string, call: CallKind): boolean {
  return on === 'write' ? call.effect !== 'read' : on === call.effect;
}
