import { fail, ok } from '../../shared/result.ts';
import type { PracticeDoor } from '../ipc/handlers.ts';
import type { PracticeBrowser } from '../practice/browser.ts';

/** The practice sign-in page as the window's channels see it. */
export function practiceDoor(browser: PracticeBrowser): PracticeDoor {
  return {
    operators: () => browser.accounts().map(({ id, name, username, role }) => ({ id, name, username, role })),
    choose: async (operatorId) =>
      (await browser.choose(operatorId)) ? ok(undefined) : fail('sign-in-failed', { practice: true }),
    closeBrowser: () => browser.close(),
  };
}
