import { fail, ok, type Result } from '../result.ts';

/** The largest payload a QR symbol can carry in byte mode: version 40, level L (ISO/IEC 18004, table 7). */
export const maxPayloadBytes = 2953;

/**
 * What can be read from a sign-in payload without knowing its key.
 *
 * The layout is not documented by Microsoft. What was seen in public: UTF-8 text, parts joined by `|`: a marker
 * `ms-qrpin:v1`, the holder's user principal name, the id of the QR code, the key. We keep the bytes as they are and
 * only look for these parts; a payload in another layout prints all the same, but its holder cannot be checked.
 */
export interface PayloadFacts {
  readonly marker: string;
  readonly upn: string;
  readonly codeId: string;
}

/** Takes the marker, name and code id out of a payload; null when it has another layout. */
export function readPayload(payload: Uint8Array): PayloadFacts | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(payload);
  } catch {
    return null;
  }
  const parts = text.split('|');
  const [marker, upn, codeId] = parts;
  if (parts.length < 4 || !marker || !upn || !codeId) return null;
  if (!/^ms-qrpin:v\d+$/i.test(marker) || !upn.includes('@')) return null;
  return { marker, upn, codeId };
}

/**
 * Whether a text holds the content of a badge's code, or its beginning: also as scanners garble it that are set to another
 * keyboard (`msßqrpin`, `,s)arpin`). Such a text is a secret and is neither shown nor kept.
 */
export function holdsMarker(text: string): boolean {
  return /.s[^\p{L}\d ]{1,2}.rpin|.sß.rpin/iu.test(text);
}

/**
 * Checks that a payload belongs to the holder on screen (rule: the holder on screen is the holder on paper).
 *
 * Names are compared without regard to case, as the directory does. A payload whose layout is unknown passes with
 * `checked: false`: refusing it would stop every badge the day Microsoft changes the layout.
 */
export function checkPayloadHolder(
  payload: Uint8Array,
  holderUpn: string,
): Result<{ readonly checked: boolean }> {
  if (payload.length === 0 || payload.length > maxPayloadBytes) {
    return fail('payload-invalid', { bytes: payload.length });
  }
  const facts = readPayload(payload);
  if (facts === null) return ok({ checked: false });
  const same = facts.upn.normalize('NFC').toLowerCase() === holderUpn.normalize('NFC').toLowerCase();
  return same ? ok({ checked: true }) : fail('holder-mismatch');
}
