/**
 * Only the last question counts: a new one ends the one before it, so that a directory that answers slowly is never asked
 * what somebody has typed on from, and nothing piles up while they type. The one that was ended answers `cancelled`.
 */
export function latestOnly<A, R>(
  ask: (about: A, signal: AbortSignal) => Promise<R>,
): (about: A) => Promise<R> {
  let last = new AbortController();
  return (about) => {
    last.abort();
    last = new AbortController();
    return ask(about, last.signal);
  };
}
