import type { PrinterConfig, PrinterView } from '../../shared/printing/printer.ts';
import type { PrinterProfile } from '../../shared/printing/profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Canvas } from '../badges/types.ts';
import {
  configurePrinter,
  isUsable,
  viewOf,
  type ConfiguredPrinter,
  type UsablePrinter,
} from './configured-printer.ts';
import { DeviceQueues } from './device-queue.ts';
import { runJob } from './drivers/run-job.ts';
import { lookAt } from './look-at.ts';
import { usualTimings, type PrintTimings } from './drivers/types.ts';
import { moodOfOutcome, moodOfStanding, sameMood, troubled, type Mood } from './mood.ts';
import { notStarted } from './not-started.ts';
import { QueueAdvisor } from './queue-advisor.ts';
import { realPace } from './real-pace.ts';
import { Rechecks } from './recheck.ts';
import { fits, paperFor } from './paper.ts';
import { toDriver } from './to-driver.ts';
import { toSink } from './to-sink.ts';
import type { DeviceTools } from './transports/devices.ts';
import type { WayParts } from './transports/index.ts';
import type { LeftBehind } from './transports/queue.ts';
import { ScreenPrinter, type ScreenPage } from './transports/screen.ts';
import type { Printers, PrintOutcome, PrintRequest } from './types.ts';

export interface PrinterDoorParts {
  /** Practice mode: folders and the screen may be printed to. */
  readonly practice: boolean;
  /** What printers on this computer and in its queues need; without it `usb:`, `lp:`, `serial:`, `queue:` are refused. */
  readonly devices?: DeviceTools;
  /** Bounds of waits; the usual ones unless given. */
  readonly timings?: Partial<PrintTimings>;
  /** Waits between looks at a printer in trouble. */
  readonly recheckMs?: readonly number[];
  /** Told of errors that are bugs; the job ends in an honest outcome all the same. */
  readonly onBug?: (error: unknown) => void;
}

/** `ready` gives up after this long, whatever the parts of its question take. */
const readyMs = 5000;

/** The only door to printers. Knows them all, lets one job at a time at each device, remembers how each looked last. */
export class PrinterDoor implements Printers {
  readonly #practice: boolean;
  readonly #devices: DeviceTools | undefined;
  readonly #timings: PrintTimings;
  readonly #onBug: (error: unknown) => void;
  readonly #queues = new DeviceQueues();
  readonly #screen = new ScreenPrinter();
  readonly #rechecks: Rechecks;
  readonly #listeners = new Set<(printerId: string) => void>();
  readonly #closing = new AbortController();
  readonly #advisor = new QueueAdvisor((printerId) => this.#tell(printerId));
  #printers: ReadonlyMap<string, ConfiguredPrinter> = new Map();

  constructor(parts: PrinterDoorParts) {
    this.#practice = parts.practice;
    this.#devices = parts.devices;
    this.#timings = { ...usualTimings, ...parts.timings };
    this.#onBug = parts.onBug ?? (() => undefined);
    this.#rechecks = new Rechecks((printerId) => this.#isStillTroubled(printerId), parts.recheckMs);
  }

  /**
   * Replaces the configuration. A printer that did not change keeps its mood; one whose settings are wrong is shown with
   * its problem and the others work. Jobs already on their way end as they were begun.
   */
  configure(configs: readonly PrinterConfig[]): void {
    const before = this.#printers;
    const after = new Map<string, ConfiguredPrinter>();
    for (const config of configs) {
      // Two printers of one name would be a guess; the first keeps it. Settings refuse this earlier.
      if (after.has(config.id)) continue;
      const old = before.get(config.id);
      const same = old !== undefined && JSON.stringify(old.config) === JSON.stringify(config);
      after.set(config.id, same ? old : configurePrinter(config, this.#wayParts(config.id)));
    }
    this.#printers = after;
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(id) === after.get(id)) continue;
      this.#rechecks.forget(id);
      this.#advisor.forget(id);
      this.#askQueue(after.get(id));
      this.#tell(id);
    }
  }

  /** Whether a printer with these settings could be used; asks nobody and changes nothing. */
  judge(config: PrinterConfig): Result<void> {
    const made = configurePrinter(config, this.#wayParts(config.id));
    return isUsable(made) ? ok(undefined) : { ok: false, failure: made.failure };
  }

  list(): readonly PrinterView[] {
    return [...this.#printers.values()].map((printer) => this.#view(printer));
  }

  config(printerId: string): PrinterConfig | null {
    return this.#printers.get(printerId)?.config ?? null;
  }

  profile(printerId: string): PrinterProfile | null {
    const printer = this.#printers.get(printerId);
    return printer !== undefined && isUsable(printer) ? printer.profile : null;
  }

  canvas(printerId: string): Result<Canvas> {
    const printer = this.#usable(printerId);
    return printer.ok ? ok(printer.value.canvas) : printer;
  }

  distrust(printerId: string): void {
    const printer = this.#printers.get(printerId);
    if (printer !== undefined && isUsable(printer)) printer.memory.mayHoldRest = true;
  }

  async ready(printerId: string): Promise<Result<PrinterView>> {
    const usable = this.#usable(printerId);
    if (!usable.ok) return usable;
    const printer = usable.value;
    this.#askQueue(printer);
    // While our own job has the device, asking would disturb it; what it said last stands.
    if (!this.#queues.isBusy(printer.deviceKey)) await this.#look(printer);
    const { problem } = printer.mood;
    return problem === null ? ok(this.#view(printer)) : fail(problem.code, problem.facts);
  }

  async print(request: PrintRequest): Promise<PrintOutcome> {
    const usable = this.#usable(request.printerId);
    if (!usable.ok) return notStarted('printer-unknown');
    const printer = usable.value;
    if (!fits(request.badge.page, printer)) return notStarted('media-mismatch');
    return this.#queues.run(printer.deviceKey, async () => {
      // Reconfigured while it waited: the page may be wrong for the new printer.
      if (this.#printers.get(request.printerId) !== printer) return notStarted('busy');
      if (this.#closing.signal.aborted) return notStarted('interrupted');
      return this.#printNow(printer, request);
    });
  }

  /**
   * Something was plugged in or pulled out (transports/usb/hotplug.ts): its printers are looked at now, not when their
   * turn comes. An address without a serial number means any device of the model. A device file has no device while it
   * is away, so `lp:` printers in trouble are looked at too.
   */
  deviceChanged(key: string): void {
    for (const [printerId, printer] of this.#printers) {
      if (!isUsable(printer)) continue;
      const { deviceKey, mood } = printer;
      const isMeant = deviceKey === key || key.startsWith(`${deviceKey}:`);
      if (isMeant || (deviceKey.startsWith('lp:') && mood.problem !== null)) this.#rechecks.hurry(printerId);
    }
  }

  onChange(listener: (printerId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  screenPages(): readonly ScreenPage[] {
    return this.#screen.pages();
  }

  /** Stops jobs between two chunks, forgets the pages on the screen. Later jobs are not begun. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#rechecks.close();
    this.#listeners.clear();
    await this.#queues.idle();
    this.#screen.clear();
  }

  #wayParts(printerId: string): WayParts {
    const parts = { practice: this.#practice, screen: this.#screen };
    const devices = this.#devices;
    if (devices === undefined) return parts;
    const onLeftBehind: LeftBehind = (what) => {
      devices.onLeftBehind?.(what);
      this.#advisor.leftBehind(printerId);
    };
    return { ...parts, devices: { ...devices, onLeftBehind } };
  }

  #view(printer: ConfiguredPrinter): PrinterView {
    return viewOf(printer, this.#advisor.of(printer.config.id));
  }

  /** Beside everything else: nothing waits for the answer. */
  #askQueue(printer: ConfiguredPrinter | undefined): void {
    if (printer === undefined || !isUsable(printer) || printer.way.kind !== 'line') return;
    void this.#advisor.ask(printer.config.id, printer.way.transport);
  }

  async #printNow(printer: UsablePrinter, request: PrintRequest): Promise<PrintOutcome> {
    let started = false;
    const job = {
      ...request,
      mayStart: () => {
        started = request.mayStart();
        return started;
      },
    };
    try {
      const outcome = await this.#deliver(printer, job);
      const mood = moodOfOutcome(outcome);
      if (mood !== null) this.#setMood(printer, mood);
      return outcome;
    } catch (error) {
      this.#onBug(error);
      return started ? { kind: 'unsure', reason: 'interrupted', bytesSent: 0 } : notStarted('printer-fault');
    }
  }

  #deliver(printer: UsablePrinter, request: PrintRequest): Promise<PrintOutcome> {
    const { profile, driver, way, config, memory } = printer;
    const { page, encode } = paperFor(printer, request);
    const onMilestone = request.onMilestone ?? (() => undefined);
    if (way.kind === 'driver') return toDriver(way.pages, page, config.media, request);
    if (driver === null) throw new Error('A printer without a language, and not by its driver');
    if (way.kind === 'sink')
      return toSink(way, { ...request, badge: { page } }, encode(false), driver.encoder.extension);
    const { signal } = this.#closing;
    return runJob({
      driver,
      transport: way.transport,
      profile,
      media: config.media,
      memory,
      timings: this.#timings,
      pace: realPace,
      encode,
      heightMm: (page.heightDots / page.dpi) * 25.4,
      mayStart: request.mayStart,
      onMilestone,
      onStanding: (standing) => this.#setMood(printer, moodOfStanding(standing)),
      signal: request.signal === undefined ? signal : AbortSignal.any([signal, request.signal]),
    });
  }

  /** Asks the printer and notes what it says. Never rejects; bounded by `readyMs`. */
  async #look(printer: UsablePrinter): Promise<void> {
    const answer = this.#queues.run(printer.deviceKey, () => lookAt(printer, this.#timings, realPace));
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), readyMs);
    });
    try {
      const standing = await Promise.race([answer, tooLate]);
      this.#setMood(printer, standing === null ? troubled('stalled') : moodOfStanding(standing));
    } catch (error) {
      this.#onBug(error);
      this.#setMood(printer, troubled('printer-fault'));
    } finally {
      clearTimeout(timer);
    }
  }

  async #isStillTroubled(printerId: string): Promise<boolean> {
    const printer = this.#printers.get(printerId);
    if (printer === undefined || !isUsable(printer)) return false;
    if (!this.#queues.isBusy(printer.deviceKey)) await this.#look(printer);
    return printer.mood.problem !== null;
  }

  #usable(printerId: string): Result<UsablePrinter> {
    const printer = this.#printers.get(printerId);
    if (printer === undefined) return fail('printer-unknown', { printerId });
    return isUsable(printer) ? ok(printer) : fail(printer.failure.code, printer.failure.facts);
  }

  #setMood(printer: UsablePrinter, mood: Mood): void {
    const changed = !sameMood(printer.mood, mood);
    printer.mood = mood;
    if (this.#printers.get(printer.config.id) !== printer) return;
    if (mood.problem === null) this.#rechecks.forget(printer.config.id);
    else this.#rechecks.watch(printer.config.id);
    if (changed) this.#tell(printer.config.id);
  }

  #tell(printerId: string): void {
    for (const listener of this.#listeners) {
      try {
        listener(printerId);
      } catch (error) {
        // A failing listener never changes an outcome.
        this.#onBug(error);
      }
    }
  }
}
