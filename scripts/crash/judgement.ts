import type { Operation } from '../../src/shared/credential/kinds.ts';
import type { IssueView } from '../../src/shared/ipc/views.ts';
import { isTerminal, type JobView } from '../../src/shared/printing/job.ts';
import type { BookedCode, BookedPin } from '../tenant/code-book.ts';
import type { Paper } from './papers.ts';

/** Everything there is to know at one moment: what the directory holds, what lies in the tray, what the app says. */
export interface Standing {
  readonly nowMs: number;
  readonly codes: readonly BookedCode[];
  readonly pins: readonly BookedPin[];
  readonly papers: readonly Paper[];
  /** `issue.open`: what the app says is not finished. */
  readonly open: readonly IssueView[];
  /** `jobs.open` */
  readonly jobs: readonly JobView[];
  /** What was asked of the app for each holder, oldest first. */
  readonly asked: ReadonlyMap<string, readonly Asked[]>;
  /** Hashes of the PINs each holder has been shown. */
  readonly shownPins: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An operation the app was asked for; whether anything came of it is another matter. */
export interface Asked {
  readonly operation: Operation;
  readonly atMs: number;
}

/** Something that must never be. No secret in it. */
export interface Finding {
  readonly kind: 'lost' | 'double' | 'leaked';
  readonly what: string;
  /** The same thing found twice counts once. */
  readonly key: string;
}

/** A label may be on its way when its code ends. */
const onItsWayMs = 2000;

/**
 * What is wrong at this moment.
 *
 * `lost`: a code or PIN that works and is neither in somebody's hand nor an open item in the app; or a holder whose code
 * the app has ended and who has no new one, without an open item. `double`: two papers of one code, or the paper of a
 * code that had ended before.
 */
export function judge(standing: Standing): readonly Finding[] {
  return [...lostCodes(standing), ...lostPins(standing), ...gaps(standing), ...doubles(standing)];
}

function lostCodes({ codes, papers, open, jobs, nowMs }: Standing): readonly Finding[] {
  const onPaper = new Set(papers.map(({ payloadSha256 }) => payloadSha256));
  return codes
    .filter((code) => code.endedMs === null && code.expiresMs > nowMs)
    .filter((code) => code.payloadSha256 === null || !onPaper.has(code.payloadSha256))
    .filter(({ holderId, kind }) => !jobs.some((job) => isFor(job, holderId, kind) && !isTerminal(job.state)))
    .filter(({ holderId, kind }) => !open.some((item) => isAbout(item, holderId, kind)))
    .map(({ codeId, holderId, kind }) => ({
      kind: 'lost',
      key: `code ${codeId}`,
      what: `${kind} code ${codeId} of ${holderId}: no paper, and the app says nothing`,
    }));
}

function isFor(job: JobView, holderId: string, kind: BookedCode['kind']): boolean {
  return job.holderId === holderId && job.kind === kind;
}

/** Whether an open item says honestly that something is amiss with this holder's code. */
function isAbout(item: IssueView, holderId: string, kind: BookedCode['kind']): boolean {
  const says = item.state === 'picture-lost' || item.state === 'unknown' || item.state === 'half-done';
  return item.holderId === holderId && says && printsOf(item.operation) === kind;
}

function printsOf(operation: Operation): BookedCode['kind'] | null {
  if (operation === 'first-badge' || operation === 'replace') return 'standard';
  return operation === 'temporary' ? 'temporary' : null;
}

function lostPins({ pins, open, shownPins }: Standing): readonly Finding[] {
  return pins
    .filter(({ holderId, pinSha256 }) => !(shownPins.get(holderId)?.has(pinSha256 ?? '') ?? false))
    .filter(({ holderId }) => !open.some((item) => item.holderId === holderId && saysOfPin(item)))
    .map(({ holderId, setMs }) => ({
      kind: 'lost',
      key: `pin ${holderId} ${setMs}`,
      what: `the PIN of ${holderId}: set, never shown, and the app says nothing`,
    }));
}

function saysOfPin(item: IssueView): boolean {
  if (item.pinWaiting) return true;
  const setsPin = item.operation === 'new-pin' || item.operation === 'first-badge';
  return setsPin && (item.state === 'unknown' || item.state === 'picture-lost');
}

/** Holders whose code was ended to make a new one, and who have none. */
function gaps({ codes, open, jobs, asked }: Standing): readonly Finding[] {
  const found: Finding[] = [];
  for (const [holderId, wishes] of asked) {
    const operation = wishes.at(-1)?.operation;
    if (operation !== 'replace' && operation !== 'temporary') continue;
    const kind = printsOf(operation);
    const own = codes.filter((code) => code.holderId === holderId && code.kind === kind);
    const last = own.at(-1);
    if (last === undefined || own.some(({ endedMs }) => endedMs === null)) continue;
    const { endedMs } = last;
    // Ended on purpose earlier: a wish that was killed before it did anything has taken nothing away.
    const endedFor = wishes.findLast(({ atMs }) => endedMs !== null && atMs <= endedMs)?.operation;
    if (endedFor === 'end-temporary' || endedFor === 'remove') continue;
    const isSaid =
      open.some((item) => kind !== null && isAbout(item, holderId, kind)) ||
      jobs.some((job) => kind !== null && isFor(job, holderId, kind));
    if (isSaid) continue;
    const story = wishes.map((wish) => `${wish.operation} at ${wish.atMs}`).join(', ');
    const what = `${holderId} has no ${kind} code any more, and the app says nothing (ended at ${endedMs}; asked: ${story})`;
    found.push({ kind: 'lost', key: `gap ${holderId} ${last.codeId}`, what });
  }
  return found;
}

function doubles({ codes, papers }: Standing): readonly Finding[] {
  const byId = new Map(codes.map((code) => [code.codeId, code]));
  const seen = new Map<string, number>();
  const found: Finding[] = [];
  for (const { codeId, payloadSha256, printedMs } of papers) {
    const code = byId.get(codeId);
    if (code === undefined || code.payloadSha256 !== payloadSha256) {
      const what = `a paper whose content no code has (${codeId === '' ? 'unreadable' : codeId})`;
      found.push({ kind: 'double', key: `paper ${payloadSha256}`, what });
      continue;
    }
    const count = (seen.get(codeId) ?? 0) + 1;
    seen.set(codeId, count);
    // The robot asks for a copy only when no paper came out, so a second paper is one nobody accounts for.
    if (count > 1)
      found.push({ kind: 'double', key: `double ${codeId}`, what: `${count} papers of ${codeId}` });
    if (code.endedMs !== null && printedMs > code.endedMs + onItsWayMs) {
      found.push({ kind: 'double', key: `dead ${codeId}`, what: `a paper of ${codeId}, which had ended` });
    }
  }
  return found;
}
