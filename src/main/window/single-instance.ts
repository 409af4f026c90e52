import type { App } from 'electron';

/**
 * True when this is the only Badge Station on this user-data folder. When false the caller ends at once, before it
 * opens a file: two would print the same jobs. `onSecond` runs when somebody starts the app again; bring the window up.
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  onSecond: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecond);
  return true;
}
