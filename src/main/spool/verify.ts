import { createHash, timingSafeEqual } from 'node:crypto';
import { maxPayloadBytes, readPayload } from '../../shared/credential/payload.ts';
import type { ScanVerdict } from '../../shared/printing/job.ts';
import { isOtherKeyboard } from './other-keyboard.ts';
import type { JobRecord } from './types.ts';

/** A scanner sends a few characters around the content; beyond this it is not a scan of one badge. */
const mostBytes = maxPayloadBytes + 64;
/** AIM symbology identifiers of a QR code (ISO/IEC 15424): `]Q` and a digit, when the scanner is told to send them. */
const aimPrefix = /^\]Q\d/;

/**
 * What a scan of a printed badge shows, compared with the payload of the job it should be.
 *
 * The contents are compared as SHA-256 digests in constant time. Text from a scanner that acts as a keyboard may carry
 * control characters and an AIM prefix; both are put aside. Neither scan nor payload is kept, logged or thrown.
 *
 * `match` the very content · `older-badge` another code of this holder · `another-holder` · `not-a-code` readable, but no
 * sign-in code · `other-keyboard` this badge's content with letters exchanged for others, as a scanner set to another
 * keyboard or Caps Lock does · `unreadable` nothing, or this badge's content with characters lost on the way.
 */
export function judgeScan(
  job: Pick<JobRecord, 'holderUpn'>,
  payload: Uint8Array,
  scanned: string | Uint8Array,
): ScanVerdict {
  const readings = readingsOf(scanned);
  if (readings === 'too-long') return 'not-a-code';
  if (readings.length === 0) return 'unreadable';
  // No early end: every reading is compared, whatever the one before showed.
  let matches = 0;
  for (const reading of readings) matches += isSame(reading, payload) ? 1 : 0;
  if (matches > 0) return 'match';
  if (typeof scanned === 'string' && isOtherKeyboard(bareText(scanned), payload)) return 'other-keyboard';
  for (const reading of readings) {
    const seen = readPayload(reading);
    if (seen === null) continue;
    const ours = readPayload(payload);
    if (!sameName(seen.upn, job.holderUpn)) return 'another-holder';
    return ours !== null && sameName(seen.codeId, ours.codeId) ? 'unreadable' : 'older-badge';
  }
  return 'not-a-code';
}

/** The ways a scan can be read: as it came, and without what scanners add. */
function readingsOf(scanned: string | Uint8Array): readonly Uint8Array[] | 'too-long' {
  if (typeof scanned !== 'string') {
    if (scanned.length > mostBytes) return 'too-long';
    return scanned.length === 0 ? [] : [scanned];
  }
  if (scanned.length > mostBytes) return 'too-long';
  const bare = withoutControls(scanned);
  const texts = new Set([scanned, bare, bare.replace(aimPrefix, ''), bareText(scanned)]);
  const readings: Uint8Array[] = [];
  for (const text of texts) {
    if (text.trim() === '') continue;
    readings.push(Buffer.from(text, 'utf8'));
    // A payload that is not text reaches us one character a byte.
    if (isLatin1(text)) readings.push(Buffer.from(text, 'latin1'));
  }
  return readings;
}

/** A scan without anything a scanner puts around it. */
function bareText(scanned: string): string {
  return withoutControls(scanned).replace(aimPrefix, '').trim();
}

function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '');
}

function isLatin1(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0xff) return false;
  return true;
}

function isSame(reading: Uint8Array, payload: Uint8Array): boolean {
  const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
  return timingSafeEqual(digest(reading), digest(payload));
}

function sameName(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}
