/** The part of `BrowserWindow` that is used. */
export interface GuardedWindow {
  isDestroyed(): boolean;
  setContentProtection(on: boolean): void;
  on(event: 'show' | 'restore' | 'minimize' | 'focus', listener: () => void): unknown;
}

const guarded = new WeakMap<GuardedWindow, { on: boolean }>();

/**
 * Keeps a window out of screen captures while a secret is on it (`on`), as well as the system can: Windows 10 2004 and
 * later hide it, macOS hides it from older capture interfaces, Linux has nothing like it. Best effort, never a promise.
 *
 * The setting is lost when a window is hidden or minimised (seen in other apps), so it is put back when it returns.
 */
export function guardCapture(window: GuardedWindow, on: boolean): void {
  if (window.isDestroyed()) return;
  const state = guarded.get(window);
  if (state) state.on = on;
  else watch(window, on);
  window.setContentProtection(on);
}

function watch(window: GuardedWindow, on: boolean): void {
  const state = { on };
  guarded.set(window, state);
  const again = () => {
    if (state.on && !window.isDestroyed()) window.setContentProtection(true);
  };
  for (const event of ['show', 'restore', 'minimize', 'focus'] as const) window.on(event, again);
}
