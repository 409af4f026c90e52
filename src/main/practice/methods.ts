import { createHash, randomBytes, randomInt } from 'node:crypto';
import { isActiveAt, lifetimeFits, pinRefusal } from './rules.ts';
import { AnswerWriter, type FreshSecret } from './answers.ts';
import type { Person } from './directory.ts';
import type { PracticeFaults } from './faults.ts';
import { newCode, newMethod, type CodeRecord, type MethodRecord, type Records } from './records.ts';
import { bodyObject, graphError, json, type Call, type Reply } from './reply.ts';
import { drawPin } from '../../shared/credential/pin.ts';
import { asFields, datesOf, textOf } from './request-fields.ts';

/** The policy of the practice tenant. */
export const practicePolicy = { pinLength: 8, standardDays: 365 } as const;

type Kind = 'standard' | 'temporary';

/**
 * The QR code method of one person, E1 to E12, by the rules of the real service: one active method and one active code
 * of each kind, delete before create, states independent of each other, secrets in creating answers only.
 */
export class Methods {
  readonly #records: Records;
  readonly #faults: PracticeFaults;
  readonly #now: () => number;
  /** Hashes of PINs for the worker's own change (E12); not kept over a restart. */
  readonly #pins = new Map<string, string>();

  constructor(records: Records, faults: PracticeFaults, now: () => number) {
    this.#records = records;
    this.#faults = faults;
    this.#now = now;
  }

  /** E1. */
  create(person: Person, call: Call): Reply {
    const body = bodyObject(call);
    const wanted = asFields(body?.['standardQRCode']);
    if (body === null || wanted === null || body['temporaryQRCode'])
      return this.#refuse('standardQRCodeRequired');
    if (person.guest) return this.#outOfPolicy();
    if (this.#versions(person).some((method) => this.#blocks(method)))
      return this.#refuse('tooManyQRCodePinMethod');
    const dates = datesOf(wanted);
    if (dates === null) return this.#refuse('badRequest');
    if (!lifetimeFits('standard', dates)) return this.#refuse('qrCodeLifeTimeExceedLimit');
    const pin = textOf(asFields(body['pin'])?.['code']);
    const problem = pinRefusal(pin, practicePolicy.pinLength);
    if (problem !== null) return this.#refuse(problem);
    const nowMs = this.#now();
    const standard = newCode(dates.startMs, dates.expireMs, nowMs);
    const method = newMethod(standard, nowMs);
    this.#records.commit(person.id, method, nowMs);
    this.#pins.set(person.id, hash(pin));
    return json(this.#variant.createStatus, this.#write.method(method, secretFor(person, standard), pin));
  }

  /** E2. */
  read(person: Person): Reply {
    const method = this.#visible(person);
    return method === null ? this.#missing() : json(200, this.#write.method(method, null, null));
  }

  /** E3. */
  remove(person: Person): Reply {
    if (this.#records.current(person.id) === null) return this.#missing();
    this.#records.commit(person.id, null, this.#now());
    this.#pins.delete(person.id);
    return this.#deleted();
  }

  /** E4 and E8. What they say without a code is not documented, so there are several ways. */
  readCode(person: Person, kind: Kind): Reply {
    const code = this.#visible(person)?.[kind] ?? null;
    if (code !== null) return json(200, this.#write.single(this.#write.code(code, null)));
    if (this.#variant.missingCode === 'null') return json(200, { value: null });
    return this.#variant.missingCode === 'empty' ? { status: 204, body: null } : this.#missing();
  }

  /** E5, E6 and E9: the body decides between a new code and a new expiry. */
  patchCode(person: Person, kind: Kind, call: Call): Reply {
    const body = bodyObject(call);
    const method = this.#records.current(person.id);
    if (method === null) return this.#missing();
    if (body === null) return this.#refuse('badRequest');
    if (kind === 'standard' && isExtension(body)) return this.#extend(person, method, body);
    if (person.guest) return this.#outOfPolicy();
    const dates = datesOf(body);
    if (dates === null) return this.#refuse('badRequest');
    const nowMs = this.#now();
    if (this.#versions(person).some((version) => isActiveAt(version?.[kind] ?? null, nowMs))) {
      return this.#refuse('ActiveQRCodeExisted');
    }
    if (!lifetimeFits(kind, dates)) return this.#refuse('qrCodeLifeTimeExceedLimit');
    const code = newCode(dates.startMs, dates.expireMs, nowMs);
    this.#records.commit(person.id, { ...method, [kind]: code }, nowMs);
    return json(this.#variant.createStatus, this.#write.code(code, secretFor(person, code)));
  }

  #extend(person: Person, method: MethodRecord, body: Readonly<Record<string, unknown>>): Reply {
    const { standard } = method;
    const nowMs = this.#now();
    if (standard === null || !isActiveAt(standard, nowMs)) return this.#missing();
    const dates = datesOf({ ...body, startDateTime: new Date(standard.startMs).toISOString() });
    if (dates === null) return this.#refuse('badRequest');
    if (!lifetimeFits('standard', dates)) return this.#refuse('qrCodeLifeTimeExceedLimit');
    const moved = { ...standard, expireMs: dates.expireMs };
    this.#records.commit(person.id, { ...method, standard: moved }, nowMs);
    const status = this.#variant.extendStatus;
    return status === 204 ? { status, body: null } : json(status, this.#write.code(moved, null));
  }

  /** E7 and E10. */
  removeCode(person: Person, kind: Kind): Reply {
    const method = this.#records.current(person.id);
    if (method === null || method[kind] === null) return this.#missing();
    this.#records.commit(person.id, { ...method, [kind]: null }, this.#now());
    return this.#deleted();
  }

  /** E11. A code in the request is ignored, as the property table of the reference says. */
  resetPin(person: Person): Reply {
    const method = this.#records.current(person.id);
    if (method === null) return this.#missing();
    const nowMs = this.#now();
    const pin = drawPin(practicePolicy.pinLength, () => randomInt(10));
    const changed = { ...method, pin: { ...method.pin, mustChange: true, updatedMs: nowMs } };
    this.#records.commit(person.id, changed, nowMs);
    this.#pins.set(person.id, hash(pin));
    return json(this.#variant.pinResetStatus, this.#write.pin(changed, pin));
  }

  /** E12, the worker's own change. */
  changePin(person: Person, call: Call): Reply {
    const body = bodyObject(call);
    const method = this.#records.current(person.id);
    if (method === null) return this.#missing();
    const next = textOf(body?.['newPin']);
    if (this.#pins.get(person.id) !== hash(textOf(body?.['currentPin']))) return this.#refuse('badRequest');
    const problem = pinRefusal(next, practicePolicy.pinLength);
    if (problem !== null) return this.#refuse(problem);
    const nowMs = this.#now();
    this.#records.commit(
      person.id,
      { ...method, pin: { ...method.pin, mustChange: false, updatedMs: nowMs } },
      nowMs,
    );
    this.#pins.set(person.id, hash(next));
    return { status: 204, body: null };
  }

  has(person: Person): string | null {
    return this.#visible(person)?.id ?? null;
  }

  /** A method blocks a new one while it is in use: an active code, or no code at all but a PIN waiting for one. */
  #blocks(method: MethodRecord | null): boolean {
    if (method === null) return false;
    const { standard, temporary } = method;
    const nowMs = this.#now();
    return standard === null || isActiveAt(standard, nowMs) || isActiveAt(temporary, nowMs);
  }

  /** The truth and what a replica believes: right after a deletion a create may still meet the old code. */
  #versions(person: Person): readonly (MethodRecord | null)[] {
    return [this.#records.current(person.id), this.#visible(person)];
  }

  #visible(person: Person): MethodRecord | null {
    return this.#records.visible(person.id, this.#now(), this.#faults.lagMs);
  }

  get #variant(): PracticeFaults['variant'] {
    return this.#faults.variant;
  }

  get #write(): AnswerWriter {
    return new AnswerWriter(this.#faults.variant);
  }

  #deleted(): Reply {
    const status = this.#variant.deleteStatus;
    return status === 204 ? { status, body: null } : json(status, {});
  }

  #missing(): Reply {
    return graphError(404, this.#variant.notFound, { innerName: this.#variant.innerError });
  }

  /** Some services put the code outside, some put a general one outside and the finer one inside. */
  #refuse(code: string): Reply {
    const { innerError } = this.#variant;
    return innerError === 'innererror'
      ? graphError(400, 'badRequest', { innerName: innerError, innerCode: code })
      : graphError(400, code);
  }

  #outOfPolicy(): Reply {
    return graphError(400, 'badRequest', {
      message: 'The Converged UserCredentialPolicy does not allow this method for this person.',
    });
  }
}

function isExtension(body: Readonly<Record<string, unknown>>): boolean {
  return 'expireDateTime' in body && !('startDateTime' in body);
}

function hash(pin: string): string {
  return createHash('sha256').update(pin).digest('hex');
}

/**
 * The text inside the code: marker, sign-in name, code id, key. The key is drawn here, leaves with this one answer and
 * is kept nowhere. Its length makes the whole about as long as the real ones (a version 10 symbol).
 */
function secretFor(person: Person, code: CodeRecord): FreshSecret {
  const key = `${randomInt(1000, 10_000)}${randomBytes(72).toString('base64url')}`;
  return { payload: `ms-qrpin:v1|${person.payloadUpn}|${code.id}|${key}` };
}
