import type { JobReason } from '../../../shared/printing/job.ts';
import { type Failure } from '../../../shared/result.ts';
import type { Badge, BadgeMaker, Page, SlipMaker } from '../../badges/types.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log/types.ts';
import type { Printers, PrintOutcome } from '../../printing/types.ts';
import { reasonKind, reasonOf } from '../reasons.ts';
import type { JobChange, JobRecord, SpoolQueue } from '../types.ts';
import { makePage } from './page.ts';

export type Milestone = 'woken' | 'made' | 'proven' | 'first-byte' | 'last-byte';

export interface WorkerParts {
  readonly store: SpoolQueue;
  readonly printers: Printers;
  readonly badges: Pick<BadgeMaker, 'make' | 'prove'> & SlipMaker;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** The printers that may take this badge, in the order of its route; without it badges stay where they are. */
  readonly standBys?: (job: JobRecord) => readonly string[];
  /** For figures and progress only. */
  readonly onMilestone?: (jobId: string, milestone: Milestone) => void;
}

/** How a try ended, for the lane that made it. Nothing of it is in the ledger yet. */
export type TryEnd =
  /** This change is to be written; `unsure` tells the lane to ask the printer before the next job. */
  | { readonly kind: 'change'; readonly change: JobChange; readonly unsure: boolean }
  /** The printer must be waited for. */
  | {
      readonly kind: 'wait';
      readonly reason: JobReason;
      readonly fence: number;
      readonly afterMs: number | null;
    }
  /** The ledger itself could not be written or read; nothing has left. */
  | { readonly kind: 'ledger'; readonly failure: Failure }
  /** Somebody else decided about the job meanwhile, or it may not print; the ledger says what. */
  | { readonly kind: 'overtaken' };

/** Failures after which the lane simply looks at the ledger again. */
const decidedElsewhere: readonly string[] = [
  'lease-lost',
  'transition-refused',
  'job-unknown',
  'code-expired',
  'code-replaced',
];

/**
 * One try to print one queued job.
 *
 * The lease is taken by `mayStart`, right before the first byte: until then the job is `queued`, can be cancelled, moved
 * or retired, and a crash costs nothing; `sending` means that a byte may have left, and nothing less.
 */
export async function tryJob(
  parts: WorkerParts,
  job: JobRecord,
  options: { readonly askFirst: boolean; readonly signal: AbortSignal },
): Promise<TryEnd> {
  const view = parts.printers.list().find((printer) => printer.id === job.printerId);
  if (view === undefined) return stopped(job.fence, 'printer-unknown', null);
  if (options.askFirst || view.problem !== null) {
    const ready = await parts.printers.ready(job.printerId);
    if (!ready.ok) return stopped(job.fence, reasonOf(ready.failure.code), null);
  }
  return job.paper === 'badge' ? tryBadge(parts, job, options.signal) : trySlip(parts, job, options.signal);
}

async function tryBadge(parts: WorkerParts, job: JobRecord, signal: AbortSignal): Promise<TryEnd> {
  const payload = parts.store.payload(job.id);
  if (!payload.ok) return refused(job.fence, payload.failure);
  try {
    const badge = await makePage(parts, job, job.printerId, payload.value, (milestone) =>
      parts.onMilestone?.(job.id, milestone),
    );
    if (!badge.ok) return refused(job.fence, badge.failure);
    return await print(parts, job, badge.value, signal, payload.value);
  } finally {
    payload.value.fill(0);
  }
}

/** A PIN slip is drawn from the PIN alone, and must hold no QR code at all (rule R8). */
async function trySlip(parts: WorkerParts, job: JobRecord, signal: AbortSignal): Promise<TryEnd> {
  const pin = parts.store.slipPin(job.id);
  if (!pin.ok) return refused(job.fence, pin.failure);
  let page: Page | null = null;
  try {
    const canvas = parts.printers.canvas(job.printerId);
    if (!canvas.ok) return refused(job.fence, canvas.failure);
    const occasion = job.operation === 'new-pin' ? 'new' : 'first';
    const slip = await parts.badges.makeSlip(job.content, occasion, pin.value, canvas.value);
    if (!slip.ok) return refused(job.fence, slip.failure);
    ({ page } = slip.value);
    parts.onMilestone?.(job.id, 'made');
    const proven = await parts.badges.proveNoCode(page);
    if (!proven.ok) return refused(job.fence, proven.failure);
    parts.onMilestone?.(job.id, 'proven');
    return await print(parts, job, slip.value, signal);
  } finally {
    pin.value.fill(0);
    page?.bits.fill(0);
  }
}

async function print(
  parts: WorkerParts,
  job: JobRecord,
  badge: Pick<Badge, 'page'>,
  signal: AbortSignal,
  payload?: Uint8Array,
): Promise<TryEnd> {
  let leased: JobRecord | null = null;
  let refusal: Failure | null = null;
  const mayStart = (): boolean => {
    if (signal.aborted || leased !== null) return false;
    const lease = parts.store.lease(job.id, { fence: job.fence, printerId: job.printerId });
    if (lease.ok) leased = lease.value;
    else refusal = lease.failure;
    return lease.ok;
  };
  // TypeScript does not see that the callback assigns.
  const state = (): { leased: JobRecord | null; refusal: Failure | null } => ({ leased, refusal });
  let outcome: PrintOutcome;
  try {
    outcome = await parts.printers.print({
      printerId: job.printerId,
      jobId: job.id,
      badge,
      ...(payload === undefined ? {} : { payload }),
      mayStart,
      onMilestone: (milestone) => parts.onMilestone?.(job.id, milestone),
      signal,
    });
  } catch (error) {
    // The door promises not to throw; if it does, whether bytes left is unknown exactly when the lease was given.
    parts.log.warn('spool.print-threw', {
      job: job.id,
      error: error instanceof Error ? error.name : 'unknown',
    });
    const reason = state().leased === null ? 'printer-fault' : 'interrupted';
    outcome =
      state().leased === null
        ? { kind: 'not-started', reason, retryAfterMs: null }
        : { kind: 'unsure', reason, bytesSent: 0 };
  }
  return endOf(parts, job, outcome, state());
}

function endOf(
  parts: WorkerParts,
  job: JobRecord,
  outcome: PrintOutcome,
  { leased, refusal }: { readonly leased: JobRecord | null; readonly refusal: Failure | null },
): TryEnd {
  if (outcome.kind === 'not-started') {
    if (refusal !== null) return refused(job.fence, refusal);
    // Stopped by us before the first byte: the job is as it was.
    if (reasonKind(outcome.reason) === 'paper' && leased === null) return { kind: 'overtaken' };
    return stopped(leased?.fence ?? job.fence, outcome.reason, outcome.retryAfterMs);
  }
  const fence = leased?.fence ?? takeLate(parts, job);
  if (fence === null) return { kind: 'overtaken' };
  const common = { by: 'worker', fence } as const;
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'change', change: { ...common, to: 'sent' }, unsure: false };
    case 'confirmed':
      return { kind: 'change', change: { ...common, to: 'confirmed', witness: 'printer' }, unsure: false };
    case 'unsure': {
      const { reason, bytesSent } = outcome;
      return {
        kind: 'change',
        change: { ...common, to: 'unsure', reason, facts: { bytesSent } },
        unsure: true,
      };
    }
  }
}

/** A printer that printed without asking: a bug, but the paper is real and must not be printed again. */
function takeLate(parts: WorkerParts, job: JobRecord): number | null {
  parts.log.warn('spool.printed-without-lease', { job: job.id });
  const lease = parts.store.lease(job.id);
  return lease.ok ? lease.value.fence : null;
}

/** Waits when the printer mends it, holds when a person must. */
function stopped(fence: number, reason: JobReason, afterMs: number | null): TryEnd {
  switch (reasonKind(reason)) {
    case 'waits':
      return { kind: 'wait', reason, fence, afterMs };
    case 'person':
      return { kind: 'change', change: { by: 'worker', to: 'held', reason, fence }, unsure: false };
    case 'paper':
      return { kind: 'wait', reason: 'printer-fault', fence, afterMs };
  }
}

function refused(fence: number, failure: Failure): TryEnd {
  if (decidedElsewhere.includes(failure.code)) return { kind: 'overtaken' };
  if (failure.code.startsWith('spool-')) return { kind: 'ledger', failure };
  return stopped(fence, reasonOf(failure.code), null);
}
