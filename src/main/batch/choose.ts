import type { BatchWish, LineReason } from '../../shared/credential/batch.ts';
import type { Holder } from '../../shared/credential/holder.ts';
import { type CredentialState, isActive, type Operation } from '../../shared/credential/kinds.ts';
import { latestExtension, lifetimeMs } from '../../shared/credential/lifetimes.ts';
import { offersFor } from '../../shared/credential/offers.ts';
import type { Intent, JobRecord } from '../spool/types.ts';

const dayMs = 86_400_000;

/** What is to be done for one holder, or why nothing is. */
export type Choice =
  { readonly operation: Operation; readonly ends: boolean } | { readonly leftOut: LineReason };

/** What this station has under way for the holder. */
export interface OpenWork {
  readonly intents: readonly Pick<Intent, 'state' | 'operation' | 'before'>[];
  readonly jobs: readonly Pick<JobRecord, 'state' | 'kind' | 'paper'>[];
}

const onTheWay = ['queued', 'sending', 'held', 'unsure'];

/**
 * The rule of a batch, holder by holder: what the wish comes to for this one. Pure. What it says is looked at again by
 * the checks of a single badge before anything is done.
 */
export function choose(
  holder: Pick<Holder, 'enabled' | 'guest'>,
  state: CredentialState | null,
  wish: BatchWish,
  work: OpenWork,
  nowMs: number,
): Choice {
  const kind = wish.kind === 'temporary' ? 'temporary' : 'standard';
  const isUnderWay = work.jobs.some(
    (job) => job.paper === 'badge' && job.kind === kind && onTheWay.includes(job.state),
  );
  if (isUnderWay && wish.kind !== 'extend') return { leftOut: 'badge-under-way' };
  switch (wish.kind) {
    case 'badge':
      return chooseBadge(holder, state, wish, work, nowMs);
    case 'temporary':
      if (isActive(state?.temporary ?? null, nowMs) && !isLost(state, 'temporary', work))
        return { leftOut: 'has-temporary' };
      return offered('temporary', holder, state, nowMs, false);
    case 'extend':
      return chooseExtension(holder, state, wish, nowMs);
  }
}

function chooseBadge(
  holder: Pick<Holder, 'enabled' | 'guest'>,
  state: CredentialState | null,
  wish: BatchWish,
  work: OpenWork,
  nowMs: number,
): Choice {
  if (state === null) return offered('first-badge', holder, state, nowMs, false);
  const works = isActive(state.standard, nowMs);
  const isFresh = works && endsMs(state) > nowMs + wish.withinDays * dayMs;
  const lost = isLost(state, 'standard', work);
  if (isFresh && !lost) return { leftOut: 'code-fresh' };
  return offered('replace', holder, state, nowMs, works && !lost);
}

/** Only a move forward is one: an extension must not take days away from anybody. */
function chooseExtension(
  holder: Pick<Holder, 'enabled' | 'guest'>,
  state: CredentialState | null,
  wish: BatchWish,
  nowMs: number,
): Choice {
  const choice = offered('extend', holder, state, nowMs, false);
  if ('leftOut' in choice || !state?.standard) return choice;
  const ends = endsMs(state);
  if (ends > nowMs + wish.withinDays * dayMs) return { leftOut: 'code-fresh' };
  const wanted = nowMs + (lifetimeMs(wish.lifetime) ?? 0);
  if (wanted <= ends) return { leftOut: 'code-fresh' };
  const reached = Math.min(wanted, latestExtension(Date.parse(state.standard.startsAt)));
  return reached - ends < dayMs ? { leftOut: 'lifetime-refused' } : choice;
}

function offered(
  operation: Operation,
  holder: Pick<Holder, 'enabled' | 'guest'>,
  state: CredentialState | null,
  nowMs: number,
  ends: boolean,
): Choice {
  const refused = offersFor(holder, state, nowMs).find((offer) => offer.operation === operation)?.refused;
  return refused ? { leftOut: refused } : { operation, ends };
}

/**
 * Whether the code that is there is one of ours whose picture never arrived: it looks fresh, and nobody has it on paper.
 */
function isLost(
  state: CredentialState | null,
  kind: 'standard' | 'temporary',
  { intents }: OpenWork,
): boolean {
  const operations: readonly Operation[] = kind === 'temporary' ? ['temporary'] : ['first-badge', 'replace'];
  return intents.some((intent) => {
    if (!operations.includes(intent.operation)) return false;
    if (intent.state === 'picture-lost' || intent.state === 'half-done') return true;
    const isOpen = intent.state === 'unknown' || intent.state === 'writing';
    return isOpen && (state?.[kind]?.id ?? null) !== (intent.before?.[kind]?.id ?? null);
  });
}

function endsMs(state: CredentialState): number {
  return state.standard === null ? 0 : Date.parse(state.standard.expiresAt);
}
