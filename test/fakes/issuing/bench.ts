import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BatchDesk } from '../../../src/main/batch/desk.ts';
import type { ChosenFile } from '../../../src/main/batch/ports.ts';
import { GraphHttpClient } from '../../../src/main/graph/client.ts';
import { Desk } from '../../../src/main/issuing/desk.ts';
import { HandOver } from '../../../src/main/issuing/hand-over.ts';
import { Issuer } from '../../../src/main/issuing/issuer.ts';
import type { IssuingPorts } from '../../../src/main/issuing/ports.ts';
import { TimingBook } from '../../../src/main/issuing/timings.ts';
import type { PracticeOperator } from '../../../src/main/practice/directory.ts';
import type { MethodRecord } from '../../../src/main/practice/records.ts';
import type { HttpOutcome, HttpRequest } from '../../../src/main/net/door.ts';
import { PracticeTenant } from '../../../src/main/practice/tenant.ts';
import { openSpool } from '../../../src/main/spool/open.ts';
import type { KeyWrap, Spool } from '../../../src/main/spool/types.ts';
import { judgeScan } from '../../../src/main/spool/verify.ts';
import { SpoolWorker } from '../../../src/main/spool/worker.ts';
import type { ReplyOf, RequestOf } from '../../../src/shared/ipc/contract.ts';
import { ok } from '../../../src/shared/result.ts';
import { deskOn } from '../batch/desk-on.ts';
import { FakeClock } from '../clock.ts';
import { FakeBadges } from '../fake-badges.ts';
import { FakePrinters, type Script } from '../fake-printers.ts';
import { FakeKeyWrap } from '../key-wrap.ts';
import { practiceToken } from '../practice-graph.ts';
import { operators } from '../practice-station.ts';
import { benchGraph } from './bench-graph.ts';
import { type BenchOptions, operatorOf } from './bench-options.ts';
import { Canaries } from './canaries.ts';
import { deskCalls } from './desk-calls.ts';
import { CutDoor } from './kill-switch.ts';
import { stationWords } from './station-words.ts';
import { isWrite } from './wire.ts';
import type { DeskChannel, Site } from './site.ts';

interface Run {
  readonly folder: string;
  readonly door: CutDoor;
  readonly spool: Spool;
  readonly worker: SpoolWorker;
  readonly issuer: Issuer;
  readonly calls: ReturnType<typeof deskCalls>;
  readonly batch: BatchDesk;
}

/** Real files without a real disk, where there is such a thing: thousands of durable writes then cost little. */
const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/**
 * A station small enough for thousands of runs: real use cases, Graph client, SQLite spool and worker at the practice
 * tenant; badges are not drawn, the printer is a script, and nobody signs in. `kill` and `boot` as in `StationRig`.
 */
export class Bench implements Site {
  readonly clock = new FakeClock(Date.UTC(2026, 10, 21, 8, 0, 0));
  readonly canaries = new Canaries();
  readonly logLines: string[] = [];
  readonly tenant: PracticeTenant;
  /** The operating system's key store; null = none. */
  keyWrap: KeyWrap | null = new FakeKeyWrap();
  printers = new FakePrinters();
  badges = new FakeBadges();
  /** What the printer does with its next jobs. */
  readonly scripts: Script[] = [];
  /** Each paper with its text, as it came out. */
  readonly printed: { readonly jobId: string; readonly copy: string; readonly text: string }[] = [];
  onJob: (() => void) | null = null;
  /** Called within each change of the directory, before its answer leaves. */
  onCommit: (() => void) | null = null;
  onPaper: ((text: string) => void) | null = null;
  /** Sees each request that reached the tenant or was lost on the way, with what came back. */
  onWire: ((request: HttpRequest, outcome: HttpOutcome) => void) | null = null;
  /** Writes that have left the station, e.g. `PATCH …/standardQRCode`. */
  readonly writes: string[] = [];
  /** What a person chooses when asked for a list. */
  file: ChosenFile | null = null;
  readonly reports: { readonly name: string; readonly text: string }[] = [];
  isLocked = false;
  onBatch: (() => void) | null = null;
  operator: PracticeOperator;
  progressed = 0;
  readonly #options: BenchOptions;
  /** Where its runs keep their files, those of killed ones included. */
  readonly folders: string[] = [];
  readonly #ended: Promise<unknown>[] = [];
  #run: Run | null = null;
  #left: string | null = null;

  constructor(options: BenchOptions = {}) {
    this.#options = options;
    this.operator = options.operator ?? operators.admin;
    const now = (): number => this.clock.now() + (options.tenantAheadMs ?? 0);
    const save = (): void => this.onCommit?.();
    this.tenant = new PracticeTenant({
      now,
      wait: this.#passing(() => true),
      save,
      crowd: options.crowd ?? 0,
    });
    this.boot();
  }

  /** Starts the app on what the last run left. */
  boot(): void {
    const folder = this.#left ?? this.#newFolder();
    this.#left = null;
    const door = new CutDoor(this.tenant);
    const { maxPages } = this.#options;
    const opened = openSpool({
      path: join(folder, 'spool.db'),
      clock: this.clock,
      keyWrap: this.keyWrap,
      ...(maxPages === undefined ? {} : { maxPages }),
    });
    if (!opened.ok) throw new Error(opened.failure.code);
    const spool = opened.value;
    this.printers = new FakePrinters();
    this.printers.usual = (request) => this.#print(request, door);
    const ports = this.#ports(door, spool);
    const timings = new TimingBook();
    const issuer = new Issuer(ports, timings);
    const worker = new SpoolWorker({
      store: spool,
      printers: this.printers,
      badges: this.badges,
      clock: this.clock,
      log: this.#log(),
    });
    spool.onChange(() => this.onJob?.());
    const handOver = new HandOver(ports, issuer);
    const calls = deskCalls({
      issuer,
      handOver,
      desk: new Desk(ports.spool, judgeScan, () => this.operator.name),
      spool: ports.spool,
      timings,
      wake: () => worker.resume(),
    });
    const graph = ports.graph instanceof GraphHttpClient ? ports.graph : this.#graph(door);
    const batch = deskOn({ ports, issuer, handOver, graph, person: this });
    this.#run = { folder, door, spool, worker, issuer, calls, batch };
    worker.start();
    void issuer.recover();
    batch.restore();
  }

  async call<C extends DeskChannel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> {
    return this.run.calls[channel](request);
  }

  papers(): Promise<readonly string[]> {
    return Promise.resolve(this.printed.map(({ text }) => text));
  }

  truth(holderId: string): MethodRecord | null {
    return this.tenant.snapshot().methods[holderId] ?? null;
  }

  get run(): Run {
    if (this.#run === null) throw new Error('No run: boot first');
    return this.#run;
  }

  get isKilled(): boolean {
    return this.#run === null;
  }

  /** Lets the directory hold this for somebody. */
  give(holderId: string, method: MethodRecord): void {
    this.tenant.restore({ version: 1, methods: { [holderId]: method } });
  }

  /** Ends the run at this very moment: its files stay as they are, everything else of it is gone. */
  kill(): void {
    const run = this.run;
    this.#left = this.#newFolder();
    for (const file of ['spool.db', 'spool.db-wal', 'spool.db-shm']) {
      const from = join(run.folder, file);
      if (existsSync(from)) copyFileSync(from, join(this.#left, file));
    }
    this.#run = null;
    run.door.cutOff();
    this.#ended.push(this.#end(run));
  }

  async quit(): Promise<void> {
    const run = this.run;
    await this.#end(run);
    this.#left = run.folder;
    this.#run = null;
  }

  /** Resolves when neither printer nor background work has anything to do right now. */
  async idle(): Promise<void> {
    if (this.#run === null) return;
    await this.run.issuer.recover();
    await this.run.worker.idle();
  }

  async close(): Promise<void> {
    if (this.#run !== null) await this.quit();
    await Promise.all(this.#ended);
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }

  async #end({ issuer, worker, spool, batch }: Run): Promise<void> {
    await batch.stop();
    await issuer.stop();
    await worker.stop();
    spool.close();
  }

  #newFolder(): string {
    const folder = mkdtempSync(join(root, 'badge-bench-'));
    this.folders.push(folder);
    return folder;
  }

  #print(request: Parameters<Script>[0], door: CutDoor): ReturnType<Script> {
    if (door.isCut) return { kind: 'not-started', reason: 'interrupted', retryAfterMs: null };
    const script = this.scripts.shift();
    if (script !== undefined) return script(request);
    if (!request.mayStart()) return { kind: 'not-started', reason: 'interrupted', retryAfterMs: null };
    this.paper(request);
    return { kind: 'confirmed' };
  }

  /** Notes a paper that came out. */
  paper(request: Parameters<Script>[0]): void {
    const text = Buffer.from(request.badge.page.bits).toString('utf8');
    this.printed.push({ jobId: request.jobId, copy: text.slice(0, 1), text: text.slice(1) });
    this.onPaper?.(text.slice(1));
  }

  #noteWire(request: HttpRequest, outcome: HttpOutcome): void {
    if (isWrite(request)) this.writes.push(`${request.method} ${new URL(request.url).pathname}`);
    this.onWire?.(request, outcome);
  }

  #passing(isAlive: () => boolean): (ms: number, signal?: AbortSignal) => Promise<void> {
    const { wait } = this.#options;
    return async (ms, signal) => {
      if (signal?.aborted === true || !isAlive()) return;
      if (wait !== undefined) return wait(ms, signal);
      this.clock.advance(ms);
      await new Promise((resolve) => setImmediate(resolve));
    };
  }

  #ports(door: CutDoor, spool: Spool): IssuingPorts {
    const wait = this.#passing(() => !door.isCut);
    const graph = this.#graph(door);
    const usual: IssuingPorts = {
      graph,
      spool,
      badges: this.badges,
      printers: this.printers,
      operator: () => operatorOf(this.operator),
      cancelSignIn: () => Promise.resolve(),
      station: () => stationWords,
      slipPrinter: () => ok('slips'),
      pinLength: () => 8,
      retentionMs: () => 72 * 3_600_000,
      now: () => this.clock.now(),
      wait,
      randomBelow: (below) => Math.floor(Math.random() * below),
      newId: () => crypto.randomUUID(),
      diskFreeBytes: () => Promise.resolve(null),
      onProgress: () => {
        this.progressed += 1;
      },
      log: this.#log(),
    };
    return this.#options.ports?.(usual) ?? usual;
  }

  #graph(door: CutDoor): GraphHttpClient {
    return benchGraph({
      door,
      token: () => practiceToken(this.operator, this.clock.now() - 60_000),
      now: () => this.clock.now(),
      wait: this.#passing(() => !door.isCut),
      onWire: (request, outcome) => {
        this.canaries.watch(request, outcome);
        this.#noteWire(request, outcome);
      },
    });
  }

  #log() {
    const note = (event: string, facts: object = {}): void => {
      this.logLines.push(`${event} ${JSON.stringify(facts)}`);
    };
    return { debug: note, info: note, warn: note, error: note };
  }
}
