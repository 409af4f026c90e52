import { ok } from '../../shared/result.ts';
import type { DeviceCodeSession, Operator } from '../auth/types.ts';
import type { StationLock } from '../lock/station-lock.ts';
import type { HandlersOf } from './handler-types.ts';

export interface LockParts {
  readonly lock: Pick<StationLock, 'lock' | 'open' | 'locked'>;
  readonly session: Pick<DeviceCodeSession, 'operator' | 'signIn'>;
  readonly onSignedIn: () => void;
  /** Called when somebody else took the locked station over. */
  readonly onSignedOut: (operator: Operator) => void;
}

export function lockHandlers({ lock, session, onSignedIn, onSignedOut }: LockParts): HandlersOf<'lock'> {
  return {
    'lock.lock': () => {
      lock.lock('person');
      return ok(null);
    },
    'lock.unlock': async ({ someoneElse }) => {
      if (lock.locked === null) return ok(null);
      const before = session.operator;
      const hint = before === null || someoneElse ? {} : { loginHint: before.username };
      const signedIn = await session.signIn({ chooseAccount: false, fresh: true, ...hint });
      if (!signedIn.ok) return signedIn;
      if (before !== null && before.accountId !== signedIn.value.accountId) onSignedOut(before);
      lock.open();
      onSignedIn();
      return ok(null);
    },
  };
}
