import type { Holder } from '../credential/holder.ts';
import type { CodeKind, CredentialState, Operation } from '../credential/kinds.ts';
import type { Lifetime } from '../credential/lifetimes.ts';
import type { Offer } from '../credential/offers.ts';
import type { Instant } from '../ids.ts';
import type { JobView, ScanVerdict } from '../printing/job.ts';
import type { PrinterView } from '../printing/printer.ts';
import type { Failure } from '../result.ts';
import type { LockView } from './lock.ts';
import type { StorageView } from './storage.ts';

/** The signed-in operator as the window may know them. */
export interface OperatorView {
  readonly name: string;
  readonly username: string;
}

/** A sign-in that is finished on another device. */
export interface DeviceCodeView {
  readonly address: string;
  readonly code: string;
  readonly expiresAt: Instant;
}

/** What the window needs to know about the station; asked for at start and after each `snapshot` event. */
export interface AppSnapshot {
  readonly version: string;
  readonly practice: boolean;
  /** Why a real tenant is not used although one is configured; null when nothing is in the way. */
  readonly practiceReason: Failure | null;
  /** null while locked, too: a locked window knows nobody. */
  readonly operator: OperatorView | null;
  /** While this is not null the window shows the lock screen and nothing else. */
  readonly lock: LockView | null;
  readonly signingIn: boolean;
  /** What to type on another device while a sign-in by code waits; null otherwise. */
  readonly deviceCode: DeviceCodeView | null;
  /** False: the sign-in is kept in memory only, because there is no real key store here. */
  readonly keepsSignIn: boolean;
  /** How the ledger stands; while it is not open nothing can be issued. */
  readonly storage: StorageView;
  readonly siteName: string;
  readonly defaults: {
    readonly standardDays: number;
    readonly temporaryHours: number;
    readonly pinLength: number;
  };
  /** Printer ids, the usual one first. PIN slips are offered only where `pinSlip` names a printer. */
  readonly routes: {
    readonly badge: readonly string[];
    readonly temporary: readonly string[];
    readonly pinSlip: readonly string[];
  };
  readonly printers: readonly PrinterView[];
  /** Troubles found at start that a person should read: bad settings, a spool put aside, a missing key store. */
  readonly warnings: readonly Failure[];
  /** BCP 47 language for the window. */
  readonly locale: string;
  readonly timeZone: string;
}

export interface HolderList {
  readonly holders: readonly Holder[];
  readonly more: string | null;
}

export interface CredentialView {
  readonly holder: Holder;
  /** The holder is the operator: Microsoft has rules of its own for that. */
  readonly own: boolean;
  readonly state: CredentialState | null;
  readonly offers: readonly Offer[];
}

/** Names of the checks that come before anything is revoked (rule: ready before revoke). */
export const checkNames = [
  'holder',
  'licence',
  'credential',
  'role',
  'policy',
  'printer',
  'media',
  'seal',
  'disk',
  'clock',
  'open-work',
] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly name: CheckName;
  /** `unknown` = could not be found out; it does not stop the operator, but is shown. */
  readonly verdict: 'ok' | 'warning' | 'failed' | 'unknown';
  readonly failure: Failure | null;
}

/** What will happen if the operator presses the button, and whether everything is ready for it. */
export interface Plan {
  /** Ticket for `issue.run`; void after five minutes, after a change of the credential, or once used. */
  readonly planId: string;
  readonly holder: Holder;
  readonly operation: Operation;
  readonly lifetime: Lifetime | null;
  readonly expiresAt: Instant | null;
  readonly printer: PrinterView | null;
  /** Codes that stop working the moment the operator goes on. */
  readonly ends: readonly CodeKind[];
  readonly checks: readonly Check[];
  readonly ready: boolean;
}

/**
 * How an operation stands. `created`: the code exists and is sealed here. `done`: nothing more to do. `not-done`: nothing
 * changed. `picture-lost`: a code exists but its picture never reached us. `unknown`: the directory could not tell yet.
 * `half-done`: the old code has ended and no new one exists yet.
 */
export type IssueState = 'created' | 'done' | 'not-done' | 'picture-lost' | 'unknown' | 'half-done';

/** One operation for one holder, from the Graph write to the hand-over. */
export interface IssueView {
  readonly intentId: string;
  readonly state: IssueState;
  readonly operation: Operation;
  readonly holderId: string;
  readonly holderName: string;
  /** The printer that was chosen; its badge may have gone to another one since. */
  readonly printerId: string | null;
  readonly job: JobView | null;
  /** Its latest PIN slip: a job and a piece of paper of its own. */
  readonly slip: JobView | null;
  /** A PIN waits to be shown once to the holder. */
  readonly pinWaiting: boolean;
  /** It was shown on the screen, or a slip with it was sent. */
  readonly pinRevealed: boolean;
  readonly expiresAt: Instant | null;
  readonly createdAt: Instant;
  readonly failure: Failure | null;
}

export interface VerifyView {
  readonly verdict: ScanVerdict;
  readonly job: JobView;
}

export interface PinView {
  readonly pin: string;
}

/** A page that came out of the on-screen printer, as PNG bytes. Practice mode only. */
export interface ScreenPage {
  readonly jobId: string;
  readonly png: Uint8Array;
}

export interface PracticeOperator {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: string;
}

/** Milliseconds from the operator's click; null = has not happened. */
export interface Timings {
  readonly clickToDurable: number | null;
  readonly clickToFirstByte: number | null;
  readonly clickToLastByte: number | null;
}
