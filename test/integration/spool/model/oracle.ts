/**
 * The ledger once more, as short as it can be said, written from the rules and not from the code. Two people who
 * disagree about a rule find out here.
 */
export interface ModelJob {
  readonly holder: number;
  readonly kind: 'standard' | 'temporary';
  /** Which issue it belongs to, in time order. */
  readonly issue: number;
  readonly expiresMs: number;
  printer: string;
  state: string;
  copy: number;
  fence: number;
  attempts: number;
  witness: string;
  hasPayload: boolean;
  /** Papers that exist, by copy. */
  readonly papers: number[];
}

export interface Model {
  nowMs: number;
  readonly jobs: ModelJob[];
  /** Whether each issue's intent is still open. */
  readonly openIssues: boolean[];
}

export const ended = ['handed-over', 'cancelled', 'expired', 'replaced'];

export function isOpen(job: ModelJob): boolean {
  return !ended.includes(job.state);
}

function end(job: ModelJob, state: string): void {
  job.state = state;
  job.hasPayload = false;
}

/** A later issue for the same holder and kind has begun and is not settled: this code may be dead. */
export function isOvertaken(model: Model, job: ModelJob): boolean {
  return model.jobs.some(
    (other) =>
      other.holder === job.holder &&
      other.kind === job.kind &&
      other.issue > job.issue &&
      model.openIssues[other.issue] === true,
  );
}

export function lease(model: Model, job: ModelJob): boolean {
  const may = job.state === 'queued' && job.expiresMs > model.nowMs && !isOvertaken(model, job);
  if (!may) return false;
  job.state = 'sending';
  job.witness = 'none';
  job.attempts += 1;
  job.fence += 1;
  return true;
}

export type Report = 'sent' | 'confirmed' | 'unsure-paper' | 'unsure-none' | 'back' | 'held';

/** What a worker with the right fence reports. Paper may come out although nobody knows. */
export function report(job: ModelJob, what: Report): boolean {
  if (job.state !== 'sending')
    return what === 'confirmed' && job.state === 'sent' ? confirm(job) : requeue(job, what);
  if (what === 'sent' || what === 'confirmed' || what === 'unsure-paper') job.papers.push(job.copy);
  job.state =
    { sent: 'sent', confirmed: 'confirmed', back: 'queued', held: 'held' }[what as string] ?? 'unsure';
  if (what === 'confirmed') job.witness = 'printer';
  return true;
}

function confirm(job: ModelJob): boolean {
  job.state = 'confirmed';
  job.witness = 'printer';
  return true;
}

/** A worker may note why a queued job waits, or hold it, without ever having had a lease. */
function requeue(job: ModelJob, what: Report): boolean {
  if (job.state !== 'queued' || (what !== 'back' && what !== 'held')) return false;
  if (what === 'held') job.state = 'held';
  return true;
}

export function cameOut(job: ModelJob): boolean {
  if (job.state !== 'unsure') return false;
  job.state = 'sent';
  job.witness = 'person';
  return true;
}

export function printAgain(model: Model, job: ModelJob): boolean {
  const may = ['sent', 'confirmed', 'verified', 'unsure'].includes(job.state) && job.expiresMs > model.nowMs;
  if (!may) return false;
  job.state = 'queued';
  job.witness = 'none';
  job.copy += 1;
  job.fence += 1;
  return true;
}

export function scan(job: ModelJob): boolean {
  const waiting = job.state === 'queued' || job.state === 'held';
  const may =
    ['sent', 'confirmed', 'unsure'].includes(job.state) ||
    (waiting && job.copy > 1) ||
    (job.state === 'sending' && job.copy === 1);
  if (!may) return false;
  if (job.state === 'queued' || job.state === 'sending') job.fence += 1;
  job.state = 'verified';
  job.witness = 'scan';
  return true;
}

export function person(job: ModelJob, what: 'park' | 'release' | 'cancel' | 'hand-over'): boolean {
  const from = {
    park: ['queued'],
    release: ['queued', 'held'],
    cancel: ['queued', 'held'],
    'hand-over': ['sent', 'confirmed', 'verified'],
  }[what];
  if (!from.includes(job.state)) return false;
  if (what === 'park') job.state = 'held';
  else if (what === 'release') job.state = 'queued';
  else end(job, what === 'cancel' ? 'cancelled' : 'handed-over');
  return true;
}

export function move(job: ModelJob, printer: string): boolean {
  if (job.state !== 'queued' && job.state !== 'held') return false;
  job.state = 'queued';
  job.printer = printer;
  job.fence += 1;
  return true;
}

/** A worker takes a badge elsewhere only while no byte of it has left and no person has it in hand. */
export function failOver(job: ModelJob, printer: string): boolean {
  return job.state === 'queued' && move(job, printer);
}

export function sweep(model: Model): number {
  const due = model.jobs.filter((job) => isOpen(job) && job.expiresMs <= model.nowMs);
  for (const job of due) {
    end(job, 'expired');
    job.fence += 1;
  }
  return due.length;
}

export function retire(model: Model, holder: number, kind: string, to: string): number {
  const dead = model.jobs.filter((job) => isOpen(job) && job.holder === holder && job.kind === kind);
  for (const job of dead) {
    end(job, to);
    job.fence += 1;
  }
  return dead.length;
}

export function restart(model: Model): void {
  for (const job of model.jobs) {
    if (job.state !== 'sending') continue;
    job.state = 'unsure';
    job.witness = 'none';
    job.fence += 1;
  }
}
