import type { Channel } from '../../shared/ipc/contract.ts';

/**
 * What a locked station still answers: its lock screen, the way to open it, and the practice tenant's sign-in page. Of a
 * list nothing: it pauses before the next holder's turn (batch/run.ts), for no badge with a working code comes out of a
 * printer that nobody watches, and a person goes on with it.
 */
export const lockedChannels: ReadonlySet<Channel> = new Set<Channel>([
  // Bare while locked: no operator, no printers, no warnings.
  'app.snapshot',
  'app.usable',
  'app.openHelp',
  'lock.lock',
  'lock.unlock',
  // Only ends the wait for the browser.
  'session.cancel',
  // The window says that a PIN has left the screen; nothing comes back.
  'issue.pinHidden',
  'camera.close',
  'practice.operators',
  'practice.choose',
  'practice.closeBrowser',
]);
