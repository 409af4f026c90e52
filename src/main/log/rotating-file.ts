import {
  chmodSync,
  closeSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

export interface RotatingFileOptions {
  readonly dir: string;
  /** Base name without ending: `station` → `station.log`, `station.1.log` … */
  readonly name: string;
  /** A file that has grown beyond this is put aside, at start and while running. */
  readonly maxBytes: number;
  /** Files kept in all, the current one included. */
  readonly files: number;
}

/**
 * Lines appended to a file with a bounded size and a bounded number of predecessors.
 *
 * Each line is written before `write` returns, so the last words before a crash are in the file. Nothing here throws:
 * a full or read-only disk costs log lines, never the station. What could not be written is counted in `dropped`.
 */
export class RotatingFile {
  readonly file: string;
  dropped = 0;
  #fd: number | null = null;
  #bytes = 0;
  readonly #options: RotatingFileOptions;

  constructor(options: RotatingFileOptions) {
    this.#options = options;
    this.file = this.#numbered(0);
    this.#attempt(() => {
      mkdirSync(options.dir, { recursive: true, mode: 0o700 });
      // SECURITY: log-folder (docs/security.md). An older folder may have been made with a wider mode.
      chmodSync(options.dir, 0o700);
    });
    this.#open();
    if (this.#bytes > options.maxBytes) this.#rotate();
  }

  write(line: string): void {
    if (this.#fd === null) this.#open();
    const fd = this.#fd;
    if (fd === null) {
      this.dropped += 1;
      return;
    }
    this.#attempt(() => {
      this.#bytes += writeSync(fd, line);
    });
    if (this.#bytes > this.#options.maxBytes) this.#rotate();
  }

  close(): void {
    const fd = this.#fd;
    this.#fd = null;
    if (fd !== null) this.#attempt(() => closeSync(fd));
  }

  #open(): void {
    this.#attempt(() => {
      const fd = openSync(this.file, 'a', 0o600);
      this.#fd = fd;
      this.#bytes = fstatSync(fd).size;
      fchmodSync(fd, 0o600);
    });
  }

  #rotate(): void {
    this.close();
    const last = this.#options.files - 1;
    this.#attempt(() => rmSync(this.#numbered(last), { force: true }));
    for (let at = last - 1; at >= 0; at -= 1) {
      this.#attempt(() => renameSync(this.#numbered(at), this.#numbered(at + 1)), 'ENOENT');
    }
    this.#open();
  }

  #numbered(at: number): string {
    const ending = at === 0 ? '.log' : `.${at}.log`;
    return path.join(this.#options.dir, `${this.#options.name}${ending}`);
  }

  #attempt(work: () => void, expected?: string): void {
    try {
      work();
    } catch (error) {
      const isExpected = error instanceof Error && 'code' in error && error.code === expected;
      if (!isExpected) this.dropped += 1;
    }
  }
}
