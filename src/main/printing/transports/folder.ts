import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Page } from '../../badges/types.ts';
import type { PageSink } from '../types.ts';
import { pagePng } from './page-png.ts';

/** Writes each job into a folder as a picture and as bytes. Practice only: a real badge must not rest on a disk. */
export class FolderPrinter implements PageSink {
  readonly deviceKey: string;
  readonly #folder: string;

  constructor(folder: string, deviceKey: string) {
    this.#folder = folder;
    this.deviceKey = deviceKey;
  }

  /** Fails with `permission-denied` or `printer-fault`; a job is there whole or not at all. */
  async accept(job: {
    readonly jobId: string;
    readonly page: Page;
    readonly bytes: Uint8Array;
    readonly extension: string;
  }): Promise<Result<void>> {
    try {
      await mkdir(this.#folder, { recursive: true });
      const base = await this.#freeName(job.jobId, job.extension);
      await writeWhole(`${base}.png`, pagePng(job.page));
      try {
        await writeWhole(`${base}.${job.extension}`, job.bytes);
      } catch (error) {
        await rm(`${base}.png`, { force: true });
        throw error;
      }
      return ok(undefined);
    } catch (error) {
      const why = errnoOf(error);
      const denied = why === 'EACCES' || why === 'EPERM' || why === 'EROFS';
      return fail(denied ? 'permission-denied' : 'printer-fault', { why });
    }
  }

  /** `JOB`, and `JOB-2`, `JOB-3` for further copies: an earlier page is never overwritten. */
  async #freeName(jobId: string, extension: string): Promise<string> {
    const safe = jobId.replaceAll(/[^\w-]/g, '_').slice(0, 80) || 'job';
    for (let copy = 1; ; copy += 1) {
      const base = join(this.#folder, copy === 1 ? safe : `${safe}-${copy}`);
      if (!(await exists(`${base}.${extension}`)) && !(await exists(`${base}.png`))) return base;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Written beside its place, flushed, then renamed: nobody ever sees half a file. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.part`;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
