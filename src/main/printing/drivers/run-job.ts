import type { FailureCode } from '../../../shared/failure-codes.ts';
import type { JobReason } from '../../../shared/printing/job.ts';
import type { Media } from '../../../shared/printing/media.ts';
import type { PrinterProfile } from '../../../shared/printing/profile.ts';
import type { Line, Pace, PrintOutcome, Transport } from '../types.ts';
import { retryAfterMs, sizeOfJob } from './patience.ts';
import { Sending } from './sending.ts';
import { isLineError, Talk } from './talk.ts';
import type { Driver, JobSize, PrinterMemory, PrintTimings, Protocol, Standing } from './types.ts';

export interface DriverJob {
  readonly driver: Driver;
  readonly transport: Transport;
  readonly profile: PrinterProfile;
  readonly media: Media;
  readonly memory: PrinterMemory;
  readonly timings: PrintTimings;
  readonly pace: Pace;
  /** The finished job; `reportChanges` asks for the form in which the printer speaks up by itself. */
  readonly encode: (reportChanges: boolean) => Uint8Array;
  readonly heightMm: number;
  readonly mayStart: () => boolean;
  readonly onMilestone: (milestone: 'first-byte' | 'last-byte') => void;
  /** What the printer said before the job, or why it could not be asked. */
  readonly onStanding: (standing: Standing) => void;
  readonly signal?: AbortSignal;
}

/**
 * Takes one job to one printer: status, bytes, completion. Every wait is bounded and every end is an outcome.
 *
 * Once a byte may have left, nothing but `sent`, `confirmed` or `unsure` comes out of here (rule R5). When we give up,
 * the printer is told to forget the rest and the line is cut, so that nothing comes out later by itself.
 */
export async function runJob(job: DriverJob): Promise<PrintOutcome> {
  const opened = await job.transport.open(job.timings.connectMs);
  if (!opened.ok) {
    const reason = reasonOfOpening(opened.failure.code);
    job.onStanding({ kind: 'trouble', reason });
    return notStarted(reason);
  }
  const line = opened.value;
  try {
    return await converse(job, line);
  } finally {
    await line.close();
  }
}

/** Why a line did not open, as a reason for a job to wait. */
export function reasonOfOpening(code: FailureCode): JobReason {
  if (code === 'printer-busy') return 'busy';
  if (code === 'permission-denied') return 'permission-denied';
  if (code === 'printer-unknown') return 'printer-unknown';
  return 'offline';
}

/** One that has never answered is asked again, for it may have been swapped, but not waited for as long. */
export function askingTimings(job: Pick<DriverJob, 'memory' | 'timings'>): PrintTimings {
  const { timings, memory } = job;
  return memory.answers === false ? { ...timings, answerMs: Math.ceil(timings.answerMs / 4) } : timings;
}

/** Asks a printer for its standing on an open line, port status included. Rejects with `LineError` only. */
export async function askStanding(
  line: Line,
  protocol: Protocol,
  job: Pick<DriverJob, 'profile' | 'memory' | 'timings' | 'pace'>,
  purpose: 'job' | 'look',
): Promise<Standing> {
  const port = (await line.portStatus?.(job.timings.answerMs)) ?? null;
  const [reason] = port?.reasons ?? [];
  if (reason !== undefined) return { kind: 'trouble', reason };
  if (!line.twoWay || !job.profile.answersStatus) return { kind: 'silent' };
  const standing = await protocol.ask(purpose);
  const { memory, pace, timings } = job;
  if (standing.kind !== 'silent') {
    memory.answers = true;
    memory.silentSince = null;
    return standing;
  }
  // One that could answer before and cannot now is held by somebody else, or hangs: not the time to send a badge.
  if (memory.answers === true) {
    memory.silentSince ??= pace.now();
    if (pace.now() - memory.silentSince < timings.silenceMs) return { kind: 'trouble', reason: 'busy' };
  }
  memory.answers = false;
  return standing;
}

/** Opens a line only to ask. Never rejects on trouble with the line; that is an answer too. */
export async function askPrinter(
  job: Pick<DriverJob, 'driver' | 'transport' | 'profile' | 'media' | 'memory' | 'timings' | 'pace'>,
): Promise<Standing> {
  const opened = await job.transport.open(job.timings.connectMs);
  if (!opened.ok) return { kind: 'trouble', reason: reasonOfOpening(opened.failure.code) };
  const line = opened.value;
  try {
    const talk = new Talk(line, job.pace);
    const standing = await askStanding(
      line,
      job.driver.protocolFor({ ...job, talk, timings: askingTimings(job) }),
      job,
      'look',
    );
    await sayGoodbye(line, job.timings);
    return standing;
  } catch (error) {
    if (!isLineError(error)) throw error;
    return { kind: 'trouble', reason: 'offline' };
  } finally {
    await line.close();
  }
}

async function converse(job: DriverJob, line: Line): Promise<PrintOutcome> {
  const { timings } = job;
  const talk = new Talk(line, job.pace);
  const protocol = job.driver.protocolFor({ ...job, talk, timings: askingTimings(job) });
  let standing: Standing;
  try {
    standing = await askStanding(line, protocol, job, 'job');
    if (standing.kind !== 'trouble' && (await dropRest(job, line, protocol))) {
      standing = await askStanding(line, protocol, job, 'job');
    }
  } catch (error) {
    if (!isLineError(error)) throw error;
    standing = { kind: 'trouble', reason: 'offline' };
  }
  job.onStanding(standing);
  if (standing.kind === 'trouble') return notStarted(standing.reason);
  const talks = standing.kind === 'ready';
  const bytes = talks ? protocol.wrap(job.encode(true)) : job.encode(false);
  if (job.signal?.aborted === true) return notStarted('interrupted');
  if (!job.mayStart()) return notStarted('interrupted');

  const size = sizeOfJob(bytes.length, job.heightMm, timings);
  const sending = new Sending({ ...job, line, protocol, talk });
  const stopped = await sending.send(bytes, talks ? size : null);
  if (stopped !== null) {
    if (!sending.mayHaveLeft) return notStarted(stopped === 'stalled' ? 'busy' : 'offline');
    return giveUp(job, line, protocol, stopped, sending.bytesSent);
  }
  const end = await endOf(job, line, talks ? protocol : null, size);
  if (typeof end === 'object') return notStarted(end.neverLeft);
  if (end === 'printed') return { kind: 'confirmed' };
  if (end === 'sent') return { kind: 'sent' };
  return giveUp(job, line, protocol, end, bytes.length);
}

/**
 * Makes a printer forget the rest of a job that broke off, before the next holder's badge is sent to it. True when it was
 * told to. Where a language has no such word, or the line cannot carry one, the rest stays a risk that only the scan of
 * the badge shows.
 */
async function dropRest(job: DriverJob, line: Line, protocol: Protocol): Promise<boolean> {
  const { memory, timings } = job;
  if (!memory.mayHoldRest || protocol.cancel === null || !line.twoWay) return false;
  await line.write(protocol.cancel, timings.answerMs);
  await line.read(Math.min(200, timings.answerMs));
  memory.mayHoldRest = false;
  return true;
}

/** What can be said once all bytes were taken: `printed`, `sent`, or why nobody knows. */
async function endOf(
  job: DriverJob,
  line: Line,
  protocol: Protocol | null,
  size: JobSize,
): Promise<'printed' | 'sent' | JobReason | { readonly neverLeft: JobReason }> {
  const { timings } = job;
  try {
    let printed = false;
    if (protocol !== null) {
      const ending = await protocol.ending(size);
      if (ending.kind === 'trouble') return 'fault-while-printing';
      if (ending.kind === 'stalled') return 'stalled';
      printed = ending.kind === 'printed';
    }
    if (printed) {
      await sayGoodbye(line, timings);
      return 'printed';
    }
    await line.finish?.(line.twoWay ? timings.finishMs : timings.queueMs);
    const port = (await line.portStatus?.(timings.answerMs)) ?? null;
    return (port?.reasons.length ?? 0) > 0 ? 'fault-while-printing' : 'sent';
  } catch (error) {
    if (!isLineError(error)) throw error;
    // A queue collects the bytes and may prove that none of them went any further.
    return error.mayHaveLeft ? error.reason : { neverLeft: error.reason };
  }
}

/** After "printed" nothing that happens to the line can unprint the badge. */
async function sayGoodbye(line: Line, timings: PrintTimings): Promise<void> {
  try {
    await line.finish?.(Math.min(50, timings.answerMs));
  } catch (error) {
    if (!isLineError(error)) throw error;
  }
}

async function giveUp(
  { memory, timings }: DriverJob,
  line: Line,
  protocol: Protocol,
  reason: JobReason,
  bytesSent: number,
): Promise<PrintOutcome> {
  memory.mayHoldRest = true;
  if (protocol.cancel !== null && reason !== 'vanished') {
    try {
      await line.write(protocol.cancel, timings.answerMs);
      // A moment for it to get out before the line is cut.
      if (line.twoWay) await line.read(Math.min(200, timings.answerMs));
      memory.mayHoldRest = false;
    } catch (error) {
      if (!isLineError(error)) throw error;
    }
  }
  return { kind: 'unsure', reason, bytesSent };
}

function notStarted(reason: JobReason): PrintOutcome {
  return { kind: 'not-started', reason, retryAfterMs: retryAfterMs(reason) };
}
