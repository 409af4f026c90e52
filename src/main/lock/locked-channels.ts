import type { Channel } from '../../shared/ipc/contract.ts';

/** What a locked station still answers: its lock screen, the way to open it, and the practice tenant's sign-in page. */
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
