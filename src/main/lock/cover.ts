import type { LockView } from '../../shared/ipc/lock.ts';
import type { AppSnapshot } from '../../shared/ipc/views.ts';

/** The station as a locked window may know it: language, practice or not, the lock itself, and nothing else. */
export function coverSnapshot(snapshot: AppSnapshot, lock: LockView): AppSnapshot {
  return {
    ...snapshot,
    lock,
    operator: null,
    deviceCode: null,
    storage: { ...snapshot.storage, aside: null },
    routes: { badge: [], temporary: [], pinSlip: [] },
    printers: [],
    warnings: [],
  };
}
