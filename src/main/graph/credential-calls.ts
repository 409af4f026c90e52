import type { CodeKind, CodeState, CredentialState } from '../../shared/credential/kinds.ts';
import type { Instant } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readCode, readFreshCode, readFreshCredential, readMethod, readPin } from './answers.ts';
import type { GraphCaller } from './call.ts';
import { endpoints, holderPath, type Endpoint } from './endpoints.ts';
import { unwrap } from './fields.ts';
import type { CallEnd } from './progress.ts';
import type { CallOptions, CodeDates, FreshCode, FreshCredential, Traced } from './types.ts';

/** The calls of the QR code family, E1 to E11, with their answers turned into our types. */
export class CredentialCalls {
  readonly #caller: GraphCaller;
  readonly #base: string;

  constructor(caller: GraphCaller, base: string) {
    this.#caller = caller;
    this.#base = base;
  }

  /** E2; what its answer leaves out or garbles is asked for by E4 and E8. 404 = no method. */
  async read(holderId: string, options?: CallOptions): Promise<Traced<CredentialState | null>> {
    const end = await this.#call(endpoints.readMethod, holderId, options);
    if (!end.ok) return isNone(end) ? done(ok(null), end) : refused(end);
    const method = readMethod(end.json);
    if (!method.ok) return done(method, end);
    const { pin } = method.value;
    let { standard, temporary } = method.value;
    if (standard === undefined) {
      const one = await this.#readOne(endpoints.readStandard, holderId, options);
      if (!one.result.ok) return { ...one, result: one.result };
      standard = one.result.value;
    }
    if (temporary === undefined) {
      const one = await this.#readOne(endpoints.readTemporary, holderId, options);
      if (!one.result.ok) return { ...one, result: one.result };
      temporary = one.result.value;
    }
    return done(ok({ standard, temporary, pin }), end);
  }

  /** E4 or E8. What they answer without a code is not documented: 404, nothing, or null all mean none. */
  async #readOne(
    endpoint: Endpoint,
    holderId: string,
    options?: CallOptions,
  ): Promise<Traced<CodeState | null>> {
    const end = await this.#call(endpoint, holderId, options, undefined, false);
    if (!end.ok) return isNone(end) ? done(ok(null), end) : refused(end);
    if (end.answer.body.length === 0) return done(ok(null), end);
    const code = readCode(end.json);
    return done(code === undefined ? fail('graph-bad-answer', { call: endpoint.name }) : ok(code), end);
  }

  /** E1. All three of start, expiry and PIN are always sent: the pages differ on which of them may be left out. */
  async createMethod(
    holderId: string,
    dates: CodeDates,
    pin: string,
    options?: CallOptions,
  ): Promise<Traced<FreshCredential>> {
    const body = { standardQRCode: datesBody(dates), pin: { code: pin } };
    const end = await this.#call(endpoints.createMethod, holderId, options, body);
    return end.ok ? created(readFreshCredential(end.json, dates), end) : refused(end);
  }

  /** E5 or E9. */
  async createCode(
    holderId: string,
    kind: CodeKind,
    dates: CodeDates,
    options?: CallOptions,
  ): Promise<Traced<FreshCode>> {
    const endpoint = kind === 'standard' ? endpoints.createStandard : endpoints.createTemporary;
    const end = await this.#call(endpoint, holderId, options, datesBody(dates));
    return end.ok ? created(readFreshCode(end.json, dates), end) : refused(end);
  }

  /** E6, with the expiry alone: anything more would be read as a wish for a new code. */
  async extend(holderId: string, expiresAt: Instant, options?: CallOptions): Promise<Traced<void>> {
    const body = { expireDateTime: graphInstant(expiresAt) };
    return nothing(await this.#call(endpoints.extendStandard, holderId, options, body));
  }

  /** E7 or E10. */
  async deleteCode(holderId: string, kind: CodeKind, options?: CallOptions): Promise<Traced<void>> {
    const endpoint = kind === 'standard' ? endpoints.deleteStandard : endpoints.deleteTemporary;
    return nothing(await this.#call(endpoint, holderId, options));
  }

  /** E3. */
  async deleteMethod(holderId: string, options?: CallOptions): Promise<Traced<void>> {
    return nothing(await this.#call(endpoints.deleteMethod, holderId, options));
  }

  /**
   * E11. A code in the request would be ignored by some versions of the page, so none is sent. Any 2xx of Graph means
   * that the PIN was changed, with or without one in the answer; a body that is no JSON is not Graph's.
   */
  async resetPin(holderId: string, options?: CallOptions): Promise<Traced<string>> {
    const end = await this.#call(endpoints.resetPin, holderId, options, {});
    if (!end.ok) return refused(end);
    if (end.json === undefined && end.answer.body.length > 0) {
      return created(fail('graph-bad-answer', { call: endpoints.resetPin.name, reason: 'no-json' }), end);
    }
    const body = unwrap(end.json);
    const pin = readPin(body) ?? readPin(body?.['pin']);
    return done(pin === null ? fail('pin-not-disclosed', { call: endpoints.resetPin.name }) : ok(pin), end);
  }

  async #call(
    endpoint: Endpoint,
    holderId: string,
    options: CallOptions | undefined,
    body?: unknown,
    needsJson = true,
  ): Promise<CallEnd> {
    const path = holderPath(holderId);
    if (path === null) return badHolderId(endpoint);
    const url = `${this.#base}${endpoint.path(path)}`;
    return this.#caller.call({ endpoint, url, options, needsJson, ...(body === undefined ? {} : { body }) });
  }
}

/** Ends a call that cannot be sent because the id would change the path. */
export function badHolderId(endpoint: Endpoint): CallEnd & { ok: false } {
  const failure = { code: 'graph-bad-request', facts: { call: endpoint.name, reason: 'holder-id' } } as const;
  const trace = { clientRequestId: '', requestId: null, status: null, attempts: 0 };
  return { ok: false, failure, trace, outcome: 'not-done' };
}

function isNone(end: CallEnd & { ok: false }): boolean {
  return end.failure.code === 'method-not-found' || end.failure.code === 'code-not-found';
}

function datesBody(dates: CodeDates): object {
  return { startDateTime: graphInstant(dates.startsAt), expireDateTime: graphInstant(dates.expiresAt) };
}

/** Whole seconds, as all published examples have it. */
function graphInstant(instant: Instant): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}

function done<T>(result: Result<T>, end: CallEnd): Traced<T> {
  return { result, trace: end.trace, outcome: 'done' };
}

function refused(end: CallEnd & { ok: false }): Traced<never> {
  return { result: { ok: false, failure: end.failure }, trace: end.trace, outcome: end.outcome };
}

/** A 2xx without the secret proves nothing about what exists now: reading the directory has to tell (rule R4). */
function created<T>(result: Result<T>, end: CallEnd): Traced<T> {
  return { result, trace: end.trace, outcome: result.ok ? 'done' : 'unknown' };
}

function nothing(end: CallEnd): Traced<void> {
  return end.ok ? done(ok(undefined), end) : refused(end);
}
