import { BatchDesk } from '../batch/desk.ts';
import type { ListFiles } from '../batch/ports.ts';
import type { Clock } from '../clock.ts';
import type { Issuer } from '../issuing/issuer.ts';
import type { HandOver } from '../issuing/hand-over.ts';
import type { IssuingPorts } from '../issuing/ports.ts';
import { ok } from '../../shared/result.ts';
import type { GraphHttpClient } from '../graph/client.ts';
import type { StationWorld } from './station-world.ts';

/** A batch tells the window that it came further this often at most, in milliseconds. */
const tellEveryMs = 200;

/** A station without a window has nobody to ask. */
const noListFiles: ListFiles = {
  choose: () => Promise.resolve(ok(null)),
  save: () => Promise.resolve(ok(false)),
};

export interface BatchRoomParts {
  readonly world: Pick<StationWorld, 'clock' | 'events' | 'listFiles'>;
  readonly ports: IssuingPorts;
  readonly graph: GraphHttpClient;
  readonly issuer: Issuer;
  readonly handOver: HandOver;
  readonly lock: { readonly locked: unknown };
}

/** The batch desk, joined to the use cases of a single badge. */
export function makeBatch({ world, ports, graph, issuer, handOver, lock }: BatchRoomParts): BatchDesk {
  const files = world.listFiles ?? noListFiles;
  return new BatchDesk({
    graph,
    issuer,
    printSlip: (intentId) => handOver.printSlip(intentId),
    store: ports.spool.batches,
    spool: ports.spool,
    operator: ports.operator,
    isLocked: () => lock.locked !== null,
    slipPrinter: ports.slipPrinter,
    now: ports.now,
    wait: ports.wait,
    chooseFile: files.choose,
    saveReport: files.save,
    onChange: seldom(world.clock, () => world.events.send('batch', {})),
    log: ports.log,
  });
}

/** At once the first time, and then as seldom as that; the last change is always told. */
function seldom(clock: Clock, tell: () => void): () => void {
  let isResting = false;
  let isDue = false;
  const rest = (): void => {
    isResting = true;
    clock.setTimer(tellEveryMs, () => {
      isResting = false;
      if (!isDue) return;
      isDue = false;
      tell();
      rest();
    });
  };
  return () => {
    if (isResting) {
      isDue = true;
      return;
    }
    tell();
    rest();
  };
}

/** While a list runs the window hears of jobs this often at most, in milliseconds. */
const calmMs = 1000;

/**
 * Tells the window which job has changed. For each the window reads everything that is open; that is next to nothing for
 * single badges, and too much several times a second when a list has left a thousand operations open.
 */
export function jobTeller(
  { clock, events }: { readonly clock: Clock; readonly events: Pick<JobEvents, 'send'> },
  list: { readonly isRunning: boolean },
): (jobId: string) => void {
  let stop: (() => void) | null = null;
  let due: string | null = null;
  const tell = (jobId: string): void => events.send('job', { jobId });
  const rest = (): void => {
    stop = clock.setTimer(calmMs, () => {
      stop = null;
      const jobId = due;
      due = null;
      if (jobId === null) return;
      tell(jobId);
      rest();
    });
  };
  return (jobId) => {
    if (list.isRunning && stop !== null) {
      due = jobId;
      return;
    }
    // Whatever was due is told with it: the window looks at everything anyway.
    stop?.();
    [stop, due] = [null, null];
    tell(jobId);
    if (list.isRunning) rest();
  };
}

interface JobEvents {
  send(event: 'job', detail: { readonly jobId: string }): void;
}
