import { ok, type Result } from '../../../shared/result.ts';
import type { Page } from '../../badges/types.ts';
import type { PageSink } from '../types.ts';

export interface ScreenPage {
  readonly jobId: string;
  readonly page: Page;
}

/** The printer on the screen keeps its last pages in memory. Practice only: nothing of it touches the disk. */
export class ScreenPrinter implements PageSink {
  readonly deviceKey = 'screen:';
  readonly #keep: number;
  #pages: readonly ScreenPage[] = [];

  constructor(keep = 12) {
    this.#keep = keep;
  }

  async accept(job: { readonly jobId: string; readonly page: Page }): Promise<Result<void>> {
    // The caller may reuse or wipe its page, so the screen keeps a copy.
    const page = { ...job.page, bits: Uint8Array.from(job.page.bits) };
    this.#pages = [...this.#pages, { jobId: job.jobId, page }].slice(-this.#keep);
    return ok(undefined);
  }

  /** Newest last. */
  pages(): readonly ScreenPage[] {
    return this.#pages;
  }

  clear(): void {
    for (const { page } of this.#pages) page.bits.fill(0);
    this.#pages = [];
  }
}
