import type {
  LearnedView,
  TestMeasures,
  TestPageView,
  TestScanView,
} from '../../shared/ipc/printer-setup.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { cornerArmMm, makeTestPage } from '../badges/test-page/test-page.ts';
import { readTestText } from '../badges/test-page/test-text.ts';
import { troubled } from '../printing/mood.ts';
import { profiles } from '../printing/profiles/index.ts';
import { learnFrom } from './learn.ts';
import { note, store } from './printer-list.ts';
import type { SetupPorts } from './types.ts';

/** The last test page of a printer, and what was read of it. */
interface Sheet {
  readonly view: TestPageView;
  readonly profileId: string;
  readonly read: Set<number>;
}

/**
 * Test pages: printed, read back, learned from. They hold nothing secret and go past the queue, but wait their turn at
 * the printer like everything else. One page per printer counts, the last.
 */
export class TestPages {
  readonly #ports: SetupPorts;
  readonly #sheets = new Map<string, Sheet>();

  constructor(ports: SetupPorts) {
    this.#ports = ports;
  }

  /** Prints a test page; fails with what stands in the printer's way. `unsure` means that a part of it may have come out. */
  async print(printerId: string, darkness: number | null): Promise<Result<TestPageView>> {
    const { printers, rolls, newNonce, shaper } = this.#ports;
    const config = printers.config(printerId);
    const canvas = printers.canvas(printerId);
    if (!canvas.ok || config === null) return canvas.ok ? fail('printer-unknown', { printerId }) : canvas;
    const letters = await shaper();
    if (!letters.ok) return letters;
    const nonce = newNonce();
    const content = { nonce, printerName: config.name, darkness };
    const made = await makeTestPage(content, canvas.value, letters.value);
    if (!made.ok) return made;
    const { page, symbols, expected } = made.value;
    const outcome = await printers.print({
      printerId,
      jobId: `test-${nonce}`,
      badge: { page },
      // Without a choice the page shows how badges are printed now.
      ...(darkness === null ? {} : { darkness }),
      mayStart: () => true,
    });
    if (outcome.kind === 'not-started') {
      const { problem } = troubled(outcome.reason);
      return problem === null ? fail('printer-fault') : { ok: false, failure: problem };
    }
    if (outcome.kind !== 'unsure') rolls.use(printerId);
    const isEndless = canvas.value.media.heightMm === null;
    const view: TestPageView = {
      printerId,
      nonce,
      sizes: symbols.map(({ dots }) => dots),
      dpi: page.dpi,
      darkness: darkness ?? config.calibration?.darkness ?? null,
      expected: { leftMm: expected.leftMm, topMm: isEndless ? null : expected.topMm },
      armMm: cornerArmMm,
      outcome: outcome.kind,
    };
    this.#sheets.set(printerId, { view, profileId: config.profile, read: new Set() });
    return ok(view);
  }

  /** A scan of the page. Whatever is no symbol of this very page is `null`, and kept nowhere: it may be a badge. */
  scan(printerId: string, scanned: string): Result<TestScanView> {
    const sheet = this.#sheets.get(printerId);
    if (sheet === undefined) return fail('test-page-unknown', { printerId });
    const dots = readTestText(scanned, sheet.view.nonce);
    const isOnPage = dots !== null && sheet.view.sizes.includes(dots);
    if (isOnPage) sheet.read.add(dots);
    return ok({ dots: isOnPage ? dots : null, read: inOrder(sheet.read) });
  }

  /** Stores what page and measurements taught. */
  async learn(printerId: string, measured: TestMeasures): Promise<Result<LearnedView>> {
    const sheet = this.#sheets.get(printerId);
    const { printers } = this.#ports.settings.current;
    const config = printers.find(({ id }) => id === printerId);
    const profile = this.#ports.printers.profile(printerId);
    // A page of another model says nothing about this one.
    if (sheet === undefined || config === undefined || profile === null || sheet.profileId !== profile.id)
      return fail('test-page-unknown', { printerId });
    const learned = learnFrom(
      {
        page: sheet.view,
        read: inOrder(sheet.read),
        profile,
        profiles,
        before: config.calibration ?? null,
        turned: config.turned ?? false,
      },
      measured,
    );
    if (!learned.ok || learned.value.calibration === null) return learned;
    const { calibration } = learned.value;
    const stored = await store(this.#ports, {
      printers: printers.map((each) => (each === config ? { ...config, calibration } : each)),
    });
    if (!stored.ok) return stored;
    // Learned twice from one page, an offset would be counted twice.
    this.#sheets.delete(printerId);
    note(this.#ports, 'printer-calibrated', { printer: printerId, ...calibration });
    return learned;
  }
}

const inOrder = (read: ReadonlySet<number>): readonly number[] => [...read].sort((a, b) => a - b);
