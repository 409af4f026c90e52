import type { BadgeContent } from '../../shared/badge/content.ts';
import type { BatchLineRef, BatchStore } from './batch-types.ts';
import type { CodeKind, CredentialState, Operation } from '../../shared/credential/kinds.ts';
import type { Instant } from '../../shared/ids.ts';
import type { JobReason, JobState, JobView, Witness } from '../../shared/printing/job.ts';
import type { Result } from '../../shared/result.ts';
import type { AuditEntry, AuditFacts, AuditPoint, TrailVerdict } from './audit/types.ts';

export type { AuditEntry, AuditFacts, AuditPoint, TrailVerdict } from './audit/types.ts';

export type * from './batch-types.ts';

/** Wraps the spool's data key with the operating system's key store. `null` = no real key store here. */
export interface KeyWrap {
  readonly name: string;
  wrap(key: Uint8Array): Uint8Array;
  /** Throws when the wrapped key was made by another user or machine. */
  unwrap(wrapped: Uint8Array): Uint8Array;
}

/**
 * Where an intent stands.
 * `planned` durable, nothing sent · `writing` a Graph write may be under way · `created` the answer is sealed here ·
 * `done` closed, nothing secret left · `not-done` certain that nothing happened · `picture-lost` a code was created but
 * its picture never reached us · `unknown` the directory could not yet tell ·
 * `half-done` the old code has ended and no new one exists yet: to be finished before anything else.
 */
export const intentStates = [
  'planned',
  'writing',
  'created',
  'done',
  'not-done',
  'picture-lost',
  'unknown',
  'half-done',
] as const;
export type IntentState = (typeof intentStates)[number];

/** The durable note written before a Graph write (rule R2). */
export interface Intent {
  readonly id: string;
  readonly operation: Operation;
  readonly holderId: string;
  readonly holderName: string;
  readonly holderUpn: string;
  readonly operatorId: string;
  readonly operatorName: string;
  /** What the directory said before; null = no method. Ids only, no secret. */
  readonly before: CredentialState | null;
  readonly startsAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly printerId: string | null;
  readonly reason: string | null;
  readonly state: IntentState;
  /** Step within the operation that was last begun, e.g. `delete-standard`, `create-standard`. */
  readonly step: string | null;
  /** Whether a PIN waits to be handed over. */
  readonly hasPin: boolean;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

export type NewIntent = Omit<Intent, 'id' | 'state' | 'step' | 'hasPin' | 'createdAt' | 'changedAt'> & {
  /** The first PIN, drawn before the write so that a lost answer cannot lose it; sealed at once. */
  readonly pin: string | null;
  /** An operation whose waiting PIN moves over to this one, without leaving the spool. */
  readonly pinFrom?: string | null;
};

/** What is needed to print a badge later, apart from the payload. */
export interface NewJob {
  readonly kind: CodeKind;
  readonly codeId: string;
  readonly printerId: string;
  readonly content: Omit<BadgeContent, 'serial' | 'copy'>;
  readonly payload: Uint8Array;
}

/** A PIN slip to print: where to, and the words beside the PIN. `expiresAt` says when it is wiped if nobody came. */
export type NewSlip = Pick<NewJob, 'printerId' | 'content'>;

/** A job with what the worker needs; the payload is fetched apart, when it is used. */
export interface JobRecord extends JobView {
  readonly holderUpn: string;
  readonly codeId: string;
  readonly content: BadgeContent;
  readonly fence: number;
}

/** What to look for among the operations of the past. */
export interface PastQuery {
  /** Part of a name, a user name or a serial; empty for all. */
  readonly text: string;
  readonly sinceMs: number;
  /** Id of the intent the page before ended with; null for the newest. */
  readonly before: string | null;
  readonly keeps: (item: PastOperation) => boolean;
}

/** An operation with its badge, if it had one. */
export interface PastOperation {
  readonly intent: Intent;
  readonly badge: JobRecord | null;
}

/** `more`: where to go on; null when everything was looked at. A page may be short and still have more behind it. */
export interface PastPage {
  readonly items: readonly PastOperation[];
  readonly more: string | null;
}

/** `kept`: secrets outlive this run. `memory`: they do not. `broken`: the stored key does not open. */
export type SealState = 'kept' | 'memory' | 'broken';

/** What retention deleted. */
export interface PruneReport {
  readonly jobs: number;
  readonly intents: number;
  readonly auditEntries: number;
}

/** One change of a job's state. The ledger's table decides whether it is allowed. */
export interface JobChange {
  readonly to: JobState;
  readonly reason?: JobReason | null;
  readonly witness?: Witness;
  /** Why a person decided so, e.g. the reason for a second copy. */
  readonly note?: string;
  /** Must equal the job's fence when given, else `lease-lost`: a late worker cannot overwrite a newer decision. */
  readonly fence?: number;
  readonly retryAt?: Instant | null;
  readonly facts?: AuditFacts;
  /** Who asks. When left out: `scan` and `person` by their witness, `worker` by its fence, else `person`. */
  readonly by?: 'worker' | 'person' | 'scan';
  /** Name of the person who decided, for the audit trail. */
  readonly operator?: string;
}

/**
 * Durable jobs and intents (SQLite, WAL, synchronous FULL). Every method is one transaction that also writes the audit
 * entry; a returned `ok` means it is on disk. Failures: `spool-unwritable`, `spool-corrupt`, `transition-refused`,
 * `lease-lost`, `job-unknown`, `intent-unknown`, `seal-unavailable`, `seal-broken`, `payload-gone`, `pin-gone`.
 */
export interface SpoolStore {
  /** Whether sealed secrets outlive this run (a real key store wraps the key) or are kept for this run only. */
  readonly keepsSecrets: boolean;
  /** `line`: the waiting line of a batch it is for, which is `begun` from then on, in the same transaction. */
  planIntent(intent: NewIntent, line?: BatchLineRef): Result<Intent>;
  /** Moves an intent on; `pin` seals a PIN that came with an answer, in the same transaction. */
  noteIntent(
    intentId: string,
    change: {
      readonly state: IntentState;
      readonly step?: string | null;
      readonly pin?: string;
      readonly facts?: AuditFacts;
    },
  ): Result<Intent>;
  /** Seals the payload (and a PIN that came with it), marks the intent `created` and adds the job: one transaction (rule R3). */
  enqueue(
    intentId: string,
    job: NewJob,
    options?: { readonly pin?: string; readonly facts?: AuditFacts },
  ): Result<JobRecord>;
  intent(intentId: string): Intent | null;
  /** Intents that are not `done` or `not-done`, oldest first. */
  openIntents(): readonly Intent[];
  /** The same for one holder; costs next to nothing when a thousand others are open. */
  openIntentsOf(holderId: string): readonly Intent[];
  openIntentsIn(states: readonly IntentState[]): readonly Intent[];
  /** Open intents none of whose jobs is open: what may have nothing left to do. */
  idleIntents(): readonly Intent[];
  job(jobId: string): JobRecord | null;
  /** Jobs not in a terminal state, oldest first. */
  openJobs(): readonly JobRecord[];
  openJobsOf(holderId: string): readonly JobRecord[];
  jobsOfIntent(intentId: string): readonly JobRecord[];
  /** Newest first. */
  history(limit: number, beforeJobId?: string): readonly JobRecord[];
  /** Takes the lease: `queued` → `sending`, fence + 1. Fails when the job is no longer queued. */
  lease(jobId: string): Result<JobRecord>;
  change(jobId: string, change: JobChange): Result<JobRecord>;
  /** Second copy of an `unsure` badge, as the ledger's rule allows: same job, copy + 1, `queued`, with a reason. */
  queueCopy(jobId: string, note: string): Result<JobRecord>;
  /** The payload, unsealed for this moment only; refused for a PIN slip. The caller wipes it (`fill(0)`) after use. */
  payload(jobId: string): Result<Uint8Array>;
  /** Adds a PIN slip of an intent's waiting PIN, as a job of its own; `pin-gone`, `transition-refused` while one is open. */
  queueSlip(intentId: string, slip: NewSlip, operator?: string | null): Result<JobRecord>;
  /** A slip's PIN as ASCII digits, for this moment only; refused for a badge. The caller wipes it. */
  slipPin(jobId: string): Result<Uint8Array>;
  /** The PIN, unsealed for this moment only. Recorded in the audit trail as revealed. */
  pin(intentId: string): Result<string>;
  /**
   * Erases a PIN that no longer counts (a newer one was set, or another intent took it over) and closes its slips as
   * `replaced`; the intent stays as it is.
   */
  dropPin(intentId: string, note: string): Result<Intent>;
  /** Erases the PIN and closes the intent: nothing secret of it is left anywhere in the files. */
  closeIntent(intentId: string, facts?: AuditFacts): Result<Intent>;
  /** Closes jobs whose code has expired (rule R6). Returns the closed ones. */
  expireJobs(nowMs: number): Result<readonly JobRecord[]>;
  /** Closes every open job of a holder's earlier code of this kind: its code was replaced or ended (rule R6). */
  retireJobs(
    holderId: string,
    kind: CodeKind,
    to: 'replaced' | 'cancelled',
    note: string,
  ): Result<readonly JobRecord[]>;
  /** At start: jobs found in `sending` become `unsure(interrupted)`. */
  recover(): Result<readonly JobRecord[]>;
  /** Writes an audit entry that belongs to no job change, e.g. a sign-in or a failed check. */
  audit(
    event: string,
    facts: AuditFacts,
    ids?: { readonly intentId?: string; readonly jobId?: string; readonly operator?: string },
  ): Result<void>;
  auditTrail(limit: number): readonly AuditEntry[];
  /** Recomputes the hash chain; the first broken entry, or null when it is whole. */
  verifyAudit(): number | null;
  onChange(listener: (jobId: string) => void): () => void;
  close(): void;
}

/** What the worker needs beside the store: the next job, and a lease that only holds for what it has prepared. */
export interface SpoolQueue extends SpoolStore {
  /** The oldest queued job of a printer that may print: one whose code a later operation may have ended is passed over. */
  nextQueued(printerId: string): JobRecord | null;
  /** When the first code of an open job expires, in milliseconds since 1970; null when nothing is open. */
  nextExpiryMs(): number | null;
  /** Refused with `lease-lost` when fence or printer are no longer as expected; `code-expired`, `code-replaced` by rule R6. */
  lease(
    jobId: string,
    expected?: { readonly fence?: number; readonly printerId?: string },
  ): Result<JobRecord>;
  /**
   * Sends a `queued` or `held` job to another printer; the page is made anew there. A worker may move `queued` ones only.
   * With `fence`, `lease-lost` when somebody else decided meanwhile.
   */
  moveJob(
    jobId: string,
    printerId: string,
    options?: {
      readonly by?: 'worker' | 'person';
      readonly fence?: number;
      readonly operator?: string;
      readonly facts?: AuditFacts;
    },
  ): Result<JobRecord>;
}

/** The whole spool, as app.ts holds it: store, queue and upkeep. */
export interface Spool extends SpoolQueue {
  readonly batches: BatchStore;
  readonly sealState: SealState;
  /** Name of the damaged file that was put aside when this one was opened; null when none was. */
  readonly setAsideAs: string | null;
  /** A second copy, also from `sent`, `confirmed` and `verified` (a smudged badge), and also to another printer. */
  queueCopy(
    jobId: string,
    note: string,
    options?: { readonly operator?: string; readonly facts?: AuditFacts; readonly printerId?: string },
  ): Result<JobRecord>;
  pin(intentId: string, operator?: string | null): Result<string>;
  /** Retention of what was never printed: closes and wipes waiting badges stored before this. Answers them. */
  wipeUnprinted(beforeMs: number): Result<readonly JobRecord[]>;
  /** New data key, every open secret sealed anew under it; answers how many. */
  rotateKey(): Result<number>;
  /** When the data key in use was made, in milliseconds since 1970; null while the seal is broken. */
  keyMadeMs(): number | null;
  /** Way out of a `broken` seal, after a person agreed: a new key; jobs under the old one are held with `seal-lost`. */
  renewSeal(operator?: string): Result<readonly JobRecord[]>;
  /** Retention: deletes closed jobs, closed intents and audit entries older than this; the chain stays verifiable. */
  prune(beforeMs: number): Result<PruneReport>;
  /** Operations of the past, newest first; looks at a bounded number of them. */
  findPast(query: PastQuery, limit: number): PastPage;
  /** The audit entries of one operation and its papers, oldest first. */
  trailOf(intentId: string): readonly AuditEntry[];
  /** Checks the whole audit trail in small steps, so that the caller can do other things in between. */
  checkTrail(): Generator<number, TrailVerdict>;
  /** The newest entry of the audit trail. Kept elsewhere it shows later whether entries were cut off (audit/anchor.ts). */
  auditHead(): AuditPoint;
  /** The whole audit trail, oldest first, piece by piece. */
  exportAudit(format: 'csv' | 'json'): IterableIterator<string>;
  /** Checks the structure of the whole file. */
  checkFile(): Result<void>;
}
