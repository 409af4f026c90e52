import { type BatchWish, type LineReason, maxBatchLines } from '../../shared/credential/batch.ts';
import type { Holder } from '../../shared/credential/holder.ts';
import { fail, type Failure, ok, type Result } from '../../shared/result.ts';
import type { CallOptions, HolderPage } from '../graph/types.ts';
import type { NewBatchLine } from '../spool/types.ts';
import { choose, type OpenWork } from './choose.ts';
import type { ListEntry } from './list/entries.ts';
import { findPerson } from './list/people.ts';
import { Patience } from './patience.ts';
import type { BatchPorts } from './ports.ts';

/** Questions to the directory at once: Microsoft counts all of a station's calls, so more of them only meet the limit sooner. */
const atOnce = 4;

/** Somebody to look at: named by a line of a list, or known already. */
export type Candidate =
  | { readonly kind: 'entry'; readonly entry: ListEntry }
  | { readonly kind: 'holder'; readonly holder: Holder }
  | { readonly kind: 'id'; readonly holderId: string; readonly entry: string; readonly line: number | null };

/** Asks the directory, as often as it wants to be asked again. */
export type Ask = <T>(call: (options: CallOptions) => Promise<Result<T>>) => Promise<Result<T>>;

/** Where the people come from, page by page. */
export type People = (ask: Ask) => AsyncIterable<Result<readonly Candidate[]>>;

/**
 * Reads a list to the end and says for everybody on it what would be done, or why nothing is. Changes nothing. Trouble
 * with one person leaves that person out; trouble of the station ends the reading.
 */
export class Reading {
  done = 0;
  of: number | null = null;
  readonly patience: Patience;
  readonly #ports: BatchPorts;
  readonly #wish: BatchWish;
  readonly #stop = new AbortController();
  readonly #work = new Map<string, OpenWork>();

  constructor(ports: BatchPorts, wish: BatchWish) {
    this.#ports = ports;
    this.#wish = wish;
    this.patience = new Patience({ now: ports.now, wait: ports.wait, tell: ports.onChange });
  }

  /** Ends the reading as soon as the calls under way have come back. */
  cancel(): void {
    this.#stop.abort();
  }

  async run(people: People): Promise<Result<readonly NewBatchLine[]>> {
    this.#noteOpenWork();
    const candidates: Candidate[] = [];
    for await (const page of people((call) => this.#patiently(() => call(this.#options())))) {
      if (this.#stop.signal.aborted) return fail('cancelled');
      if (!page.ok) return page;
      candidates.push(...page.value);
      if (candidates.length > maxBatchLines)
        return fail('list-too-long', { lines: candidates.length, most: maxBatchLines });
      this.#ports.onChange();
    }
    this.of = candidates.length;
    const lines = await this.#lookAt(candidates);
    if (this.#stop.signal.aborted) return fail('cancelled');
    return lines.ok ? ok(withoutRepeats(lines.value)) : lines;
  }

  async #lookAt(candidates: readonly Candidate[]): Promise<Result<readonly NewBatchLine[]>> {
    const lines: (NewBatchLine | undefined)[] = Array.from({ length: candidates.length });
    let next = 0;
    let trouble: Failure | null = null;
    const worker = async (): Promise<void> => {
      while (trouble === null && !this.#stop.signal.aborted) {
        const at = next;
        next += 1;
        const candidate = candidates[at];
        if (candidate === undefined) return;
        const line = await this.#patiently(() => this.#lineFor(candidate));
        if (line.ok) lines[at] = line.value;
        else trouble = line.failure;
        this.done += 1;
        this.#ports.onChange();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (trouble !== null) return { ok: false, failure: trouble };
    return ok(lines.filter((line) => line !== undefined));
  }

  async #patiently<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
    for (;;) {
      await this.patience.pass(this.#stop.signal);
      if (this.#stop.signal.aborted) return fail('cancelled');
      const result = await call();
      if (result.ok) this.patience.calm();
      else if (this.patience.asks(result.failure)) continue;
      return result;
    }
  }

  async #lineFor(candidate: Candidate): Promise<Result<NewBatchLine>> {
    const { graph } = this.#ports;
    switch (candidate.kind) {
      case 'holder':
        return this.#judge(candidate.holder, { line: null, entry: candidate.holder.upn });
      case 'id': {
        const found = await graph.holder(candidate.holderId, this.#options());
        if (found.ok) return this.#judge(found.value, candidate);
        if (found.failure.code !== 'holder-not-found') return found;
        return ok(leftOut(candidate, null, 'holder-not-found'));
      }
      case 'entry': {
        const { entry } = candidate;
        const where = { line: entry.line, entry: entry.text };
        if (entry.trouble !== null) return ok(leftOut(where, null, entry.trouble));
        const found = await findPerson(graph, entry.keys, this.#options());
        if (!found.ok) return found;
        return 'leftOut' in found.value
          ? ok(leftOut(where, null, found.value.leftOut))
          : this.#judge(found.value.holder, where);
      }
    }
  }

  async #judge(holder: Holder, where: Where): Promise<Result<NewBatchLine>> {
    const { graph, operator, now } = this.#ports;
    if (operator()?.objectId.toLowerCase() === holder.id.toLowerCase())
      return ok(leftOut(where, holder, 'own-badge'));
    const reading = (await graph.credential(holder.id, this.#options())).result;
    if (!reading.ok) {
      // A role that does not reach this one says nothing about the next one.
      const { code } = reading.failure;
      const isHis =
        code === 'graph-refused-role' || code === 'graph-refused-self' || code === 'holder-not-found';
      return isHis ? ok(leftOut(where, holder, code)) : reading;
    }
    const work = this.#work.get(holder.id) ?? { intents: [], jobs: [] };
    const choice = choose(holder, reading.value, this.#wish, work, now());
    if ('leftOut' in choice) return ok(leftOut(where, holder, choice.leftOut));
    return ok({
      ...lineOf(where, holder),
      operation: choice.operation,
      codeBefore: reading.value?.standard?.id ?? null,
      ends: choice.ends,
      state: 'waiting',
      reason: null,
    });
  }

  #options(): CallOptions {
    return {
      signal: this.#stop.signal,
      interactive: false,
      onWait: ({ reason, waitMs }) => {
        if (reason === 'throttled') this.patience.holdFor(waitMs);
      },
    };
  }

  /** Read once: a look into the ledger for each of a thousand people would cost more than the directory. */
  #noteOpenWork(): void {
    const { spool } = this.#ports;
    const of = (holderId: string): OpenWork => this.#work.get(holderId) ?? { intents: [], jobs: [] };
    for (const intent of spool.openIntents()) {
      const known = of(intent.holderId);
      this.#work.set(intent.holderId, { ...known, intents: [...known.intents, intent] });
    }
    for (const job of spool.openJobs()) {
      const known = of(job.holderId);
      this.#work.set(job.holderId, { ...known, jobs: [...known.jobs, job] });
    }
  }
}

type Where = Pick<NewBatchLine, 'line' | 'entry'>;

function lineOf(
  { line, entry }: Where,
  holder: Holder | null,
): Pick<NewBatchLine, 'line' | 'entry' | 'holderId' | 'holderName'> {
  return { line, entry, holderId: holder?.id ?? null, holderName: holder?.name ?? null };
}

function leftOut(where: Where, holder: Holder | null, reason: LineReason): NewBatchLine {
  return {
    ...lineOf(where, holder),
    operation: null,
    codeBefore: null,
    ends: false,
    state: 'left-out',
    reason,
  };
}

/** Whoever is on the list twice gets one badge, where they stand first. */
function withoutRepeats(lines: readonly NewBatchLine[]): readonly NewBatchLine[] {
  const seen = new Set<string>();
  return lines.map((line) => {
    const { holderId } = line;
    if (holderId === null) return line;
    if (!seen.has(holderId)) {
      seen.add(holderId);
      return line;
    }
    return {
      ...line,
      operation: null,
      codeBefore: null,
      ends: false,
      state: 'left-out',
      reason: 'listed-twice',
    };
  });
}

/** The pages of a directory list as candidates. */
export async function* pagesOf(
  graph: Pick<BatchPorts['graph'], 'moreHolders'>,
  first: (options: CallOptions) => Promise<Result<HolderPage>>,
  ask: Ask,
): AsyncGenerator<Result<readonly Candidate[]>> {
  // A person has asked for this list, so it may ask for its permission.
  let page = await ask((options) => first({ ...options, interactive: true }));
  for (;;) {
    if (!page.ok) {
      yield page;
      return;
    }
    const { holders, next } = page.value;
    yield ok(holders.map((holder) => ({ kind: 'holder', holder })));
    if (next === null) return;
    page = await ask((options) => graph.moreHolders(next, options));
  }
}
