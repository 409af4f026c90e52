import type { BadgeContent } from '../../shared/badge/content.ts';
import type { LogoFault } from '../../shared/settings/problems.ts';
import { parseInstant } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { expiryText } from './dates.ts';
import { compose } from './layout/compose.ts';
import { planPage, type Plan } from './layout/plan.ts';
import { rowsFor } from './layout/rows.ts';
import { drawSlip } from './pin-slip/slip.ts';
import { englishSlipWords, slipLetters, slipWordsFor } from './pin-slip/slip-words.ts';
import { proofReader, type ProofReader } from './prove.ts';
import { makeModules } from './symbol/symbol.ts';
import type { Logo } from './logo/bilevel.ts';
import { readLogo } from './logo/read-logo.ts';
import { readBundledFonts } from './text/bundled-fonts.ts';
import { cleanText } from './text/clean.ts';
import { FontBook } from './text/font-book.ts';
import { Shaper } from './text/shape.ts';
import { SystemFonts } from './text/system-fonts.ts';
import type { Badge, BadgeAdvice, BadgeMaker, Canvas, Page, Slip, SlipMaker, SymbolFacts } from './types.ts';
import { englishWords, lettersOf, wordsFor, type BadgeWords } from './words.ts';

/** What the badge maker needs to know about this machine. */
export interface BadgeMakerOptions {
  /** Folder with the bundled fonts: `resources/fonts`. */
  readonly fontDir: string;
  /** `zxing_reader.wasm` of the zxing-wasm package: its own file, so that no network is asked for it. */
  readonly zxingWasm: string;
  /** Fonts to try for scripts that are not bundled, e.g. `systemFontPaths(process.platform)`. */
  readonly systemFonts: readonly string[];
}

const sampleContent: BadgeContent = {
  kind: 'standard',
  holderName: 'Sample',
  siteName: 'Sample',
  returnTo: '',
  expiresAt: '2027-11-21T08:00:00.000Z',
  serial: 'ABC-234',
  copy: 1,
  practice: true,
  locale: 'en',
  timeZone: 'UTC',
};
const sampleCanvas: Canvas = {
  dpi: 203,
  headDots: 832,
  media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
};

/** Makes badges with real fonts and reads them back. Fonts and the decoder are loaded once, on first use. */
export class PageBadgeMaker implements BadgeMaker, SlipMaker {
  readonly #options: BadgeMakerOptions;
  readonly #systemFonts: SystemFonts;
  readonly #proofReader: ProofReader;
  #shaper: Promise<Result<Shaper>> | null = null;
  #logo: Promise<Logo | null> = Promise.resolve(null);

  constructor(options: BadgeMakerOptions) {
    this.#options = options;
    this.#systemFonts = new SystemFonts(options.systemFonts);
    this.#proofReader = proofReader(options.zxingWasm);
  }

  /** Makes and reads a sample, so that the first badge is as quick as the others: fonts, decoder, dates are loaded. */
  async warmUp(locale = 'en'): Promise<Result<void>> {
    const sample = new TextEncoder().encode('A sample without a key.');
    const made = await this.make({ ...sampleContent, locale }, sample, sampleCanvas);
    return made.ok ? this.prove(made.value.page, sample) : made;
  }

  fits(payloadBytes: number, canvas: Canvas): Result<SymbolFacts> {
    const plan = planPage(payloadBytes, canvas);
    return plan.ok ? ok(symbolFacts(plan.value, plan.value.symbolLeft, plan.value.symbolTop)) : plan;
  }

  /**
   * Puts this picture on badges from now on; badges asked for meanwhile wait for it. Answers why it is left out, or null.
   */
  async useLogo(file: string): Promise<LogoFault | null> {
    const read = readLogo(file, this.#proofReader);
    this.#logo = read.then((logo) => (typeof logo === 'string' ? null : logo));
    const logo = await read;
    return typeof logo === 'string' ? logo : null;
  }

  async make(
    content: BadgeContent,
    payload: Uint8Array,
    canvas: Canvas,
    options: { readonly withoutLogo: boolean } = { withoutLogo: false },
  ): Promise<Result<Badge>> {
    const plan = planPage(payload.length, canvas);
    if (!plan.ok) return plan;
    const expiresMs = parseInstant(content.expiresAt);
    // A badge without its date, or with a guessed one, must not exist.
    if (expiresMs === null) return fail('bad-request', { field: 'expiresAt' });
    const opened = await this.shaper();
    if (!opened.ok) return opened;
    const shaper = opened.value;
    const words = await this.#usableWords(content, expiresMs, shaper.book);
    const name = await this.#showableName(content, shaper.book);
    const expiry = expiryText(expiresMs, words.dateLocale, content.timeZone);
    const site = await this.#wholeText(content.siteName, shaper.book);
    const place = await this.#wholeText(content.returnTo, shaper.book);
    const logo = options.withoutLogo ? null : await this.#logo;
    const rows = rowsFor(content, { name: name.text, site, place, logo }, expiry, words);
    const modules = await makeModules(payload, plan.value.size);
    const manner = { language: words.dateLocale, isRtl: words.direction === 'rtl' };
    const composed = compose(plan.value, rows, modules, manner, shaper);
    modules.dark.fill(0);
    const advice: BadgeAdvice[] = [...plan.value.size.advice, ...name.advice];
    if (composed.wasNameShortened) advice.push('name-shortened');
    const symbol = symbolFacts(plan.value, composed.symbolLeft, composed.symbolTop);
    return ok({ page: composed.page, symbol, advice });
  }

  async makeSlip(
    content: BadgeContent,
    occasion: 'first' | 'new',
    pin: Uint8Array,
    canvas: Canvas,
  ): Promise<Result<Slip>> {
    const opened = await this.shaper();
    if (!opened.ok) return opened;
    const shaper = opened.value;
    const name = await this.#showableName({ ...content, serial: '' }, shaper.book);
    const site = await this.#wholeText(content.siteName, shaper.book);
    const words = await this.#usableSlipWords(content.locale, shaper.book);
    const page = drawSlip(content, { name: name.text, site, occasion }, pin, canvas, words, shaper);
    return page.ok ? ok({ page: page.value }) : page;
  }

  proveNoCode(page: Page): Promise<Result<void>> {
    return this.#proofReader.proveNoCode(page);
  }

  prove(page: Page, payload: Uint8Array): Promise<Result<void>> {
    return this.#proofReader.prove(page, payload);
  }

  /** The proof after a simulated print gain of whole dots (negative: loss); for tests and bench, see `ProofReader`. */
  proveWithGain(page: Page, payload: Uint8Array, gainDots: number): Promise<Result<void>> {
    return this.#proofReader.proveWithGain(page, payload, gainDots);
  }

  /** The text shaper with the bundled fonts, for other papers than badges. */
  async shaper(): Promise<Result<Shaper>> {
    this.#shaper ??= readBundledFonts(this.#options.fontDir).then(async (sources) => {
      const book = await FontBook.open(sources);
      return book.ok ? ok(new Shaper(book.value)) : book;
    });
    const shaper = await this.#shaper;
    // A missing font may be back after a repair: try again next time.
    if (!shaper.ok) this.#shaper = null;
    return shaper;
  }

  /** The words of the site's language, or English ones when no font here can show them. */
  async #usableWords(content: BadgeContent, expiresMs: number, book: FontBook): Promise<BadgeWords> {
    const words = wordsFor(content.locale);
    const dates = expiryText(expiresMs, words.dateLocale, content.timeZone);
    const letters = `${lettersOf(words)} ${dates.day}`;
    await this.#cover(letters, book);
    return book.split(letters, 'bold').missing.length > 0 ? englishWords : words;
  }

  async #usableSlipWords(locale: string, book: FontBook) {
    const badge = wordsFor(locale);
    const slip = slipWordsFor(locale);
    const letters = `${slipLetters(slip)} ${badge.practice} ${badge.copy(2)}`;
    await this.#cover(letters, book);
    const isShown = book.split(letters, 'bold').missing.length === 0;
    return isShown ? { badge, slip } : { badge: englishWords, slip: englishSlipWords };
  }

  /** A text that makes sense only as a whole: empty when a letter of it cannot be shown ("Return to 2" misleads). */
  async #wholeText(raw: string, book: FontBook): Promise<string> {
    const text = cleanText(raw);
    await this.#cover(text, book);
    const { shown, missing } = book.split(text, 'regular');
    const isWhole = missing.every((codePoint) => !/[\p{L}\p{N}]/u.test(String.fromCodePoint(codePoint)));
    return isWhole ? shown : '';
  }

  /** What can be shown of the holder's name; without a single letter the serial stands in its place. */
  async #showableName(
    content: BadgeContent,
    book: FontBook,
  ): Promise<{ readonly text: string; readonly advice: readonly BadgeAdvice[] }> {
    const name = cleanText(content.holderName);
    await this.#cover(name, book);
    const { shown, missing } = book.split(name, 'bold');
    if (!/[\p{L}\p{N}]/u.test(shown)) return { text: cleanText(content.serial), advice: ['name-not-shown'] };
    return { text: shown, advice: missing.length > 0 ? ['name-incomplete'] : [] };
  }

  async #cover(text: string, book: FontBook): Promise<void> {
    const { missing } = book.split(text, 'bold');
    if (missing.length > 0) await this.#systemFonts.cover(book, missing);
  }
}

function symbolFacts(plan: Plan, leftDots: number, topDots: number): SymbolFacts {
  const { version, modules, level, dotsPerModule, moduleMm, sizeMm } = plan.size;
  return { version, modules, errorCorrection: level, dotsPerModule, moduleMm, sizeMm, leftDots, topDots };
}
