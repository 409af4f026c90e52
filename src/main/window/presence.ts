/** The parts of Electron that tell whether somebody is there. */
interface PowerMonitor {
  getSystemIdleTime(): number;
  on(event: 'suspend' | 'lock-screen', listener: () => void): unknown;
  removeListener(event: 'suspend' | 'lock-screen', listener: () => void): unknown;
}

interface InputSource {
  on(event: 'input-event', listener: () => void): unknown;
}

/**
 * Whether somebody is at this computer, and when its own lock or its sleep says that nobody is.
 *
 * `lock-screen` exists on Windows and macOS; on Linux the idle time and `suspend` remain (Electron docs, powerMonitor).
 */
export class Presence {
  readonly #power: PowerMonitor;
  readonly #listeners = new Set<() => void>();

  constructor(power: PowerMonitor) {
    this.#power = power;
  }

  /** Keys, pointer and touch in this page count as somebody being there. */
  watch(contents: InputSource): void {
    contents.on('input-event', () => {
      for (const listener of this.#listeners) listener();
    });
  }

  /** Some systems cannot say how long they have been idle; that is no reason to lock, and none not to. */
  systemIdleMs(): number {
    try {
      return this.#power.getSystemIdleTime() * 1000;
    } catch {
      return 0;
    }
  }

  onInput(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onPower(listener: (why: 'system' | 'sleep') => void): () => void {
    const onLock = () => listener('system');
    const onSuspend = () => listener('sleep');
    this.#power.on('lock-screen', onLock);
    this.#power.on('suspend', onSuspend);
    return () => {
      this.#power.removeListener('lock-screen', onLock);
      this.#power.removeListener('suspend', onSuspend);
    };
  }
}
