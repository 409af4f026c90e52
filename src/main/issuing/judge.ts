import type { CodeState, CredentialState } from '../../shared/credential/kinds.ts';
import { sameSecond } from '../../shared/credential/lifetimes.ts';
import type { Intent } from '../spool/types.ts';
import type { StepName } from './steps.ts';

/**
 * What reading showed about a write whose answer was lost.
 * `happened` our write took effect · `not-happened` it certainly did not · `someone-else` another code appeared that is
 * not ours · `made-here` the code there was made by another operation of this station · `unknown` the directory could
 * not be read.
 */
export type Finding = 'happened' | 'not-happened' | 'someone-else' | 'made-here' | 'unknown';

/** What a reading needs to know of the intent. */
export type Intended = Pick<Intent, 'id' | 'holderId' | 'before' | 'startsAt' | 'expiresAt'>;

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
