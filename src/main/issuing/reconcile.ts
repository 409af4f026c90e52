import type { CodeState, CredentialState } from '../../shared/credential/kinds.ts';
import { sameSecond } from '../../shared/credential/lifetimes.ts';
import type { CallOptions } from '../graph/types.ts';
import type { Intent } from '../spool/types.ts';
import { graphId, type IssuingPorts } from './ports.ts';
import { isCreate, type StepName } from './steps.ts';

/**
 * What reading showed about a write whose answer was lost.
 * `happened` our write took effect · `not-happened` it certainly did not · `someone-else` another code appeared that is
 * not ours · `made-here` the code there was made by another operation of this station · `unknown` the directory could
 * not be read.
 */
export type Finding = 'happened' | 'not-happened' | 'someone-else' | 'made-here' | 'unknown';

/** What a reading needs to know of the intent. */
export type Intended = Pick<Intent, 'id' | 'holderId' | 'before' | 'startsAt' | 'expiresAt'>;

/** How many of the newest jobs are looked through for a code we know already; a holder's are among the last few. */
const recentJobs = 200;

/**
 * Pauses between readings: about 25 seconds in all, because a finished write may need some seconds to show up
 * (Microsoft's developer blog on eventual consistency, March 2026). One early positive is enough; a negative needs them all.
 */
export const readingPausesMs = [0, 2000, 4000, 8000, 11_000] as const;

/**
 * From this age on one reading tells the truth: a call with all its tries is over by then (the service ends each after
 * 60 seconds), and the directory's copies have long agreed.
 */
export const settledAfterMs = 10 * 60_000;

/** Finds out by reading what became of a write (rule R4). Never writes. */
export async function reconcile(
  ports: IssuingPorts,
  intent: Intended,
  step: StepName,
  options: CallOptions & { readonly ageMs?: number } = {},
): Promise<Finding> {
  const { ageMs = 0, ...call } = options;
  const pauses = ageMs >= settledAfterMs ? readingPausesMs.slice(0, 1) : readingPausesMs;
  let lastReading: Finding = 'unknown';
  for (const pauseMs of pauses) {
    if (pauseMs > 0) await ports.wait(pauseMs, call.signal);
    if (call.signal?.aborted === true) return 'unknown';
    lastReading = await readOnce(ports, intent, step, call);
    if (lastReading !== 'not-happened' && lastReading !== 'unknown') return lastReading;
  }
  return lastReading;
}

/** One reading. Not knowing is not the same as no: what cannot be read is `unknown`, never "nothing there". */
export async function readOnce(
  ports: IssuingPorts,
  intent: Intended,
  step: StepName,
  options: CallOptions,
): Promise<Finding> {
  const reading = await ports.graph.credential(graphId(ports, intent.holderId), options);
  if (!reading.result.ok) return 'unknown';
  const now = reading.result.value;
  const finding = judge(step, intent, now);
  if (finding !== 'happened' || !isCreate(step)) return finding;
  const code = step === 'create-temporary' ? now?.temporary : now?.standard;
  return code && isKnown(ports, intent, code) ? 'made-here' : finding;
}

/**
 * Whether another operation here has made this code, with its picture or without. Two operations of one minute can draw
 * the same second; taking the other's code for this one's would give the holder a PIN that was never set.
 */
function isKnown({ spool }: IssuingPorts, intent: Intended, code: CodeState): boolean {
  const id = code.id.toLowerCase();
  const isSealed = spool
    .history(recentJobs)
    .some((job) => job.codeId.toLowerCase() === id && job.intentId !== intent.id);
  const isLost = spool
    .openIntents()
    .some(
      (other) =>
        other.id !== intent.id &&
        other.holderId === intent.holderId &&
        other.state === 'picture-lost' &&
        isOurs(code, other),
    );
  return isSealed || isLost;
}

/** Compares one reading with what the intent meant to do. Pure; one table test per step. */
export function judge(
  step: StepName,
  intent: Pick<Intended, 'before' | 'startsAt' | 'expiresAt'>,
  now: CredentialState | null,
): Finding {
  switch (step) {
    case 'create-method':
    case 'create-standard':
      return judgeNewCode(intent.before?.standard ?? null, now?.standard ?? null, intent);
    case 'create-temporary':
      return judgeNewCode(intent.before?.temporary ?? null, now?.temporary ?? null, intent);
    case 'delete-standard':
      return judgeDeleted(intent.before?.standard ?? null, now?.standard ?? null);
    case 'delete-temporary':
      return judgeDeleted(intent.before?.temporary ?? null, now?.temporary ?? null);
    case 'delete-method':
      return now === null ? 'happened' : 'not-happened';
    case 'extend-standard':
      return sameInstant(now?.standard?.expiresAt, intent.expiresAt) ? 'happened' : 'not-happened';
    case 'reset-pin':
      // A reading never shows whether a PIN is ours. A second reset is harmless: only the last PIN counts.
      return 'unknown';
  }
}

function judgeNewCode(
  before: CodeState | null,
  now: CodeState | null,
  intent: Pick<Intended, 'startsAt' | 'expiresAt'>,
): Finding {
  if (now === null || sameId(before, now) || isOlder(now, before)) return 'not-happened';
  return isOurs(now, intent) ? 'happened' : 'someone-else';
}

/**
 * Tells our code from one that somebody else made meanwhile. The expiry carries a second drawn at random. Should the
 * service round it to the minute, which is not documented, the start tells: nobody else asks for the same second.
 */
export function isOurs(code: CodeState, intent: Pick<Intended, 'startsAt' | 'expiresAt'>): boolean {
  if (intent.expiresAt === null) return false;
  if (sameInstant(code.expiresAt, intent.expiresAt)) return true;
  const apartMs = Math.abs(Date.parse(code.expiresAt) - Date.parse(intent.expiresAt));
  return apartMs < 60_000 && sameInstant(code.startsAt, intent.startsAt);
}

function judgeDeleted(before: CodeState | null, now: CodeState | null): Finding {
  if (now === null) return 'happened';
  return sameId(before, now) || isOlder(now, before) ? 'not-happened' : 'someone-else';
}

/** A copy that lags far behind may still show what was there before the code we know: that says nothing. */
function isOlder(code: CodeState, before: CodeState | null): boolean {
  const madeMs = ({ createdAt, startsAt }: CodeState): number => Date.parse(createdAt ?? startsAt);
  return before !== null && madeMs(code) < madeMs(before);
}

function sameId(a: CodeState | null, b: CodeState | null): boolean {
  return a !== null && b !== null && a.id.toLowerCase() === b.id.toLowerCase();
}

function sameInstant(a: string | undefined, b: string | null): boolean {
  return a !== undefined && b !== null && sameSecond(Date.parse(a), Date.parse(b));
}
