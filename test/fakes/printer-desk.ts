import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noLog } from '../../src/main/log/types.ts';
import { PrinterSetup } from '../../src/main/printer-setup/printer-setup.ts';
import { RollBook } from '../../src/main/printer-setup/roll-book.ts';
import type { SetupPorts } from '../../src/main/printer-setup/types.ts';
import type { FoundPrinter } from '../../src/main/printing/discovery/types.ts';
import { PrinterDoor, type PrinterDoorParts } from '../../src/main/printing/printer.ts';
import { writeFileAtomically } from '../../src/main/settings/atomic-file.ts';
import { HandSettings } from '../../src/main/settings/hand-settings.ts';
import { LiveSettings } from '../../src/main/settings/live-settings.ts';
import { loadSettings } from '../../src/main/settings/load.ts';
import type { JobRecord } from '../../src/main/spool/types.ts';
import { fail, ok, type Result } from '../../src/shared/result.ts';
import type { JobView } from '../../src/shared/printing/job.ts';
import { sampleMaker } from './badge-samples.ts';

export interface DeskOptions {
  /** Settings as a policy gives them. */
  readonly policy?: object;
  readonly found?: readonly FoundPrinter[];
  readonly door?: Partial<PrinterDoorParts>;
  /** The next test pages' names. */
  readonly nonces?: readonly string[];
  readonly discover?: () => Promise<readonly FoundPrinter[]>;
}

/** Printer setup with real settings on disk and the real door to printers; queue and record are lists a test can see. */
export class PrinterDesk {
  readonly dir: string;
  readonly door: PrinterDoor;
  readonly live: LiveSettings;
  readonly rolls: RollBook;
  readonly setup: PrinterSetup;
  jobs: JobRecord[] = [];
  readonly audited: {
    readonly event: string;
    readonly facts: object;
    readonly operator: string | undefined;
  }[] = [];
  readonly moved: string[] = [];
  moveAnswer: Result<void> = ok(undefined);
  changes = 0;

  private constructor(dir: string, live: LiveSettings, options: DeskOptions) {
    this.dir = dir;
    this.live = live;
    this.door = new PrinterDoor({ practice: true, ...options.door });
    this.door.configure(live.current.printers);
    this.rolls = new RollBook({
      file: path.join(dir, 'rolls.json'),
      write: writeFileAtomically,
      onChange: () => undefined,
      onFault: () => undefined,
    });
    const nonces = [...(options.nonces ?? ['K7Q4MX'])];
    const ports: SetupPorts = {
      settings: live,
      printers: this.door,
      spool: {
        openJobs: () => this.jobs,
        audit: (event, facts, ids) => {
          this.audited.push({ event, facts, operator: ids?.operator });
          return ok(undefined);
        },
      },
      discover: options.discover ?? (() => Promise.resolve(options.found ?? [])),
      moveBadge: (jobId, printerId) => Promise.resolve(this.#move(jobId, printerId)),
      shaper: () => sampleMaker().shaper(),
      rolls: this.rolls,
      newNonce: () => nonces.shift() ?? 'ZZZZZZ',
      operatorName: () => 'Jordan Reyes',
      onChanged: () => {
        this.changes += 1;
        this.door.configure(live.current.printers);
      },
    };
    this.setup = new PrinterSetup(ports);
  }

  static async open(options: DeskOptions = {}): Promise<PrinterDesk> {
    const dir = mkdtempSync(path.join(tmpdir(), 'printer-desk-'));
    return new PrinterDesk(dir, await settingsIn(dir, options.policy), options);
  }

  /** The settings as the next start would read them. */
  async nextStart(): Promise<LiveSettings> {
    return settingsIn(this.dir, undefined);
  }

  async close(): Promise<void> {
    await this.door.close();
    await this.rolls.idle();
    rmSync(this.dir, { recursive: true, force: true });
  }

  #move(jobId: string, printerId: string): Result<JobView> {
    const job = this.jobs.find(({ id }) => id === jobId);
    if (job === undefined) return fail('job-unknown');
    if (!this.moveAnswer.ok) return this.moveAnswer;
    const moved: JobRecord = { ...job, printerId };
    this.jobs = this.jobs.map((each) => (each === job ? moved : each));
    this.moved.push(`${jobId} to ${printerId}`);
    return ok(moved);
  }
}

async function settingsIn(dir: string, policy: object | undefined): Promise<LiveSettings> {
  const loaded = await loadSettings({
    userDataDir: dir,
    stationFile: null,
    policy: {
      read: () =>
        Promise.resolve(
          policy === undefined ? { kind: 'absent' } : { kind: 'read', origin: 'policy', value: policy },
        ),
    },
    isPackaged: false,
    log: noLog,
  });
  return new LiveSettings(loaded, new HandSettings(dir));
}
