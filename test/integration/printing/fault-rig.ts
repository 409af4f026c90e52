import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import type { PrintTimings } from '../../../src/main/printing/drivers/types.ts';
import { PrinterDoor } from '../../../src/main/printing/printer.ts';
import type { PrintOutcome, PrintRequest } from '../../../src/main/printing/types.ts';
import type { JobRecord } from '../../../src/main/spool/types.ts';
import { SpoolWorker } from '../../../src/main/spool/worker.ts';
import type { SymbolFacts } from '../../../src/main/badges/types.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import type { Language } from '../../../src/shared/printing/profile.ts';
import { ok } from '../../../src/shared/result.ts';
import { FakeBadges } from '../../fakes/fake-badges.ts';
import { badgePage, testPayload, type TestPage } from '../../fakes/pages.ts';
import {
  EscposPrinterSim,
  PolledPrinterSim,
  ZplPrinterSim,
  type EscposScript,
  type ZplScript,
} from '../../fakes/tcp-printers.ts';
import { must, quickFolder, SpoolBench } from '../../fakes/spool-samples.ts';

/** Long enough for a loaded machine to answer, short enough for a printer that never does. */
const timings = {
  connectMs: 500,
  answerMs: 400,
  chunkMs: 500,
  busyMs: 300,
  pollMs: 10,
  completionMs: 1000,
  finishMs: 300,
  paperMmPerSecond: 5000,
  slowestBytesPerSecond: 100_000,
};

const symbol: SymbolFacts = {
  version: 8,
  modules: 49,
  errorCorrection: 'M',
  dotsPerModule: 5,
  moduleMm: 0.6,
  sizeMm: 35,
  leftDots: 0,
  topDots: 0,
};

const label: Media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };
const receipt: Media = { kind: 'continuous', widthMm: 54, heightMm: 86, gapMm: 0 };

/** One model per language. */
const models: Readonly<Record<Language, readonly [profile: string, media: Media, dpi: 203 | 300]>> = {
  zpl: ['zebra-zd421-203', label, 203],
  escpos: ['epson-tm-t20iii', receipt, 203],
  starprnt: ['star-mc-print3', receipt, 203],
  'star-line': ['star-tsp654ii', receipt, 203],
  'star-graphic': ['star-tsp143iii', receipt, 203],
  epl2: ['zebra-lp2844', label, 203],
  tspl: ['tsc-te200', label, 203],
  'brother-ql': ['brother-ql-570', { kind: 'gap', widthMm: 62, heightMm: 100, gapMm: 3 }, 300],
  cpcl: ['zebra-qln320', label, 203],
  dymo: ['dymo-lw-450', label, 300],
};

export type FaultScript = ZplScript & EscposScript;

/** A simulated printer of any language, and what came out of it. */
export interface Sim {
  readonly address: string;
  behave(script: FaultScript): void;
  /** Papers that have come out, and those that now come out by themselves. */
  papers(): number;
  close(): Promise<void>;
}

async function startSim(language: Language): Promise<Sim> {
  if (language === 'zpl') {
    const sim = await ZplPrinterSim.start();
    return simOf(sim, () => sim.labels.length + sim.waiting);
  }
  if (language === 'escpos') {
    const sim = await EscposPrinterSim.start();
    return simOf(sim, () => sim.papers.length);
  }
  const sim = await PolledPrinterSim.start(language);
  return simOf(sim, () => sim.papers + sim.waiting);
}

function simOf(sim: Omit<Sim, 'papers'>, papers: () => number): Sim {
  return { address: sim.address, behave: (script) => sim.behave(script), papers, close: () => sim.close() };
}

/** A printer of one language with its simulator, and whatever else has to be closed at the end of a test. */
export class FaultRig {
  readonly #closing: (() => Promise<unknown>)[] = [];

  async open(
    language: Language,
    changes: Partial<PrintTimings> = {},
  ): Promise<{ door: PrinterDoor; sim: Sim }> {
    const sim = await startSim(language);
    this.onClose(() => sim.close());
    return { door: this.openDoor(language, sim.address, changes), sim };
  }

  openDoor(language: Language, address: string, changes: Partial<PrintTimings> = {}): PrinterDoor {
    const door = new PrinterDoor({ practice: false, timings: { ...timings, ...changes } });
    this.onClose(() => door.close());
    const [profile, media] = models[language];
    door.configure([{ id: 'front', name: 'Front desk', profile, address, media }]);
    return door;
  }

  /** Stores one badge in a ledger of its own and lets a worker try to print it at this door. */
  async print(door: PrinterDoor, language: Language, page: TestPage = pageFor(language)): Promise<LedgerJob> {
    const job = new LedgerJob(door, page);
    this.onClose(() => job.close());
    await job.tried();
    return job;
  }

  /** Somebody who has the printer: connected, and served as soon as a question of theirs is answered. */
  async otherClient(address: string, question: Uint8Array): Promise<{ leave(): Promise<void> }> {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    this.onClose(async () => socket.destroy());
    socket.write(question);
    await once(socket, 'data');
    return {
      leave: async () => {
        socket.end();
        await once(socket, 'close');
      },
    };
  }

  onClose(close: () => Promise<unknown>): void {
    this.#closing.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0).reverse()) await close();
  }
}

/**
 * A badge in a real ledger on a real file, on its way to a printer by the real worker. Its page is ready made and its time
 * stands still unless told, so that the first try can be looked at by itself.
 */
export class LedgerJob {
  readonly #bench = new SpoolBench(quickFolder());
  readonly #worker: SpoolWorker;
  readonly #jobId: string;
  readonly #outcomes: PrintOutcome[] = [];

  constructor(door: PrinterDoor, page: TestPage) {
    const badges = new FakeBadges();
    badges.make = () => Promise.resolve(ok({ page, symbol, advice: [] }));
    this.#worker = new SpoolWorker({
      store: this.#bench.spool,
      printers: this.#recording(door),
      badges,
      clock: this.#bench.clock,
      log: { info: () => undefined, warn: () => undefined },
    });
    this.#jobId = this.#bench.queue().id;
    must(this.#worker.start());
  }

  /** What the door said of the last try. */
  get outcome(): PrintOutcome | undefined {
    return this.#outcomes.at(-1);
  }

  /** Tries in which a byte may have left. */
  get tries(): number {
    return this.#outcomes.filter(({ kind }) => kind !== 'not-started').length;
  }

  /** What the ledger says. */
  get ledger(): JobRecord {
    const job = this.#bench.spool.job(this.#jobId);
    if (job === null) throw new Error('the ledger lost its job');
    return job;
  }

  /** Resolves when nothing is being tried. */
  async tried(): Promise<void> {
    await this.#worker.idle();
  }

  /** Lets more time pass than any wait for a printer, and waits for what that sets off. */
  async pass(): Promise<void> {
    this.#bench.clock.advance(61_000);
    await this.tried();
  }

  async close(): Promise<void> {
    await this.#worker.stop();
    this.#bench.dispose();
  }

  #recording(door: PrinterDoor): PrinterDoor {
    return new Proxy(door, {
      get: (target, name) => {
        if (name === 'print') {
          return async (request: PrintRequest): Promise<PrintOutcome> => {
            const outcome = await target.print(request);
            this.#outcomes.push(outcome);
            return outcome;
          };
        }
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }
}

/** A badge for the model of a language. */
export function pageFor(language: Language): TestPage {
  const [, , dpi] = models[language];
  const size = { widthMm: 54, heightMm: 80 };
  return badgePage({ dpi, ...size, payload: testPayload(180), dotsPerModule: dpi === 203 ? 5 : 8 });
}

/** A page of a few hundred bytes, for lines on which a badge would take a minute. */
export function smallPage(language: Language): TestPage {
  const [, , dpi] = models[language];
  return badgePage({ dpi, widthMm: 12, heightMm: 16, payload: Buffer.from('9600'), dotsPerModule: 2 });
}

/** An address at which nobody listens. */
export async function freeAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `tcp://127.0.0.1:${port}`;
}

/** Something each language's simulator answers. */
export const greeting: Readonly<Record<Language, Uint8Array>> = {
  zpl: Buffer.from('~HS'),
  escpos: Uint8Array.of(0x10, 0x04, 0x01),
  starprnt: Uint8Array.of(0x1b, 0x06, 0x01),
  'star-line': Uint8Array.of(0x1b, 0x06, 0x01),
  'star-graphic': Uint8Array.of(0x1b, 0x06, 0x01),
  tspl: Uint8Array.of(0x1b, 0x21, 0x3f),
  'brother-ql': Uint8Array.of(0x1b, 0x69, 0x53),
  epl2: Buffer.from('^ee\r\n'),
  cpcl: Uint8Array.of(0x1b, 0x68),
  dymo: Uint8Array.of(0x1b, 0x41),
};

/** The model that stands for a language. */
export const modelOf = (language: Language): string => models[language][0];
