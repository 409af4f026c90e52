import type { BrowserWindowConstructorOptions, Session } from 'electron';

export interface WindowFacts {
  readonly isPackaged: boolean;
  readonly isDark: boolean;
  /** The built preload, one CommonJS file. */
  readonly preloadFile: string;
  /** PNG for the window and the task bar; macOS takes the one of the app bundle. */
  readonly iconFile: string;
  readonly session: Session;
}

/** Fluent UI's neutralBackground1, so that the first frame has the colour of the page. */
const background = { light: '#ffffff', dark: '#292929' };

/**
 * How the station's window is made.
 *
 * SECURITY: window-options (docs/security.md). Several of these are Electron's defaults; they are written down so that
 * a changed default changes nothing here.
 */
export function windowOptions(facts: WindowFacts): BrowserWindowConstructorOptions {
  return {
    title: 'Badge Station',
    width: 1120,
    height: 800,
    // Small enough for a 1024 × 600 counter display at 100 %.
    minWidth: 480,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: facts.isDark ? background.dark : background.light,
    icon: facts.iconFile,
    webPreferences: {
      preload: facts.preloadFile,
      session: facts.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !facts.isPackaged,
      v8CacheOptions: 'code',
    },
  };
}
