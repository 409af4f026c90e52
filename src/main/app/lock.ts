import path from 'node:path';
import { toInstant } from '../../shared/ids.ts';
import type { LockView } from '../../shared/ipc/lock.ts';
import type { AppSnapshot, IssueView } from '../../shared/ipc/views.ts';
import type { MsalSession } from '../auth/msal-session.ts';
import { coverSnapshot } from '../lock/cover.ts';
import { watchIdle } from '../lock/idle-watch.ts';
import { LockNote } from '../lock/lock-note.ts';
import { StationLock } from '../lock/station-lock.ts';
import type { Spool } from '../spool/types.ts';
import type { StationWorld } from './station-world.ts';

/** The lock with everything that closes it, and the snapshot a locked window gets. */
export interface LockRoom {
  readonly lock: StationLock;
  /** `open` is asked only while locked. */
  readonly cover: (snapshot: AppSnapshot, open: () => readonly IssueView[]) => AppSnapshot;
  /** Begins to watch keys, touch, sleep and the system's own lock. */
  readonly start: () => void;
  readonly stop: () => void;
}

export function makeLock(
  world: StationWorld,
  session: MsalSession,
  spool: Pick<Spool, 'openJobs' | 'audit'>,
  onChange: () => void,
): LockRoom {
  const { clock, log } = world;
  const lock = new StationLock({
    session,
    note: new LockNote(path.join(world.userDataDir, 'locked.json'), () => log.warn('lock.note-not-kept')),
    now: () => clock.now(),
    onChange: (locked) => {
      const operator = locked?.operatorName ?? session.operator?.name ?? '';
      if (locked === null) spool.audit('unlocked', {}, { operator });
      else {
        // The page lets its camera go, and could not open it again.
        world.camera?.close();
        spool.audit('locked', { why: locked.why }, { operator });
      }
      onChange();
    },
  });
  const stops: (() => void)[] = [];
  return {
    lock,
    cover(snapshot, open) {
      const { locked } = lock;
      if (locked === null) return snapshot;
      const isMoving = ({ state }: { readonly state: string }): boolean =>
        state === 'queued' || state === 'sending';
      const view: LockView = {
        why: locked.why,
        since: toInstant(locked.sinceMs),
        operatorName: locked.operatorName,
        printing: spool.openJobs().filter(isMoving).length,
        waiting: open().filter(({ job }) => job === null || !isMoving(job)).length,
      };
      return coverSnapshot(snapshot, view);
    },
    start() {
      const idleMs = world.loaded.settings.lock.idleMinutes * 60_000;
      if (world.activity !== undefined)
        stops.push(watchIdle(clock, world.activity, idleMs, () => lock.lock('idle')));
      if (world.watchPower !== undefined) stops.push(world.watchPower((why) => lock.lock(why)));
    },
    stop() {
      for (const stop of stops.splice(0)) stop();
    },
  };
}
