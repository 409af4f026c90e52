import { BrowserWindow, session } from 'electron';
import type { Log } from '../log/types.ts';
import type { PagePrinter } from '../printing/types.ts';
import { hardenSession } from '../window/harden-session.ts';
import { WindowPagePrinter } from '../window/page-printer.ts';

/** Electron's print for printers that only the system's driver understands. Call after the app is ready. */
export function systemPages(log: Log): PagePrinter {
  // SECURITY: paper-window (docs/security.md). In memory, and hardened as packaged: no development server, no camera.
  const papers = session.fromPartition('papers', { cache: false });
  hardenSession(papers, { isPackaged: true, cameraIsWanted: () => false, devServerUrl: null, log });
  return new WindowPagePrinter({ openWindow: (options) => new BrowserWindow(options), session: papers, log });
}
