import type { CameraAccess } from '../../shared/ipc/camera.ts';
import type { CameraSwitch } from './types.ts';

/** The parts of Electron's window and power monitor that interrupt a scan. */
export interface WatchedWindow {
  on(event: 'hide' | 'minimize' | 'closed' | 'show' | 'restore', listener: () => void): unknown;
  readonly webContents: {
    on(event: 'did-start-navigation' | 'render-process-gone', listener: () => void): unknown;
  };
}
export interface WatchedPower {
  on(event: 'lock-screen' | 'suspend' | 'unlock-screen' | 'resume', listener: () => void): unknown;
}

/**
 * Knows whether a scan with the camera is open. Only then is the page's wish for the camera granted
 * (window/permissions.ts).
 *
 * SECURITY: camera-gate (docs/security.md). The page cannot open it at will: somebody in main says for what, and keeps
 * saying whether that still holds. It shuts by itself when the window goes away, loads anew or crashes, and when the
 * system locks or sleeps. A granted camera cannot be taken back from here, so the page is told to let it rest.
 */
export class CameraGate implements CameraSwitch {
  #isStillWanted: (() => boolean) | null = null;
  /** Grows with every opening and closing: an answer of the system that comes later than the next wish is void. */
  #turn = 0;
  readonly #askSystem: () => Promise<CameraAccess>;
  readonly #listeners = new Set<(rests: boolean) => void>();
  #rests = false;

  constructor(askSystem: () => Promise<CameraAccess>) {
    this.#askSystem = askSystem;
  }

  async open(isStillWanted: () => boolean): Promise<CameraAccess> {
    this.close();
    this.#rests = false;
    const turn = this.#turn;
    // On macOS a person may think about the question for a while.
    const access = await this.#askSystem();
    if (access === 'open' && turn === this.#turn) this.#isStillWanted = isStillWanted;
    return access;
  }

  close(): void {
    this.#turn += 1;
    this.#isStillWanted = null;
  }

  onRest(listener: (rests: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asked at each of the page's wishes. Arrow function, so that it can be passed on as it is. */
  readonly isWanted = (): boolean => this.#isStillWanted?.() ?? false;

  /** Closes it from this side and tells the page to let it rest. */
  readonly rest = (): void => {
    const wasOpen = this.#isStillWanted !== null;
    this.close();
    if (!wasOpen) return;
    this.#rests = true;
    for (const listener of this.#listeners) listener(true);
  };

  /** Tells the page that it may ask again, if it was told to rest. */
  readonly wake = (): void => {
    if (!this.#rests) return;
    this.#rests = false;
    for (const listener of this.#listeners) listener(false);
  };

  /** Rests while nobody can see the window; ends with its page. */
  watch(window: WatchedWindow, power: WatchedPower): void {
    window.on('hide', this.rest);
    window.on('minimize', this.rest);
    power.on('lock-screen', this.rest);
    power.on('suspend', this.rest);
    window.on('show', this.wake);
    window.on('restore', this.wake);
    power.on('unlock-screen', this.wake);
    power.on('resume', this.wake);
    window.on('closed', () => this.close());
    window.webContents.on('did-start-navigation', () => this.close());
    window.webContents.on('render-process-gone', () => this.close());
  }
}

/** The part of Electron's `systemPreferences` that is used. */
export interface MediaPreferences {
  /** macOS and Windows only. */
  getMediaAccessStatus?(kind: 'camera'): string;
  /** macOS only. Asks the person once; afterwards the answer stands. */
  askForMediaAccess?(kind: 'camera'): Promise<boolean>;
}

/**
 * Whether the system lets this app use a camera. Windows' answer covers the switch for desktop apps; Linux has no such
 * switch. What cannot be found out counts as open: the camera itself then says no.
 */
export async function systemCameraAccess(
  platform: NodeJS.Platform,
  preferences: MediaPreferences,
): Promise<CameraAccess> {
  if (platform !== 'darwin' && platform !== 'win32') return 'open';
  const status = preferences.getMediaAccessStatus?.('camera') ?? 'unknown';
  if (status === 'denied' || status === 'restricted') return 'blocked';
  if (platform === 'darwin' && status === 'not-determined' && preferences.askForMediaAccess) {
    return (await preferences.askForMediaAccess('camera')) ? 'open' : 'blocked';
  }
  return 'open';
}
