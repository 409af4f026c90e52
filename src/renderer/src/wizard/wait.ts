import type { IssueProgress } from '../../../shared/ipc/progress.ts';
import type { Words } from '../text/use-words.tsx';

/** A write takes a second or two. Only then is the time worth showing, and a way out worth offering. */
const longAfterMs = 4000;

export interface Wait {
  /** Whole seconds since the operator began to wait; null while that is not worth saying. */
  readonly seconds: number | null;
  readonly isLong: boolean;
  readonly canStop: boolean;
}

/** How a wait looks at this moment. A clock that was set back makes it a short one. */
export function waitOf(progress: IssueProgress | null, nowMs: number): Wait {
  if (progress === null) return { seconds: null, isLong: false, canStop: false };
  const goneMs = nowMs - Date.parse(progress.startedAt);
  const isLong = goneMs >= longAfterMs;
  const hasReason = progress.phase === 'pausing' || progress.phase === 'reading';
  return {
    seconds: isLong ? Math.floor(goneMs / 1000) : null,
    isLong,
    canStop: isLong || hasReason,
  };
}

/** `Step 2 of 2: making the new code`; null while nothing is written. */
export function stepLine(
  { step, steps }: Pick<IssueProgress, 'step' | 'steps'>,
  { text: { wait }, format }: Pick<Words, 'text' | 'format'>,
): string | null {
  if (step === null) return null;
  const at = steps.indexOf(step);
  const what = wait.steps[step];
  return steps.length < 2 || at < 0
    ? wait.only(what)
    : wait.step(format.number(at + 1), format.number(steps.length), what);
}
