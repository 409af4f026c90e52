import type { CodeState, CredentialState } from '../../shared/credential/kinds.ts';
import { maxPayloadBytes, readPayload } from '../../shared/credential/payload.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  asBase64,
  asFields,
  asId,
  asInstant,
  asText,
  asWhole,
  listOf,
  unwrap,
  type Fields,
} from './fields.ts';
import type { CodeDates, FreshCode, FreshCredential, PolicyTarget, QrPolicy } from './types.ts';

/**
 * Answers of the QR code family, read leniently: the reference contradicts itself in many small ways (bare or wrapped
 * entity, blank PIN as "" or null or nothing, "never" as year 1 or null, fractions of a second, two names of the
 * "must change" flag, upper and lower case). What decides about a badge is read strictly: no dates, no guess.
 */

/** One code, without a picture. null = there is none; undefined = there is something that cannot be read. */
export function readCode(value: unknown): CodeState | null | undefined {
  if (value === null) return null;
  const fields = unwrap(value);
  if (fields === null) return undefined;
  if ('value' in fields && fields['value'] === null && !('id' in fields)) return null;
  const id = asId(fields['id']);
  const startsAt = asInstant(fields['startDateTime']);
  const expiresAt = asInstant(fields['expireDateTime']);
  if (id === null || startsAt === null || expiresAt === null) return undefined;
  return {
    id,
    startsAt,
    expiresAt,
    createdAt: asInstant(fields['createdDateTime']),
    lastUsedAt: asInstant(fields['lastUsedDateTime']),
  };
}

/** A method as E2 tells it; a part that the answer leaves out is undefined and has to be asked for by itself. */
export interface MethodAnswer {
  readonly standard: CodeState | null | undefined;
  readonly temporary: CodeState | null | undefined;
  readonly pin: CredentialState['pin'];
}

/** Reads the answer of E2. Fails with `graph-bad-answer` when it is no method at all. */
export function readMethod(value: unknown): Result<MethodAnswer> {
  const fields = unwrap(value);
  const known = ['standardQRCode', 'temporaryQRCode', 'pin', 'id'];
  if (fields === null || !known.some((name) => name in fields))
    return fail('graph-bad-answer', { missing: 'method' });
  return ok({
    standard: 'standardQRCode' in fields ? readCode(fields['standardQRCode']) : undefined,
    temporary: 'temporaryQRCode' in fields ? readCode(fields['temporaryQRCode']) : undefined,
    pin: readPinState(fields['pin']),
  });
}

function readPinState(value: unknown): CredentialState['pin'] {
  const fields = asFields(value);
  if (fields === null) return null;
  const flag = fields['forceChangePinNextSignIn'] ?? fields['isForcePinChangeRequired'];
  // Without the flag the PIN counts as one that an administrator gave: saying "must change" too often does no harm.
  return { mustChange: flag !== false, updatedAt: asInstant(fields['updatedDateTime']) };
}

/**
 * Reads the one answer that carries a code's secret (E5, E9). `asked` fills in dates the answer leaves out: the secret
 * must not be thrown away for want of a label.
 *
 * The payload comes from `rawContent`. Without it this fails with `graph-bad-answer` and `missing: rawContent`; the
 * caller then treats the code as created with its picture lost. Turning `binaryValue` (an SVG, in every genuine trace)
 * into modules would be a second way to the payload; its place is here, in `readSecret`.
 */
export function readFreshCode(value: unknown, asked: CodeDates): Result<FreshCode> {
  const fields = unwrap(value);
  if (fields === null) return fail('graph-bad-answer', { missing: 'code' });
  const secret = readSecret(fields['image']);
  if (!secret.ok) return secret;
  const payload = secret.value;
  const code: CodeState = {
    id: asId(fields['id']) ?? readPayload(payload)?.codeId.toLowerCase() ?? '',
    startsAt: asInstant(fields['startDateTime']) ?? asked.startsAt,
    expiresAt: asInstant(fields['expireDateTime']) ?? asked.expiresAt,
    createdAt: asInstant(fields['createdDateTime']),
    lastUsedAt: asInstant(fields['lastUsedDateTime']),
  };
  return ok({ code, payload });
}

function readSecret(image: unknown): Result<Uint8Array> {
  const raw = asFields(image)?.['rawContent'];
  const payload = asBase64(raw);
  if (payload === null || payload.length === 0) return fail('graph-bad-answer', { missing: 'rawContent' });
  if (payload.length > maxPayloadBytes) return fail('graph-bad-answer', { reason: 'payload-too-long' });
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(payload);
  } catch {
    // The reference calls it text. Something else is not what a phone would read from Microsoft's own picture.
    return fail('graph-bad-answer', { reason: 'payload-not-text' });
  }
  return ok(payload);
}

/** Reads the answer of E1: a code with its secret and, as a rule, the PIN. */
export function readFreshCredential(value: unknown, asked: CodeDates): Result<FreshCredential> {
  const fields = unwrap(value);
  if (fields === null) return fail('graph-bad-answer', { missing: 'method' });
  const fresh = readFreshCode(fields['standardQRCode'], asked);
  return fresh.ok ? ok({ ...fresh.value, pin: readPin(fields['pin']) }) : fresh;
}

/** A disclosed PIN, or null: "", null and nothing all mean "not disclosed". */
export function readPin(value: unknown): string | null {
  const code = asText(unwrap(value)?.['code'], 20);
  return code !== null && /^\d+$/.test(code) ? code : null;
}

/** Reads the policy (E13); a value out of its documented range counts as not said. */
export function readPolicy(value: unknown): Result<QrPolicy> {
  const fields = unwrap(value);
  if (fields === null || asText(fields['id'])?.toLowerCase() !== 'qrcodepin') {
    return fail('graph-bad-answer', { missing: 'policy' });
  }
  const state = asText(fields['state'])?.toLowerCase();
  return ok({
    enabled: state === 'enabled' ? true : state === 'disabled' ? false : null,
    pinLength: asWhole(fields['pinLength'], 8, 20),
    standardDays: asWhole(fields['standardQRCodeLifetimeInDays'], 1, 395),
    include: readTargets(fields['includeTargets']),
    exclude: readTargets(fields['excludeTargets']),
  });
}

function readTargets(value: unknown): readonly PolicyTarget[] {
  return listOf(value).flatMap((item: Fields) => {
    const id = asId(item['id']);
    return id === null ? [] : [{ type: asText(item['targetType'], 50) ?? 'group', id }];
  });
}

/** Reads the list of a person's methods (E16): `#microsoft.graph.xAuthenticationMethod` becomes `x`. */
export function readMethodTypes(value: unknown): Result<readonly string[]> {
  const list = asFields(value)?.['value'];
  if (!Array.isArray(list)) return fail('graph-bad-answer', { missing: 'value' });
  return ok(
    listOf(list).flatMap((item: Fields) => {
      const type = asText(item['@odata.type'], 200);
      return type === null
        ? []
        : [type.replace(/^#microsoft\.graph\./, '').replace(/AuthenticationMethod$/, '')];
    }),
  );
}
