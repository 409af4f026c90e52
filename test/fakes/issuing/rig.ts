import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStation, type Station, type StationWorld } from '../../../src/main/app/station.ts';
import { practiceAddresses, practiceOperators } from '../../../src/main/practice/directory.ts';
import { PracticeBrowser } from '../../../src/main/practice/browser.ts';
import type { MethodRecord } from '../../../src/main/practice/records.ts';
import { PracticeTenant } from '../../../src/main/practice/tenant.ts';
import { mergeSettings } from '../../../src/main/settings/merge.ts';
import type { Channel, EventName, ReplyOf, RequestOf } from '../../../src/shared/ipc/contract.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import { FakeClock } from '../clock.ts';
import { FakeCipher } from '../fake-cipher.ts';
import { ZplPrinterSim, type ZplScript } from '../tcp-printers.ts';
import { Canaries } from './canaries.ts';
import { CutDoor } from './kill-switch.ts';
import { readLabel } from './paper.ts';
import { PrinterCable } from './printer-cable.ts';
import type { Site } from './site.ts';
import { isWrite } from './wire.ts';

const fontDir = fileURLToPath(new URL('../../../resources/fonts', import.meta.url));
const zxingWasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
/** What a killed process leaves behind. */
const files = ['spool.db', 'spool.db-wal', 'spool.db-shm', 'sign-in.bin'];

/** One run of the app, from its start to its end or its death. */
interface Run {
  readonly folder: string;
  readonly station: Station;
  readonly door: CutDoor;
  readonly cable: PrinterCable;
}

export interface RigOptions {
  readonly operatorId?: string;
  readonly printer?: ZplScript;
  /** Whether PIN slips go to the same label printer. */
  readonly slips?: boolean;
  /** Path of the site's logo. */
  readonly logo?: string;
  /** What is loaded; a label of 54 × 86 mm unless given. */
  readonly media?: Media;
  /** Who decides the settings; the station file unless given. */
  readonly setBy?: 'file' | 'hand';
  /** Tells when a USB printer comes or goes. */
  readonly watchUsb?: StationWorld['watchUsb'];
  /** Default: so long that no token is renewed. MSAL renews five minutes before the end. */
  readonly accessTokenSeconds?: number;
  /** How pauses pass; by default at once, with the clock moved on. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * A whole station in plain Node: the app's own composition with real MSAL, Graph client, SQLite spool, badge maker,
 * worker, printer door and a label printer on a real socket, at the practice tenant. Only time is ours.
 *
 * `kill` ends a run as SIGKILL does: the files stay as they are at that moment, everything in memory is gone, and
 * nothing of the old run reaches tenant, printer or files of the next one.
 */
export class StationRig implements Site {
  readonly clock = new FakeClock(Date.now());
  readonly cipher = new FakeCipher();
  readonly canaries = new Canaries();
  readonly logLines: string[] = [];
  /** Writes that have left the station, e.g. `PATCH …/standardQRCode`. */
  readonly writes: string[] = [];
  /** Where a person saves files to; null: they close the dialog. */
  saveDir: string | null = null;
  /** Each change of the window's protection against captures. */
  readonly captures: boolean[] = [];
  /** What happens while the dialog is open. */
  whileChoosing: () => Promise<unknown> = () => Promise.resolve();
  readonly tenant: PracticeTenant;
  readonly sim: ZplPrinterSim;
  /** Sees each event the window would get. */
  onEvent: ((event: EventName) => void) | null = null;
  readonly #options: RigOptions;
  readonly #ended: Promise<unknown>[] = [];
  readonly #folders: string[] = [];
  #run: Run | null = null;
  #left: string | null = null;

  private constructor(sim: ZplPrinterSim, options: RigOptions) {
    this.sim = sim;
    this.#options = options;
    const wait = this.#passing(() => true);
    this.tenant = new PracticeTenant({
      now: () => this.clock.now(),
      wait: options.wait ?? wait,
      accessTokenSeconds: options.accessTokenSeconds ?? 90 * 86_400,
    });
  }

  /** A station that is started and signed in. */
  static async start(options: RigOptions = {}): Promise<StationRig> {
    const sim = await ZplPrinterSim.start({ busyAnswers: 0, ...options.printer });
    const rig = new StationRig(sim, options);
    await rig.boot();
    return rig;
  }

  /** Starts the app on what the last run left, and signs in when that is needed. */
  async boot(): Promise<void> {
    const folder = this.#left ?? this.#newFolder();
    this.#left = null;
    const door = new CutDoor(this.tenant);
    const cable = await PrinterCable.plug(() => this.sim.server.port);
    const browser = new PracticeBrowser(this.tenant);
    const station = buildStation({
      version: '0.0.0-test',
      userDataDir: folder,
      fontDir,
      zxingWasm,
      locale: 'en',
      timeZone: 'UTC',
      loaded: settingsFor(cable.address, this.#options),
      tenant: {
        kind: 'practice',
        tenantId: practiceAddresses.tenantId,
        clientId: practiceAddresses.clientId,
        authority: practiceAddresses.authority,
        protocol: 'entra',
        graphBase: practiceAddresses.graphBase,
        door: {
          send: async (request) => {
            if (isWrite(request)) this.writes.push(`${request.method} ${new URL(request.url).pathname}`);
            const outcome = await door.send(request);
            this.canaries.watch(request, outcome);
            return outcome;
          },
        },
        openBrowser: browser.open,
        practiceBrowser: browser,
      },
      cipher: this.cipher,
      clock: this.clock,
      events: { send: (event) => this.onEvent?.(event) },
      log: this.#log(),
      onUsable: () => undefined,
      ...(this.#options.watchUsb === undefined ? {} : { watchUsb: this.#options.watchUsb }),
      openHelp: () => Promise.resolve(true),
      guardCapture: (on) => void this.captures.push(on),
      chooseFile: async (name) => {
        await this.whileChoosing();
        return this.saveDir === null ? null : join(this.saveDir, name);
      },
      wait: this.#options.wait ?? this.#passing(() => !door.isCut),
    });
    this.#run = { folder, station, door, cable };
    await station.start();
    const snapshot = await this.call('app.snapshot', {});
    // A station without its ledger signs nobody in.
    const isOpen = snapshot.ok && snapshot.value.storage.failure === null;
    if (isOpen && snapshot.value.operator === null) await this.signIn();
  }

  /** Who signs in. */
  get operatorId(): string {
    return this.#options.operatorId ?? practiceOperators[0]?.id ?? '';
  }

  async signIn(operatorId = this.operatorId): Promise<void> {
    const signedIn = this.call('session.signIn', { chooseAccount: true });
    for (;;) {
      const chosen = await this.call('practice.choose', { operatorId });
      if (chosen.ok) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const result = await signedIn;
    if (!result.ok) throw new Error(`sign-in: ${result.failure.code}`);
  }

  /** What the window would call. */
  async call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> {
    return this.#current.station.handlers[channel](request);
  }

  /** The same, where the run may be over already: then nobody is asked. */
  async tryCall<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C> | null> {
    return this.#run === null ? null : this.call(channel, request);
  }

  get door(): CutDoor {
    return this.#current.door;
  }

  get folder(): string {
    return this.#current.folder;
  }

  /** Ends the run at this very moment, from wherever it is called. `boot` starts the next one. */
  kill(): void {
    const run = this.#current;
    this.#left = this.#newFolder();
    for (const file of files) {
      const from = join(run.folder, file);
      if (existsSync(from)) copyFileSync(from, join(this.#left, file));
    }
    run.door.cutOff();
    run.cable.pull();
    this.#run = null;
    this.onEvent = null;
    // What is left of the run has neither network nor printer; it may run out in its own folder.
    this.#ended.push(run.station.stop());
  }

  get isKilled(): boolean {
    return this.#run === null;
  }

  /** Closes the app in an orderly way; `boot` starts it again. */
  async quit(): Promise<void> {
    const run = this.#current;
    await run.station.stop();
    run.cable.pull();
    this.#left = run.folder;
    this.#run = null;
  }

  async papers(): Promise<readonly string[]> {
    const texts = await Promise.all(this.sim.labels.map(readLabel));
    return texts.filter((text) => text !== null);
  }

  /** Lets the directory hold this for somebody. */
  give(holderId: string, method: MethodRecord): void {
    this.tenant.restore({ version: 1, methods: { [holderId]: method } });
  }

  /** What the directory really holds for somebody. */
  truth(holderId: string): MethodRecord | null {
    return this.tenant.snapshot().methods[holderId] ?? null;
  }

  async close(): Promise<void> {
    if (this.#run !== null) await this.quit();
    await Promise.all(this.#ended);
    await this.sim.close();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  get #current(): Run {
    if (this.#run === null) throw new Error('No run: boot first');
    return this.#run;
  }

  #newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'badge-rig-'));
    this.#folders.push(folder);
    return folder;
  }

  /** Pauses take no real time: the clock moves on, and whatever is due then runs. */
  #passing(isAlive: () => boolean): (ms: number, signal?: AbortSignal) => Promise<void> {
    return async (ms, signal) => {
      if (signal?.aborted === true || !isAlive()) return;
      this.clock.advance(ms);
      await new Promise((resolve) => setImmediate(resolve));
    };
  }

  #log() {
    const note = (event: string, facts: object = {}): void => {
      this.logLines.push(`${event} ${JSON.stringify(facts)}`);
    };
    return { debug: note, info: note, warn: note, error: note };
  }
}

const usualMedia: Media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };

function settingsFor(
  address: string,
  { slips = false, logo = '', media = usualMedia, setBy = 'file' }: RigOptions,
) {
  const printer = { id: 'front', name: 'Front desk', profile: 'generic-zpl-203', address, media };
  const values = {
    'site.name': 'Site North',
    'site.returnTo': 'Gate 2',
    'site.logo': logo,
    printers: [printer],
    'routes.badge': ['front'],
    'routes.temporary': ['front'],
    'routes.pinSlip': slips ? ['front'] : [],
  };
  return mergeSettings([{ source: setBy, values, blocked: new Set(), problems: [], good: null }]);
}
