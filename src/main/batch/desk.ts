import type { BatchWish, LineState } from '../../shared/credential/batch.ts';
import type {
  BatchLines,
  BatchLineView,
  BatchPause,
  BatchSource,
  BatchView,
} from '../../shared/ipc/batch.ts';
import { fail, type Failure, ok, type Result } from '../../shared/result.ts';
import type { BatchLine, BatchRecord } from '../spool/types.ts';
import { type Ahead, Papers } from './papers.ts';
import type { BatchPorts } from './ports.ts';
import { everyState, type Preview, previewLines, previewView } from './preview.ts';
import { Reading } from './reading.ts';
import { reportCsv } from './report.ts';
import { BatchRun } from './run.ts';
import { noteOf } from './troubles.ts';
import { openSource } from './sources.ts';

const pageLines = 500;

/**
 * The batch this station has in hand: a list is read, looked at by a person, run, and reported. One at a time. What was
 * begun rests on disk and goes on after a restart, when a person says so.
 */
export class BatchDesk {
  readonly #ports: BatchPorts;
  #preview: Preview | null = null;
  /** Counts wishes for a list: only the last one may end in a preview. */
  #asked = 0;
  #run: BatchRun | null = null;
  #work: Promise<void> = Promise.resolve();
  #pause: { why: BatchPause; failure: Failure | null } = { why: 'restart', failure: null };

  constructor(ports: BatchPorts) {
    this.#ports = ports;
  }

  /** After a start: a batch that ran when the program ended rests until a person goes on with it. */
  restore(): void {
    const batch = this.#ports.store.current();
    if (batch?.state !== 'running') return;
    const noted = this.#ports.store.note(batch.id, 'paused', { why: 'restart' });
    if (!noted.ok) this.#ports.log.warn('batch.not-noted', { code: noted.failure.code });
  }

  /** While true a single badge has to wait: the station stays on one holder (rule R9). */
  get isRunning(): boolean {
    return this.#run !== null;
  }

  /** null: there is no batch. */
  view(): BatchView | null {
    if (this.#preview !== null) return previewView(this.#preview);
    const batch = this.#ports.store.current();
    return batch === null ? null : this.#batchView(batch);
  }

  /**
   * Reads a list and resolves when everybody on it was looked at. Nothing is changed. Failures: `batch-in-hand`, the
   * list's own, and the directory's; `cancelled` when a person ended it.
   */
  async read(source: BatchSource, wish: BatchWish): Promise<Result<BatchView | null>> {
    const batch = this.#ports.store.current();
    if (batch !== null && batch.state !== 'finished') return fail('batch-in-hand');
    if (this.#ports.operator() === null) return fail('not-signed-in');
    const fits = this.#fits(wish);
    if (!fits.ok) return fits;
    const asked = this.#drop();
    const opened = await openSource(this.#ports, source);
    if (!opened.ok) return opened;
    if (opened.value === null) return ok(this.view());
    if (asked !== this.#asked) return fail('cancelled');
    const reading = new Reading(this.#ports, wish);
    const preview: Preview = { listName: opened.value.name, wish, lines: null, reading };
    this.#preview = preview;
    this.#ports.onChange();
    const lines = await reading.run(opened.value.people);
    if (this.#preview !== preview) return fail('cancelled');
    this.#preview = lines.ok ? { ...preview, lines: lines.value } : null;
    this.#ports.onChange();
    return lines.ok ? ok(this.view()) : lines;
  }

  /** A page of lines in these states. */
  lines(states: readonly LineState[], from: number, count: number): BatchLines {
    const wanted = states.length === 0 ? everyState : states;
    if (this.#preview !== null) return previewLines(this.#preview, wanted, from, count);
    const { store } = this.#ports;
    const batch = store.current();
    if (batch === null) return { lines: [], total: 0 };
    const counts = store.counts(batch.id);
    return {
      lines: store.lines(batch.id, wanted, from, count).map((line) => this.#lineView(line)),
      total: wanted.reduce((sum, state) => sum + counts[state], 0),
    };
  }

  /** Begins with what the preview says. From here on it rests on disk. */
  start(): Result<BatchView | null> {
    const { store, operator } = this.#ports;
    const who = operator();
    if (who === null) return fail('not-signed-in');
    const preview = this.#preview;
    if (preview?.lines?.some(({ state }) => state === 'waiting') !== true) return fail('plan-impossible');
    const last = store.current();
    if (last !== null) {
      const away = store.putAway(last.id);
      if (!away.ok) return away;
    }
    const { listName, wish, lines } = preview;
    const batch = store.start({ listName, wish, operatorName: who.name }, lines ?? []);
    if (!batch.ok) return batch;
    this.#preview = null;
    this.#begin(batch.value);
    return ok(this.view());
  }

  /** Goes on with a batch that rests. */
  resume(): Result<BatchView | null> {
    const { store, operator } = this.#ports;
    if (operator() === null) return fail('not-signed-in');
    if (this.#run !== null) return ok(this.view());
    const batch = store.current();
    if (batch === null || batch.state === 'finished') return fail('plan-impossible');
    const noted = store.note(batch.id, 'running');
    if (!noted.ok) return noted;
    this.#begin(noted.value);
    return ok(this.view());
  }

  /** Resolves when whoever is having their turn has had it. */
  async pause(): Promise<BatchView | null> {
    this.#run?.stop();
    await this.#work;
    return this.view();
  }

  /** Ends a reading, drops a preview, or ends a batch early: whoever was not begun is left out. What is made stays made. */
  async cancel(): Promise<Result<BatchView | null>> {
    const hadPreview = this.#preview !== null;
    this.#drop();
    this.#ports.onChange();
    if (hadPreview) return ok(this.view());
    await this.pause();
    const { store } = this.#ports;
    const batch = store.current();
    if (batch === null || batch.state === 'finished') return ok(this.view());
    const left = store.leaveOutWaiting(batch.id, 'not-begun');
    if (!left.ok) return left;
    const ended = store.note(batch.id, 'finished', { why: 'cancelled' });
    if (!ended.ok) return ended;
    this.#ports.onChange();
    return ok(this.view());
  }

  /** The report was read; the batch is no longer in hand. */
  putAway(): Result<null> {
    const batch = this.#ports.store.current();
    if (batch === null) return ok(null);
    const away = this.#ports.store.putAway(batch.id);
    this.#ports.onChange();
    return away.ok ? ok(null) : away;
  }

  /** Stores the report where a person says; false when they thought better of it. */
  async export(): Promise<Result<boolean>> {
    const batch = this.#ports.store.current();
    if (batch === null || this.#preview !== null) return fail('plan-impossible');
    const day = batch.createdAt.slice(0, 10);
    return this.#ports.saveReport(`badges-${day}.csv`, reportCsv(this.#everyLine(batch)));
  }

  /** The program ends: nothing more is begun, and the answer under way is waited for. */
  async stop(): Promise<void> {
    this.#preview?.reading.cancel();
    this.#run?.stop();
    await this.#work;
  }

  #fits(wish: BatchWish): Result<void> {
    const kind = wish.kind === 'temporary' ? 'temporary' : 'standard';
    if (wish.lifetime.kind !== kind) return fail('lifetime-refused', { wanted: kind });
    if (wish.kind !== 'extend' && wish.printerId === null) return fail('printer-not-chosen', { kind });
    const slips = wish.slips ? this.#ports.slipPrinter() : ok('');
    return slips.ok ? ok(undefined) : slips;
  }

  /** Whatever is read or was read is no longer wanted. */
  #drop(): number {
    this.#preview?.reading.cancel();
    this.#preview = null;
    this.#asked += 1;
    return this.#asked;
  }

  #begin(batch: BatchRecord): void {
    const run = new BatchRun(this.#ports, batch);
    this.#run = run;
    this.#ports.onChange();
    this.#work = this.#follow(run, batch);
  }

  async #follow(run: BatchRun, batch: BatchRecord): Promise<void> {
    const { store, log } = this.#ports;
    try {
      const end = await run.run();
      if (end.kind === 'paused') this.#pause = { why: end.why, failure: end.failure };
      const facts = end.kind === 'paused' ? { why: end.why, code: end.failure?.code ?? '' } : {};
      const noted = store.note(batch.id, end.kind, facts);
      // It is found as it stands at the next start, and rests until then.
      if (!noted.ok) log.warn('batch.not-noted', { code: noted.failure.code });
    } catch (error) {
      this.#pause = { why: 'trouble', failure: fail('bug').failure };
      log.warn('batch.broke-off', { batch: batch.id });
      throw error;
    } finally {
      this.#run = null;
      this.#ports.onChange();
    }
  }

  #batchView(batch: BatchRecord): BatchView {
    const { store, spool } = this.#ports;
    const run = this.#run;
    const looked = (run?.papers ?? new Papers(this.#ports, batch)).look(false);
    const ahead: readonly Ahead[] = looked.ok ? looked.value : [];
    const note = noteOf(batch.id);
    return {
      phase: batch.state === 'running' && run === null ? 'paused' : batch.state,
      listName: batch.listName,
      wish: batch.wish,
      counts: store.counts(batch.id),
      reading: null,
      pause: batch.state === 'finished' || run !== null ? null : this.#pause,
      now: run?.now ?? null,
      ahead: ahead.map(({ on }) => on),
      waitsFor: waitsFor(ahead),
      patienceUntilMs: run?.patience.untilMs ?? null,
      // While it runs nobody asks, and looking would cost each holder's turn.
      pinsWaiting:
        run === null
          ? spool.openIntents().filter((intent) => intent.hasPin && intent.reason === note).length
          : 0,
    };
  }

  #lineView({
    place,
    line,
    entry,
    holderName,
    operation,
    state,
    reason,
    intentId,
  }: BatchLine): BatchLineView {
    const view = intentId === null ? null : this.#ports.issuer.get(intentId);
    const badge = view?.ok === true ? (view.value.job?.state ?? null) : null;
    return { place, line, entry, holderName, operation, state, reason, badge };
  }

  *#everyLine(batch: BatchRecord): Generator<BatchLineView> {
    for (let from = 0; ; from += pageLines) {
      const lines = this.#ports.store.lines(batch.id, everyState, from, pageLines);
      for (const line of lines) yield this.#lineView(line);
      if (lines.length < pageLines) return;
    }
  }
}

/** What the next holder waits for: a person's answer comes before a scan, and that before paper. */
function waitsFor(ahead: readonly Ahead[]): BatchView['waitsFor'] {
  const kinds = new Set(ahead.map((one) => one.waitsFor));
  if (kinds.has('person')) return 'person';
  if (kinds.has('scan')) return 'scan';
  return kinds.has('paper') ? 'paper' : null;
}
