import { BatchDesk } from '../../../src/main/batch/desk.ts';
import type { ChosenFile } from '../../../src/main/batch/ports.ts';
import type { GraphHttpClient } from '../../../src/main/graph/client.ts';
import type { HandOver } from '../../../src/main/issuing/hand-over.ts';
import type { Issuer } from '../../../src/main/issuing/issuer.ts';
import type { IssuingPorts } from '../../../src/main/issuing/ports.ts';
import { ok } from '../../../src/shared/result.ts';

/** The person at a station, as far as a batch asks one. */
export interface BatchPerson {
  /** What is chosen when a list is asked for. */
  readonly file: ChosenFile | null;
  readonly reports: { readonly name: string; readonly text: string }[];
  readonly isLocked: boolean;
  readonly onBatch: (() => void) | null;
}

/** The batch desk on a station's use cases, joined as the app joins it. */
export function deskOn(parts: {
  readonly ports: IssuingPorts;
  readonly graph: GraphHttpClient;
  readonly issuer: Issuer;
  readonly handOver: HandOver;
  readonly person: BatchPerson;
}): BatchDesk {
  const { ports, graph, issuer, handOver, person } = parts;
  return new BatchDesk({
    graph,
    issuer,
    printSlip: (intentId) => handOver.printSlip(intentId),
    store: ports.spool.batches,
    spool: ports.spool,
    operator: ports.operator,
    isLocked: () => person.isLocked,
    slipPrinter: ports.slipPrinter,
    now: ports.now,
    wait: ports.wait,
    chooseFile: () => Promise.resolve(ok(person.file)),
    saveReport: (name, text) => {
      person.reports.push({ name, text });
      return Promise.resolve(ok(true));
    },
    onChange: () => person.onBatch?.(),
    log: ports.log,
  });
}
