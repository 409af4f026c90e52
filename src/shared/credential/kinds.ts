import type { Instant } from '../ids.ts';

/** The long-lived code on a badge (1 to 395 days), or the one for a forgotten badge (1 to 12 hours). */
export type CodeKind = 'standard' | 'temporary';

/** What an operator can do to a holder's credential (docs/architecture.md, "Operations"). */
export const operations = [
  'first-badge',
  'replace',
  'temporary',
  'end-temporary',
  'extend',
  'new-pin',
  'remove',
] as const;
export type Operation = (typeof operations)[number];

/** What happens to paper and PIN in each operation; the wizard and the use cases both read this one table. */
export const operationFacts: Readonly<
  Record<Operation, { readonly prints: CodeKind | null; readonly pin: 'drawn' | 'kept' | 'reset' | 'gone' }>
> = {
  'first-badge': { prints: 'standard', pin: 'drawn' },
  replace: { prints: 'standard', pin: 'kept' },
  temporary: { prints: 'temporary', pin: 'kept' },
  'end-temporary': { prints: null, pin: 'kept' },
  extend: { prints: null, pin: 'kept' },
  'new-pin': { prints: null, pin: 'reset' },
  remove: { prints: null, pin: 'gone' },
};

/** One QR code as the directory describes it after its creation: no secret, no picture. */
export interface CodeState {
  readonly id: string;
  readonly startsAt: Instant;
  readonly expiresAt: Instant;
  readonly createdAt: Instant | null;
  /** null = never used, as far as the directory says. */
  readonly lastUsedAt: Instant | null;
}

/** A holder's QR code sign-in method as it stands: which codes exist and whether there is a PIN. */
export interface CredentialState {
  readonly standard: CodeState | null;
  readonly temporary: CodeState | null;
  readonly pin: { readonly mustChange: boolean; readonly updatedAt: Instant | null } | null;
}

/** Whether a code works at this moment. An expired code is still listed by Graph until it is deleted. */
export function isActive(code: CodeState | null, nowMs: number): boolean {
  return code !== null && Date.parse(code.expiresAt) > nowMs;
}
