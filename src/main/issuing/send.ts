import type { Intent } from '../spool/types.ts';
import { graphId, type IssuingPorts } from './ports.ts';
import type { Reconciler } from './reconcile.ts';
import type { StepName } from './steps.ts';
import type { Track } from './track.ts';
import { type StepOutcome, write } from './write.ts';

/**
 * Pauses before a create is tried again that was refused with "already exists" right after our own delete: the
 * directory's copies need some seconds to agree. That refusal came before any work, so a repeat is safe.
 */
export const ownDeletePausesMs = [1000, 2000, 4000, 8000, 15_000] as const;

/**
 * Sends the write of one step. After a deletion of our own (`mayLag`) it is patient with "already exists", but looks
 * before each further try: a network stack that repeats a request by itself can make the code that is in the way ours.
 */
export async function send(
  ports: IssuingPorts,
  intent: Intent,
  step: StepName,
  how: {
    readonly pin: string | null;
    readonly mayLag: boolean;
    readonly track: Track;
    readonly reconciler: Reconciler;
  },
): Promise<StepOutcome> {
  const { pin, mayLag, track, reconciler } = how;
  const { startsAt, expiresAt } = intent;
  const dates = startsAt !== null && expiresAt !== null ? { startsAt, expiresAt } : null;
  const writeOnce = (): Promise<StepOutcome> => {
    track.enter('writing', step);
    const input = { graphId: graphId(ports, intent.holderId), dates, pin, options: track.writeOptions() };
    return write(ports.graph, step, input);
  };
  let outcome = await writeOnce();
  if (!mayLag) return outcome;
  for (const pauseMs of ownDeletePausesMs) {
    if (outcome.kind !== 'exists') return outcome;
    const finding = await reconciler.readOnce(intent, step, track.readOptions());
    if (finding !== 'not-happened' && finding !== 'unknown') return outcome;
    track.pause('not-yet-visible', pauseMs);
    await ports.wait(pauseMs, track.signal);
    if (track.cancelled) return outcome;
    outcome = await writeOnce();
  }
  return outcome;
}
