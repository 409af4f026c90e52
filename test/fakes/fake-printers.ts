import type { Page } from '../../src/main/badges/types.ts';
import type { Printers, PrintOutcome, PrintRequest } from '../../src/main/printing/types.ts';
import type { Failure } from '../../src/shared/result.ts';
import { fail, ok, type Result } from '../../src/shared/result.ts';
import type { PrinterConfig, PrinterView } from '../../src/shared/printing/printer.ts';
import type { PrinterProfile } from '../../src/shared/printing/profile.ts';

/** One paper that came out, as somebody standing at the printer would note it. */
export interface Paper {
  readonly printerId: string;
  readonly jobId: string;
  readonly copy: number;
}

/**
 * What the printer does with its next job. `before` ends without asking for the lease; `after` asks first. A promise
 * keeps the job under way until it settles.
 */
export type Script = (request: PrintRequest) => PrintOutcome | Promise<PrintOutcome>;

const media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 } as const;

/** Asks for the lease and prints one paper. */
export const prints: Script = (request) =>
  request.mayStart()
    ? { kind: 'confirmed' }
    : { kind: 'not-started', reason: 'interrupted', retryAfterMs: null };

/** Takes every byte and says nothing about paper. */
export const takesBytes: Script = (request) =>
  request.mayStart() ? { kind: 'sent' } : { kind: 'not-started', reason: 'interrupted', retryAfterMs: null };

/** Printers that do what a test's script says, and keep count of their paper. */
export class FakePrinters implements Printers {
  readonly papers: Paper[] = [];
  readonly requests: PrintRequest[] = [];
  /** How often `ready` was asked, per printer. */
  readonly asked = new Map<string, number>();
  readonly #ids: Set<string>;
  readonly #problems = new Map<string, Failure>();
  readonly #scripts = new Map<string, Script[]>();
  readonly #busy = new Set<string>();
  /** Printers that answer no questions. */
  readonly silent = new Set<string>();
  /** Dots per inch, where a printer has others than 203. */
  readonly dpi = new Map<string, number>();
  readonly #listeners = new Set<(printerId: string) => void>();
  /** Two jobs at one printer at the same time: never. */
  overlaps = 0;
  usual: Script = prints;

  constructor(ids: readonly string[] = ['front']) {
    this.#ids = new Set(ids);
  }

  /** What the printer does with its next jobs, in order; then the usual again. */
  script(printerId: string, ...scripts: readonly Script[]): void {
    this.#scripts.set(printerId, [...(this.#scripts.get(printerId) ?? []), ...scripts]);
  }

  /** Puts a printer in trouble, or mends it, and tells the listeners. */
  setProblem(printerId: string, problem: Failure | null): void {
    if (problem === null) this.#problems.delete(printerId);
    else this.#problems.set(printerId, problem);
    this.tell(printerId);
  }

  remove(printerId: string): void {
    this.#ids.delete(printerId);
    this.tell(printerId);
  }

  tell(printerId: string): void {
    for (const listener of this.#listeners) listener(printerId);
  }

  list(): readonly PrinterView[] {
    return [...this.#ids].map((id) => this.#view(id));
  }

  config(printerId: string): PrinterConfig | null {
    if (!this.#ids.has(printerId)) return null;
    return { id: printerId, name: printerId, profile: 'fake', address: 'screen:', media };
  }

  profile(): PrinterProfile | null {
    return null;
  }

  canvas(printerId: string): Result<{ dpi: number; headDots: number; media: typeof media }> {
    if (!this.#ids.has(printerId)) return fail('printer-unknown');
    return ok({ dpi: this.dpi.get(printerId) ?? 203, headDots: 448, media });
  }

  /** Printers that may hold the rest of a job. */
  readonly distrusted: string[] = [];

  distrust(printerId: string): void {
    this.distrusted.push(printerId);
  }

  ready(printerId: string): Promise<Result<PrinterView>> {
    this.asked.set(printerId, (this.asked.get(printerId) ?? 0) + 1);
    if (!this.#ids.has(printerId)) return Promise.resolve(fail('printer-unknown'));
    const problem = this.#problems.get(printerId);
    return Promise.resolve(
      problem === undefined ? ok(this.#view(printerId)) : fail(problem.code, problem.facts),
    );
  }

  async print(request: PrintRequest): Promise<PrintOutcome> {
    this.requests.push(request);
    if (this.#busy.has(request.printerId)) this.overlaps += 1;
    this.#busy.add(request.printerId);
    try {
      const script = this.#scripts.get(request.printerId)?.shift() ?? this.usual;
      const outcome = await script(request);
      if (outcome.kind === 'sent' || outcome.kind === 'confirmed') this.paper(request);
      return outcome;
    } finally {
      this.#busy.delete(request.printerId);
    }
  }

  /** Notes a paper that came out. Scripts that end `unsure` call it themselves when one did. */
  paper(request: PrintRequest): void {
    const copy = Number(new TextDecoder().decode(request.badge.page.bits.subarray(0, 1)));
    this.papers.push({ printerId: request.printerId, jobId: request.jobId, copy });
  }

  onChange(listener: (printerId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  screenPages(): readonly { readonly jobId: string; readonly page: Page }[] {
    return [];
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #view(id: string): PrinterView {
    const problem = this.#problems.get(id) ?? null;
    return {
      id,
      name: id,
      model: 'Fake printer',
      language: 'zpl',
      dpi: 203,
      media,
      completion: 'printed',
      mood: problem !== null ? 'offline' : this.silent.has(id) ? 'silent' : 'ready',
      problem,
      advice: [],
    };
  }
}
