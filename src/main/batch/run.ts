import type { LineReason } from '../../shared/credential/batch.ts';
import { operationFacts } from '../../shared/credential/kinds.ts';
import type { BatchPause } from '../../shared/ipc/batch.ts';
import type { IssueView } from '../../shared/ipc/views.ts';
import { fail, type Failure } from '../../shared/result.ts';
import type { BatchLine, BatchRecord } from '../spool/types.ts';
import { Papers } from './papers.ts';
import { Patience } from './patience.ts';
import type { BatchPorts } from './ports.ts';
import { isHoldersOwn, isPassing, noteOf, obstacleOf } from './troubles.ts';
import { hasRoom } from './window.ts';

/** Why a run came to its end. */
export type RunEnd =
  | { readonly kind: 'finished' }
  | { readonly kind: 'paused'; readonly why: BatchPause; readonly failure: Failure | null };

/** What one step says about going on; null = on. */
type Stop = RunEnd | null;

/** How long to leave an operator's hand that is in between, in milliseconds, and how often. */
const givingWayMs = 500;
const mostGivingWay = 240;
/** Operations in a row that ended without a clear success: then it is not the holders. */
const mostUnclear = 2;

/**
 * Goes through a batch line by line. Each holder gets what a single badge gets: the checks, the intent, the sealed
 * answer, the print job. A line is tied to its intent in the transaction that plans it, so that whatever moment the
 * program ends at, the next run knows what was begun and for whom.
 *
 * A holder's own trouble marks the line and the next one has its turn; trouble that everybody would meet (printer,
 * network, sign-in, disk) pauses the batch before anything is done for the next one.
 */
export class BatchRun {
  readonly patience: Patience;
  readonly papers: Papers;
  readonly #ports: BatchPorts;
  readonly #batch: BatchRecord;
  readonly #stop = new AbortController();
  #now: string | null = null;
  #unclear = 0;

  constructor(ports: BatchPorts, batch: BatchRecord) {
    this.#ports = ports;
    this.#batch = batch;
    this.papers = new Papers(ports, batch);
    this.patience = new Patience({ now: ports.now, wait: ports.wait, tell: ports.onChange });
  }

  /** Name of whoever is having their turn. */
  get now(): string | null {
    return this.#now;
  }

  /** Stops before the next holder; what is under way comes to its own end. */
  stop(): void {
    this.#stop.abort();
    this.papers.stir();
  }

  async run(): Promise<RunEnd> {
    const off = this.#ports.spool.onChange(() => this.papers.stir());
    try {
      for (;;) {
        const stop = (await this.#between()) ?? (await this.#turn());
        if (stop !== null) return stop;
      }
    } finally {
      off();
      this.#now = null;
    }
  }

  /** What is asked before each turn. */
  async #between(): Promise<Stop> {
    await this.patience.pass(this.#stop.signal);
    if (this.#stop.signal.aborted) return paused('person');
    if (this.#ports.isLocked()) return paused('locked');
    return this.#ports.operator() === null ? paused('trouble', fail('not-signed-in').failure) : null;
  }

  async #turn(): Promise<Stop> {
    const line = this.#ports.store.next(this.#batch.id);
    if (line?.state === 'begun') return this.#pickUp(line);
    const ahead = this.papers.look(true);
    if (!ahead.ok) return paused('trouble', ahead.failure);
    if (line === null && ahead.value.length === 0) return { kind: 'finished' };
    if (line === null || !hasRoom(line, ahead.value)) {
      await this.papers.changed(this.#stop.signal);
      return null;
    }
    this.#now = line.holderName;
    this.#ports.onChange();
    try {
      return await this.#issue(line);
    } finally {
      this.#now = null;
      this.#ports.onChange();
    }
  }

  async #issue(line: BatchLine): Promise<Stop> {
    const { issuer, now, wait } = this.#ports;
    const { holderId, operation } = line;
    if (holderId === null || operation === null) return this.#mark(line, 'failed', 'holder-not-found');
    const { lifetime, printerId } = this.#batch.wish;
    const prints = operationFacts[operation].prints !== null;
    for (let gaveWay = 0; ; gaveWay += 1) {
      const plan = await issuer.plan({
        holderId,
        operation,
        lifetime,
        printerId: prints ? printerId : null,
        codeBefore: line.codeBefore,
      });
      let trouble = plan.ok ? obstacleOf(plan.value) : plan.failure;
      // Somebody has made a code for them since the list was read: it must not be ended for a list that is old news.
      if (trouble?.code === 'code-exists' || trouble?.code === 'method-exists')
        return this.#mark(line, 'left-out', 'code-changed');
      if (this.#stop.signal.aborted) return null;
      if (plan.ok && trouble === null) {
        const run = await issuer.run(plan.value.planId, now(), noteOf(this.#batch.id), {
          batchId: this.#batch.id,
          place: line.place,
        });
        if (run.ok) return this.#ended(line, run.value);
        trouble = run.failure;
      }
      if (trouble === null) return paused('trouble', fail('plan-impossible').failure);
      if (!isPassing(trouble) || gaveWay >= mostGivingWay) return this.#judge(line, trouble);
      await wait(givingWayMs, this.#stop.signal);
    }
  }

  /** A line that was begun when the program ended: what became of it is known, or found out by reading. */
  async #pickUp(line: BatchLine): Promise<Stop> {
    const { issuer, wait } = this.#ports;
    const { intentId } = line;
    if (intentId === null) return this.#mark(line, 'unsure', 'outcome-unknown');
    for (let gaveWay = 0; ; gaveWay += 1) {
      const view = await issuer.resume(intentId);
      if (view.ok) return this.#ended(line, view.value);
      // Put away meanwhile, and forgotten since: there is nothing left to look at.
      if (view.failure.code === 'intent-unknown') return this.#mark(line, 'unsure', 'outcome-unknown');
      if (this.#stop.signal.aborted) return paused('person');
      if (!isPassing(view.failure) || gaveWay >= mostGivingWay) return paused('trouble', view.failure);
      await wait(givingWayMs, this.#stop.signal);
    }
  }

  #ended(line: BatchLine, view: IssueView): Stop {
    switch (view.state) {
      case 'created':
        return this.#went(line, 'issued');
      case 'done':
        return this.#went(line, 'done');
      case 'not-done': {
        const back = this.#mark(line, 'waiting', null);
        return back ?? this.#judge(line, view.failure ?? fail('cancelled').failure);
      }
      case 'half-done':
        // The old code has ended and there is no new one. Whatever did that would do it to the next holder as well.
        return this.#mark(line, 'unsure', 'half-done') ?? paused('trouble', view.failure);
      case 'picture-lost':
        return this.#unclearEnd(line, 'picture-lost', view.failure);
      case 'unknown':
        return this.#unclearEnd(line, 'outcome-unknown', view.failure);
    }
  }

  #went(line: BatchLine, state: 'issued' | 'done'): Stop {
    this.#unclear = 0;
    this.patience.calm();
    return this.#mark(line, state, null);
  }

  #unclearEnd(line: BatchLine, reason: LineReason, failure: Failure | null): Stop {
    this.#unclear += 1;
    const marked = this.#mark(line, 'unsure', reason);
    if (marked !== null) return marked;
    return this.#unclear >= mostUnclear ? paused('trouble', failure) : null;
  }

  /** Nothing was done for this holder: whose trouble is it? */
  #judge(line: BatchLine, trouble: Failure): Stop {
    if (isHoldersOwn(trouble)) return this.#mark(line, 'failed', trouble.code);
    if (this.patience.asks(trouble)) return null;
    if (trouble.code === 'cancelled') return paused('person');
    return paused('trouble', trouble);
  }

  #mark(line: BatchLine, state: BatchLine['state'], reason: LineReason | null): Stop {
    const marked = this.#ports.store.noteLine({ batchId: this.#batch.id, place: line.place }, state, reason);
    return marked.ok ? null : paused('trouble', marked.failure);
  }
}

function paused(why: BatchPause, failure: Failure | null = null): RunEnd {
  return { kind: 'paused', why, failure };
}
