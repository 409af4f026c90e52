import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { Channel, ReplyOf, RequestOf } from '../../src/shared/ipc/contract.ts';
import { runtimeArgs } from '../sandbox.mjs';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const preload = fileURLToPath(new URL('preload.cjs', import.meta.url));

export interface LifePlace {
  readonly userDataDir: string;
  /** For the app's temporary files alone. */
  readonly tempDir: string;
  /** Outside of both: what the harness itself leaves. */
  readonly pidFile: string;
  readonly stationFile: string;
  /** How far the app's clock is ahead of the machine's, in milliseconds. */
  readonly aheadMs: number;
}

/** One run of the real app, from start to SIGKILL, spoken to through the bridge of its own window. */
export class AppLife {
  readonly #place: LifePlace;
  #electron: ElectronApplication | null = null;
  #page: Page | null = null;
  #pid: number | null = null;
  #failed = false;

  constructor(place: LifePlace) {
    this.#place = place;
    for (const file of [place.pidFile, `${place.pidFile}.url`]) rmSync(file, { force: true });
  }

  /** Resolves as soon as the process exists, which is before `open` does; also when it never will. */
  async born(): Promise<void> {
    const { pidFile } = this.#place;
    while (!isWritten(pidFile)) {
      if (this.#failed) return;
      await pause(3);
    }
    this.#pid = Number(readFileSync(pidFile, 'utf8'));
  }

  /** Starts the app and waits for its window. Rejects when it is killed meanwhile. */
  async open(): Promise<void> {
    try {
      await this.#launch();
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }

  async #launch(): Promise<void> {
    const { userDataDir, tempDir, pidFile, stationFile, aheadMs } = this.#place;
    this.#electron = await _electron.launch({
      args: [
        '-r',
        preload,
        ...runtimeArgs(),
        projectDir,
        `--user-data-dir=${userDataDir}`,
        `--station=${stationFile}`,
        '--unattended',
      ],
      cwd: projectDir,
      timeout: 30_000,
      env: {
        ...definedOnly(process.env),
        TMPDIR: tempDir,
        BADGE_CRASH_PID_FILE: pidFile,
        BADGE_CRASH_AHEAD_MS: String(aheadMs),
      },
    });
    this.#page = await this.#electron.firstWindow();
  }

  /** The address the app has opened in the browser, or null. */
  openedUrl(): string | null {
    const file = `${this.#place.pidFile}.url`;
    return isWritten(file) ? readFileSync(file, 'utf8') : null;
  }

  /** Asks main as the window does. */
  async call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> {
    if (this.#page === null) throw new Error('The app is not open');
    const reply = await this.#page.evaluate(
      ([name, asked]) => {
        const { badgeStation } = window as unknown as {
          badgeStation: { call(channel: unknown, request: unknown): Promise<unknown> };
        };
        return badgeStation.call(name, asked);
      },
      [channel, request] as const,
    );
    return reply as ReplyOf<C>;
  }

  /** SIGKILL, as `kill -9` sends it. */
  kill(): void {
    if (this.#pid === null) return;
    try {
      process.kill(this.#pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }

  /** Closes as a person does. */
  async close(): Promise<void> {
    await this.#electron?.close();
  }

  /** Resolves when the process is gone. */
  async gone(): Promise<void> {
    while (this.#pid !== null && isAlive(this.#pid)) await pause(3);
  }
}

function isWritten(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') !== '';
}

/** On Linux a killed process stays in the table until its parent has asked; it is dead all the same. */
function isAlive(pid: number): boolean {
  try {
    if (process.platform === 'linux')
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
