import { existsSync, statfsSync } from 'node:fs';
import { mkdtemp, readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Folders that are memory on a usual Linux: the one of this login, then the one for everybody. */
const memoryFolders = (): readonly string[] =>
  [process.env['XDG_RUNTIME_DIR'] ?? '', '/dev/shm'].filter((folder) => folder !== '');

/** TMPFS_MAGIC (linux/magic.h). */
const tmpfs = 0x0102_1994;
/** What Chromium calls the files it makes for itself. */
const chromiumFile = /^\.org\.chromium\./;
const lookMs = 20;

/**
 * SECURITY: paper-window (docs/security.md). Keeps Chromium's own temporary files in memory while it prints.
 *
 * On Linux it writes the page to a file in the folder TMPDIR names, from which GTK feeds the print system, and takes the file
 * away when that has the whole job (printing/…/print_dialog_gtk.cc). A badge must not rest on a disk in clear (rule R7), so
 * for that time TMPDIR is a folder in memory, for this account alone. Windows and macOS do without such a file.
 */
export class MemoryTemp {
  readonly #platform: NodeJS.Platform;
  readonly #folders: readonly string[];
  #users = 0;
  #before: string | undefined;
  #folder: Promise<string | null> | null = null;

  constructor(platform: NodeJS.Platform = process.platform, folders: readonly string[] = memoryFolders()) {
    this.#platform = platform;
    this.#folders = folders;
  }

  /** Runs `work`; null, and nothing done, where there is no folder in memory. Elsewhere than on Linux it only runs it. */
  async during<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#platform !== 'linux') return work();
    this.#users += 1;
    try {
      this.#folder ??= makeFolder(this.#folders);
      const folder = await this.#folder;
      if (folder === null) return null;
      if (process.env['TMPDIR'] !== folder) {
        this.#before = process.env['TMPDIR'];
        process.env['TMPDIR'] = folder;
      }
      return await work();
    } finally {
      this.#users -= 1;
      if (this.#users === 0) await this.#tidy();
    }
  }

  /**
   * Whether Chromium has taken its files away again, which means that the print system has the whole job. To be asked inside
   * `during`; true at once where there is no such file.
   */
  async settled(timeoutMs: number): Promise<boolean> {
    const folder = await this.#folder;
    if (folder === null) return true;
    const end = performance.now() + timeoutMs;
    while ((await leftIn(folder)).length > 0) {
      if (performance.now() >= end) return false;
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
    return true;
  }

  /** A file that is still there belongs to a job we gave up on: emptied, so that it can print nothing later. */
  async #tidy(): Promise<void> {
    const folder = await this.#folder;
    this.#folder = null;
    if (folder === null) return;
    if (this.#before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = this.#before;
    for (const file of await leftIn(folder)) {
      const size = await stat(file).then(
        (known) => known.size,
        () => null,
      );
      if (size === null) continue;
      await writeFile(file, new Uint8Array(size));
      await rm(file, { force: true });
    }
    // Whatever else was put there meanwhile belongs to somebody else.
    await rmdir(folder).catch(() => undefined);
  }
}

async function leftIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => chromiumFile.test(name)).map((name) => path.join(folder, name));
}

async function makeFolder(folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    try {
      if (!existsSync(folder) || statfsSync(folder).type !== tmpfs) continue;
      // mkdtemp makes it for this account alone (0700).
      return await mkdtemp(path.join(folder, 'badge-station-'));
    } catch {
      // Full or not ours: the next one.
    }
  }
  return null;
}
