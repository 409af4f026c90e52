import { SpoolWorker } from '../../../src/main/spool/worker.ts';
import type { SpoolQueue } from '../../../src/main/spool/types.ts';
import type { JobState } from '../../../src/shared/printing/job.ts';
import type { FailureFacts } from '../../../src/shared/result.ts';
import { FakeBadges } from '../../fakes/fake-badges.ts';
import { FakePrinters } from '../../fakes/fake-printers.ts';
import { must, SpoolBench } from '../../fakes/spool-samples.ts';

/** A spool on a real file with a worker and printers that do what the test says. */
export class WorkerBench extends SpoolBench {
  readonly badges = new FakeBadges();
  readonly printers: FakePrinters;
  readonly logged: string[] = [];
  readonly milestones: string[] = [];
  /** Where badges may go when their printer fails; none unless a test says so. */
  route: readonly string[] = [];
  #worker: SpoolWorker | null = null;

  constructor(printerIds: readonly string[] = ['front', 'back']) {
    super();
    this.printers = new FakePrinters(printerIds);
  }

  /** Starts a worker, on another store than the real one when a test needs it to fail. */
  start(store: SpoolQueue = this.spool): SpoolWorker {
    const worker = new SpoolWorker({
      store,
      printers: this.printers,
      badges: this.badges,
      clock: this.clock,
      standBys: () => this.route,
      log: {
        info: (event, facts) => this.#log(event, facts),
        warn: (event, facts) => this.#log(event, facts),
      },
      onMilestone: (_jobId, milestone) => this.milestones.push(milestone),
    });
    this.#worker = worker;
    must(worker.start());
    return worker;
  }

  /** Waits until nothing is being tried. */
  async quiet(): Promise<void> {
    await this.#worker?.idle();
  }

  /** Lets time pass and waits for what it set off. */
  async pass(ms: number): Promise<void> {
    this.clock.advance(ms);
    await this.quiet();
  }

  state(jobId: string): JobState | undefined {
    return this.spool.job(jobId)?.state;
  }

  async end(): Promise<void> {
    await this.#worker?.stop();
    this.dispose();
  }

  #log(event: string, facts: FailureFacts = {}): void {
    this.logged.push(`${event} ${JSON.stringify(facts)}`);
  }
}

/** A promise and the means to settle it: keeps a job under way for as long as the test wants. */
export function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
