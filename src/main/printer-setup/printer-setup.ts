import type {
  FoundPrinterView,
  LearnedView,
  ModelView,
  NewPrinter,
  PrinterChange,
  PrintersSetupView,
  TestMeasures,
  TestPageView,
  TestScanView,
} from '../../shared/ipc/printer-setup.ts';
import type { PrintKind } from '../../shared/printing/routes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { FoundBook } from './found-book.ts';
import { addPrinter, changePrinter, routeKind } from './printer-list.ts';
import { removePrinter } from './remove-printer.ts';
import { TestPages } from './test-pages.ts';
import type { SetupPorts } from './types.ts';
import { modelViews, setupView } from './views.ts';

/** Setting up printers while the station runs: what the Printers screen can ask for. One change at a time. */
export class PrinterSetup {
  readonly #ports: SetupPorts;
  readonly #found = new FoundBook();
  readonly #pages: TestPages;
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: SetupPorts) {
    this.#ports = ports;
    this.#pages = new TestPages(ports);
  }

  view(): PrintersSetupView {
    return setupView(this.#ports);
  }

  models(): readonly ModelView[] {
    return modelViews();
  }

  async discover(): Promise<Result<readonly FoundPrinterView[]>> {
    const found = await this.#ports.discover();
    return ok(this.#found.views(found, this.#ports.settings.current.printers));
  }

  add(printer: NewPrinter): Promise<Result<{ readonly printerId: string }>> {
    return this.#inTurn(() => addPrinter(this.#ports, (id) => this.#found.address(id), printer));
  }

  change(change: PrinterChange): Promise<Result<null>> {
    return this.#inTurn(() => changePrinter(this.#ports, (id) => this.#found.address(id), change));
  }

  remove(printerId: string, moveTo: string | null): Promise<Result<null>> {
    return this.#inTurn(() => removePrinter(this.#ports, printerId, moveTo));
  }

  route(kind: PrintKind, printerIds: readonly string[]): Promise<Result<null>> {
    return this.#inTurn(() => routeKind(this.#ports, kind, printerIds));
  }

  /** Counts labels of a printer from here on; null stops it. */
  roll(printerId: string, roll: { readonly labels: number; readonly warnAt: number } | null): Result<null> {
    if (this.#ports.printers.config(printerId) === null) return fail('printer-unknown', { printerId });
    this.#ports.rolls.set(printerId, roll);
    return ok(null);
  }

  testPage(printerId: string, darkness: number | null): Promise<Result<TestPageView>> {
    return this.#pages.print(printerId, darkness);
  }

  scanTest(printerId: string, scanned: string): Result<TestScanView> {
    return this.#pages.scan(printerId, scanned);
  }

  learn(printerId: string, measured: TestMeasures): Promise<Result<LearnedView>> {
    return this.#inTurn(() => this.#pages.learn(printerId, measured));
  }

  /** Two changes at once would both begin from the same list, and the later would undo the earlier. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done;
    return done;
  }
}
