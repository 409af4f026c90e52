import type { CodeState, CredentialState } from '../../shared/credential/kinds.ts';
import { sameSecond } from '../../shared/credential/lifetimes.ts';
import type { Intent } from '../spool/types.ts';
import type { IssuingPorts } from './ports.ts';
import type { StepName } from './steps.ts';

/**
 * What reading showed about a write whose answer was lost.
 * `happened` our write took effect · `not-happened` it certainly did not · `someone-else` another code appeared that is
 * not ours · `unknown` the directory could not be read.
 */
export type Finding = 'happened' | 'not-happened' | 'someone-else' | 'unknown';

/**
 * Pauses between readings: about 25 seconds in all, because a finished write may need some seconds to show up
 * (Microsoft's developer blog on eventual consistency, March 2026). One early positive is enough; a negative needs them all.
 */
export const readingPausesMs = [0, 2000, 4000, 8000, 11_000] as const;

/** Finds out by reading what became of a write (rule R4). Never writes. */
export async function reconcile(
  ports: IssuingPorts,
  intent: Pick<Intent, 'holderId' | 'before' | 'expiresAt'>,
  step: StepName,
  signal?: AbortSignal,
): Promise<Finding> {
  let lastReading: Finding = 'unknown';
  for (const pauseMs of readingPausesMs) {
    if (pauseMs > 0) await ports.wait(pauseMs, signal);
    if (signal?.aborted) return 'unknown';
    const reading = await ports.graph.credential(intent.holderId, signal ? { signal } : {});
    if (!reading.result.ok) {
      // Not knowing is not the same as no: an unreadable last answer must not count as "nothing there".
      lastReading = 'unknown';
      continue;
    }
    lastReading = judge(step, intent, reading.result.value);
    if (lastReading === 'happened' || lastReading === 'someone-else') return lastReading;
  }
  return lastReading;
}

/** Compares one reading with what the intent meant to do. Pure; one table test per step. */
export function judge(
  step: StepName,
  intent: Pick<Intent, 'before' | 'expiresAt'>,
  now: CredentialState | null,
): Finding {
  switch (step) {
    case 'create-method':
    case 'create-standard':
      return judgeNewCode(intent.before?.standard ?? null, now?.standard ?? null, intent.expiresAt);
    case 'create-temporary':
      return judgeNewCode(intent.before?.temporary ?? null, now?.temporary ?? null, intent.expiresAt);
    case 'delete-standard':
      return judgeDeleted(intent.before?.standard ?? null, now?.standard ?? null);
    case 'delete-temporary':
      return judgeDeleted(intent.before?.temporary ?? null, now?.temporary ?? null);
    case 'delete-method':
      return now === null ? 'happened' : 'not-happened';
    case 'extend-standard':
      return sameExpiry(now?.standard ?? null, intent.expiresAt) ? 'happened' : 'not-happened';
    case 'reset-pin':
      // A reading never shows whether a PIN is ours. A second reset is harmless: only the last PIN counts.
      return 'unknown';
  }
}

function judgeNewCode(before: CodeState | null, now: CodeState | null, expiresAt: string | null): Finding {
  if (now === null || sameId(before, now)) return 'not-happened';
  // The distinctive second in our expiry tells our code from one that somebody else made meanwhile.
  return sameExpiry(now, expiresAt) ? 'happened' : 'someone-else';
}

function judgeDeleted(before: CodeState | null, now: CodeState | null): Finding {
  if (now === null) return 'happened';
  return sameId(before, now) ? 'not-happened' : 'someone-else';
}

function sameId(a: CodeState | null, b: CodeState | null): boolean {
  return a !== null && b !== null && a.id.toLowerCase() === b.id.toLowerCase();
}

function sameExpiry(code: CodeState | null, expiresAt: string | null): boolean {
  return code !== null && expiresAt !== null && sameSecond(Date.parse(code.expiresAt), Date.parse(expiresAt));
}
