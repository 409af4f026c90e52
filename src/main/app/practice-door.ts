import { fail, ok } from '../../shared/result.ts';
import type { DeviceCodeSession } from '../auth/types.ts';
import type { PracticeDoor } from '../ipc/handlers.ts';
import type { PracticeBrowser } from '../practice/browser.ts';

/** The practice sign-in page as the window's channels see it. */
export function practiceDoor(
  browser: PracticeBrowser,
  session: Pick<DeviceCodeSession, 'deviceCode'>,
): PracticeDoor {
  return {
    operators: () => browser.accounts().map(({ id, name, username, role }) => ({ id, name, username, role })),
    choose: async (operatorId) => {
      const code = session.deviceCode;
      // While a code waits, the page plays the other device it is typed on.
      const isTaken =
        code === null ? await browser.choose(operatorId) : browser.enterCode(code.userCode, operatorId);
      return isTaken ? ok(undefined) : fail('sign-in-failed', { practice: true });
    },
    closeBrowser: () => browser.close(),
  };
}
