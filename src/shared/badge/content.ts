import type { CodeKind } from '../credential/kinds.ts';
import type { Instant } from '../ids.ts';

/** The words a badge carries beside its QR code. Never a PIN, a date of birth or a user principal name. */
export interface BadgeContent {
  readonly kind: CodeKind;
  readonly holderName: string;
  readonly siteName: string;
  /** "Return to" line for a lost badge; empty when the site has none. */
  readonly returnTo: string;
  readonly expiresAt: Instant;
  /** Short serial that lets staff match paper to record: see `serialOf`. */
  readonly serial: string;
  /** Copy number; from 2 on it is printed, so that two papers can be told apart. */
  readonly copy: number;
  /** Everything printed in practice mode says PRACTICE. */
  readonly practice: boolean;
  /** BCP 47 language of the words on the badge, e.g. `en`, `de`, `ar`. */
  readonly locale: string;
  /** IANA time zone in which "valid until" is written, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
}

const serialAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A short serial such as `K7Q-4MX`, made from the job id by a public rule: it says nothing about the payload and
 * cannot be used to sign in. Letters that are misread for digits (0 O 1 I L U) are left out. Six letters of a
 * 30-letter alphabet: 729 million serials, so two badges of one site practically never share one.
 */
export function serialOf(jobId: string): string {
  let hash = 0x811c9dc5n;
  for (const unit of new TextEncoder().encode(jobId)) {
    hash = ((hash ^ BigInt(unit)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  let serial = '';
  for (let at = 0; at < 6; at += 1) {
    serial += serialAlphabet[Number(hash % 30n)];
    hash /= 30n;
  }
  return `${serial.slice(0, 3)}-${serial.slice(3)}`;
}
