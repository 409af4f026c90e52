import type { Badge, BadgeMaker, Canvas, Slip, SlipMaker, SymbolFacts } from '../../src/main/badges/types.ts';
import type { BadgeContent } from '../../src/shared/badge/content.ts';
import type { Failure } from '../../src/shared/result.ts';
import { ok, type Result } from '../../src/shared/result.ts';

const symbol: SymbolFacts = {
  version: 8,
  modules: 49,
  errorCorrection: 'M',
  dotsPerModule: 4,
  moduleMm: 0.5,
  sizeMm: 28.5,
  leftDots: 0,
  topDots: 0,
};

/**
 * Makes badges without drawing: the "page" begins with the copy number and then holds the payload as it was given, so
 * that a test can see what would have been printed. Nothing like the real page, which holds dots.
 */
export class FakeBadges implements BadgeMaker, SlipMaker {
  /** The payload buffers handed in, to see afterwards whether they were wiped. */
  readonly given: Uint8Array[] = [];
  readonly contents: BadgeContent[] = [];
  readonly canvases: Canvas[] = [];
  #makeFailure: Failure | null = null;
  #proveFailure: Failure | null = null;
  #makeThrows = false;

  failMake(failure: Failure | null): void {
    this.#makeFailure = failure;
  }

  failProve(failure: Failure | null): void {
    this.#proveFailure = failure;
  }

  throwInMake(): void {
    this.#makeThrows = true;
  }

  make(
    content: BadgeContent,
    payload: Uint8Array,
    canvas: Canvas,
    _options?: { readonly withoutLogo: boolean },
  ): Promise<Result<Badge>> {
    this.given.push(payload);
    this.contents.push(content);
    this.canvases.push(canvas);
    if (this.#makeThrows) return Promise.reject(new Error('a bug in the badge maker'));
    if (this.#makeFailure !== null) return Promise.resolve({ ok: false, failure: this.#makeFailure });
    const bits = Buffer.concat([Buffer.from(String(content.copy)), payload]);
    const page = { widthDots: 8, heightDots: bits.length, bytesPerRow: 1, dpi: canvas.dpi, bits };
    return Promise.resolve(ok({ page, symbol, advice: [] }));
  }

  /** A slip's "page" holds the word slip, its copy number and the PIN. */
  makeSlip(
    content: BadgeContent,
    occasion: 'first' | 'new',
    pin: Uint8Array,
    canvas: Canvas,
  ): Promise<Result<Slip>> {
    this.given.push(pin);
    this.contents.push(content);
    this.canvases.push(canvas);
    if (this.#makeThrows) return Promise.reject(new Error('a bug in the badge maker'));
    if (this.#makeFailure !== null) return Promise.resolve({ ok: false, failure: this.#makeFailure });
    const bits = Buffer.concat([Buffer.from(`${occasion} slip ${content.copy} `), pin]);
    return Promise.resolve(
      ok({ page: { widthDots: 8, heightDots: bits.length, bytesPerRow: 1, dpi: canvas.dpi, bits } }),
    );
  }

  proveNoCode(): Promise<Result<void>> {
    return this.prove();
  }

  fits(): Result<SymbolFacts> {
    return ok(symbol);
  }

  prove(): Promise<Result<void>> {
    return Promise.resolve(
      this.#proveFailure === null ? ok(undefined) : { ok: false, failure: this.#proveFailure },
    );
  }
}
