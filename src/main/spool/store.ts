import type { CodeKind } from '../../shared/credential/kinds.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type ExportFormat, exportOf } from './audit/export.ts';
import { maxHistory, rowCount } from './database/rows.ts';
import { HistoryFinder } from './history/finder.ts';
import { trailOf } from './history/trail.ts';
import { idFromText } from './ids.ts';
import { SqliteBatches } from './batches.ts';
import * as intentMoves from './intent-moves.ts';
import * as jobMoves from './job-moves.ts';
import type { Parts } from './parts.ts';
import * as slips from './slips.ts';
import * as sweeps from './sweeps.ts';
import type {
  AuditEntry,
  AuditFacts,
  AuditPoint,
  BatchLineRef,
  BatchStore,
  Intent,
  IntentState,
  JobChange,
  JobRecord,
  NewIntent,
  NewJob,
  NewSlip,
  PastPage,
  PastQuery,
  PruneReport,
  SealState,
  Spool,
  TrailVerdict,
} from './types.ts';
import * as upkeep from './upkeep.ts';

/** The spool on SQLite. Made by `openSpool`. */
export class SqliteSpool implements Spool {
  readonly #parts: Parts;
  readonly #close: () => void;
  readonly #listeners: Set<(jobId: string) => void>;
  readonly setAsideAs: string | null;
  #finder: HistoryFinder | null = null;
  readonly batches: BatchStore;

  constructor(
    parts: Parts,
    listeners: Set<(jobId: string) => void>,
    close: () => void,
    setAsideAs: string | null,
  ) {
    this.#parts = parts;
    this.setAsideAs = setAsideAs;
    this.batches = new SqliteBatches(parts);
    this.#listeners = listeners;
    this.#close = close;
  }

  get keepsSecrets(): boolean {
    return this.#parts.keys.state === 'kept';
  }

  get sealState(): SealState {
    return this.#parts.keys.state;
  }

  planIntent(intent: NewIntent, line?: BatchLineRef): Result<Intent> {
    return intentMoves.planIntent(this.#parts, intent, line);
  }

  noteIntent(
    intentId: string,
    change: {
      readonly state: IntentState;
      readonly step?: string | null;
      readonly pin?: string;
      readonly facts?: AuditFacts;
    },
  ): Result<Intent> {
    return intentMoves.noteIntent(this.#parts, intentId, change);
  }

  enqueue(intentId: string, job: NewJob, options: jobMoves.EnqueueOptions = {}): Result<JobRecord> {
    return jobMoves.enqueue(this.#parts, intentId, job, options);
  }

  intent(intentId: string): Intent | null {
    const rowId = idFromText('i', intentId);
    return rowId === null ? null : this.#read(() => this.#parts.intents.one(rowId)?.intent ?? null);
  }

  openIntents(): readonly Intent[] {
    return this.#read(() => this.#parts.intents.open().map(({ intent }) => intent));
  }

  openIntentsOf(holderId: string): readonly Intent[] {
    return this.#read(() => this.#parts.intents.openOf(holderId).map(({ intent }) => intent));
  }

  openIntentsIn(states: readonly IntentState[]): readonly Intent[] {
    return this.#read(() => this.#parts.intents.openIn(states).map(({ intent }) => intent));
  }

  idleIntents(): readonly Intent[] {
    return this.#read(() => this.#parts.intents.idle().map(({ intent }) => intent));
  }

  job(jobId: string): JobRecord | null {
    const rowId = idFromText('j', jobId);
    return rowId === null ? null : this.#read(() => this.#parts.jobs.one(rowId)?.record ?? null);
  }

  openJobs(): readonly JobRecord[] {
    return this.#read(() => this.#parts.jobs.open().map(({ record }) => record));
  }

  openJobsOf(holderId: string): readonly JobRecord[] {
    return this.#read(() => this.#parts.jobs.openOfHolder(holderId).map(({ record }) => record));
  }

  jobsOfIntent(intentId: string): readonly JobRecord[] {
    const rowId = idFromText('i', intentId);
    if (rowId === null) return [];
    return this.#read(() => this.#parts.jobs.ofIntent(rowId).map(({ record }) => record));
  }

  history(limit: number, beforeJobId?: string): readonly JobRecord[] {
    const before = beforeJobId === undefined ? Number.MAX_SAFE_INTEGER : idFromText('j', beforeJobId);
    if (before === null) return [];
    const count = rowCount(limit, maxHistory);
    return this.#read(() => this.#parts.jobs.history(count, before).map(({ record }) => record));
  }

  nextQueued(printerId: string): JobRecord | null {
    const { jobs } = this.#parts;
    return this.#read(() => {
      let job = jobs.nextQueued(printerId, 0);
      while (job !== null && intentMoves.isOvertaken(this.#parts, job)) {
        job = jobs.nextQueued(printerId, job.rowId);
      }
      return job?.record ?? null;
    });
  }

  nextExpiryMs(): number | null {
    return this.#read(() => this.#parts.jobs.nextExpiry());
  }

  lease(
    jobId: string,
    expected: { readonly fence?: number; readonly printerId?: string } = {},
  ): Result<JobRecord> {
    return jobMoves.lease(this.#parts, jobId, expected);
  }

  change(jobId: string, change: JobChange): Result<JobRecord> {
    return jobMoves.change(this.#parts, jobId, change);
  }

  queueCopy(jobId: string, note: string, options: jobMoves.DecisionOptions = {}): Result<JobRecord> {
    return jobMoves.queueCopy(this.#parts, jobId, note, options);
  }

  moveJob(
    jobId: string,
    printerId: string,
    options: Parameters<Spool['moveJob']>[2] = {},
  ): Result<JobRecord> {
    return jobMoves.moveJob(this.#parts, jobId, printerId, options);
  }

  payload(jobId: string): Result<Uint8Array> {
    return jobMoves.payloadOf(this.#parts, jobId);
  }

  queueSlip(intentId: string, slip: NewSlip, operator: string | null = null): Result<JobRecord> {
    return slips.queueSlip(this.#parts, intentId, slip, operator);
  }

  slipPin(jobId: string): Result<Uint8Array> {
    return slips.slipPin(this.#parts, jobId);
  }

  pin(intentId: string, operator: string | null = null): Result<string> {
    return intentMoves.revealPin(this.#parts, intentId, operator);
  }

  dropPin(intentId: string, note: string): Result<Intent> {
    return slips.dropPin(this.#parts, intentId, note);
  }

  closeIntent(intentId: string, facts?: AuditFacts): Result<Intent> {
    return intentMoves.closeIntent(this.#parts, intentId, facts);
  }

  expireJobs(nowMs: number): Result<readonly JobRecord[]> {
    return sweeps.expireJobs(this.#parts, nowMs);
  }

  wipeUnprinted(beforeMs: number): Result<readonly JobRecord[]> {
    return sweeps.wipeUnprinted(this.#parts, beforeMs);
  }

  retireJobs(
    holderId: string,
    kind: CodeKind,
    to: 'replaced' | 'cancelled',
    note: string,
  ): Result<readonly JobRecord[]> {
    return sweeps.retireJobs(this.#parts, holderId, kind, to, note);
  }

  recover(): Result<readonly JobRecord[]> {
    return sweeps.recover(this.#parts);
  }

  audit(
    event: string,
    facts: AuditFacts,
    ids: { readonly intentId?: string; readonly jobId?: string; readonly operator?: string } = {},
  ): Result<void> {
    return this.#parts.db.write(() => {
      this.#parts.audit.append({
        atMs: this.#parts.clock.now(),
        event,
        facts,
        // An id that is none of ours is left out: the entry counts, not the link.
        intentId: ids.intentId === undefined ? null : idFromText('i', ids.intentId),
        jobId: ids.jobId === undefined ? null : idFromText('j', ids.jobId),
        operator: ids.operator ?? null,
      });
      return ok(undefined);
    });
  }

  auditTrail(limit: number): readonly AuditEntry[] {
    return this.#read(() => this.#parts.audit.trail(limit));
  }

  verifyAudit(): number | null {
    return this.#read(() => this.#parts.audit.findBreak()?.seq ?? null);
  }

  exportAudit(format: ExportFormat): IterableIterator<string> {
    return exportOf(this.#parts.audit, format);
  }

  findPast(query: PastQuery, limit: number): PastPage {
    return this.#read(() => {
      this.#finder ??= new HistoryFinder(this.#parts);
      return this.#finder.find(query, rowCount(limit, maxHistory));
    });
  }

  trailOf(intentId: string): readonly AuditEntry[] {
    return this.#read(() => trailOf(this.#parts, intentId));
  }

  checkTrail(): Generator<number, TrailVerdict> {
    return this.#parts.audit.check();
  }

  auditHead(): AuditPoint {
    return this.#read(() => this.#parts.audit.head());
  }

  keyMadeMs(): number | null {
    return this.#read(() => this.#parts.keys.madeMs());
  }

  rotateKey(): Result<number> {
    return upkeep.rotateKey(this.#parts);
  }

  renewSeal(operator?: string): Result<readonly JobRecord[]> {
    return upkeep.renewSeal(this.#parts, operator);
  }

  prune(beforeMs: number): Result<PruneReport> {
    return upkeep.prune(this.#parts, beforeMs);
  }

  checkFile(): Result<void> {
    return upkeep.checkFile(this.#parts);
  }

  onChange(listener: (jobId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
    this.#close();
  }

  #read<T>(work: () => T): T {
    return this.#parts.db.read(work);
  }
}
