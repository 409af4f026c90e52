import { BrowserWindow } from 'electron';
import { startUrl } from './scheme.ts';
import { windowOptions, type WindowFacts } from './window-options.ts';

export interface OpenedWindow {
  readonly window: BrowserWindow;
  /** Settles when the page has loaded; rejects when it could not be loaded at all. */
  readonly loaded: Promise<void>;
}

/**
 * Opens the station's window. It stays hidden until its first frame is painted. `register` gets the page's contents
 * before anything of it runs, so that its first request finds main ready (TrustedSenders.add).
 */
export function openMainWindow(
  facts: WindowFacts,
  register: (contents: BrowserWindow['webContents']) => void,
): OpenedWindow {
  const window = new BrowserWindow(windowOptions(facts));
  register(window.webContents);
  window.once('ready-to-show', () => window.show());
  return { window, loaded: window.loadURL(startUrl) };
}

/** Brings a window up from behind others or from the task bar. */
export function bringUp(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
