import type { CodeKind } from '../../../../src/shared/credential/kinds.ts';
import { isTerminal } from '../../../../src/shared/printing/job.ts';
import type { Bench } from '../../../fakes/issuing/bench.ts';
import { codeIdOf } from '../../../fakes/issuing/site.ts';
import { isPinOf } from '../../../fakes/issuing/truth.ts';
import { holders } from './actions.ts';

interface OurCode {
  readonly codeId: string;
  readonly holderId: string;
  readonly kind: CodeKind;
  /** The operation that made it. */
  readonly intentId: string;
}

/**
 * Watches directory, paper and ledger from outside and remembers what it saw. Everything it finds wrong goes to
 * `wrongs`; it changes nothing.
 */
export class Witness {
  readonly wrongs: string[] = [];
  /** Intents an operator has put away, knowing what they say. */
  readonly dismissed = new Set<string>();
  /** Whose credential somebody else is changing in the directory right now. */
  #elsewhere: string | null = null;
  readonly #bench: Bench;
  readonly #ours: OurCode[] = [];
  readonly #endedByUs = new Set<string>();
  /** Whose credential somebody else has touched: there a PIN of ours may be wrong through no fault of ours. */
  readonly #touched = new Set<string>();
  #before: Readonly<Record<string, Record<CodeKind, string | null>>>;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#before = this.#codes();
    bench.onCommit = () => this.#commit();
    bench.onPaper = (text) => this.#paper(text);
  }

  /** Each active code that was made here has a badge, a job, or an operation that says what it lacks. */
  checkLedger(): void {
    const open = this.#bench.run.spool.openIntents();
    const jobs = this.#bench.run.spool.history(1000);
    for (const code of this.#ours) {
      const active = this.#bench.truth(code.holderId)?.[code.kind];
      if (active?.id !== code.codeId || active.expireMs <= this.#bench.clock.now()) continue;
      const hasJob = jobs.some(
        (job) => job.codeId === code.codeId && (!isTerminal(job.state) || job.state === 'handed-over'),
      );
      const isNamed = open.some(({ holderId, operation }) => {
        const kind = operation === 'temporary' || operation === 'end-temporary' ? 'temporary' : 'standard';
        return holderId === code.holderId && (kind === code.kind || operation === 'remove');
      });
      if (!hasJob && !isNamed && !this.dismissed.has(code.intentId)) {
        this.wrongs.push(`${code.kind} code ${code.codeId} works and nobody knows of it`);
      }
    }
    for (const job of jobs.filter(({ state }) => state === 'handed-over')) {
      if (!this.#bench.printed.some(({ text }) => codeIdOf(text) === job.codeId)) {
        this.wrongs.push(`job ${job.id} was handed over without a paper`);
      }
    }
  }

  /** No job prints twice without a person's decision, which shows as another copy. */
  checkPapers(): void {
    const seen = new Set<string>();
    for (const { jobId, copy } of this.#bench.printed) {
      const key = `${jobId} copy ${copy}`;
      if (seen.has(key)) this.wrongs.push(`${key} came out twice`);
      seen.add(key);
    }
  }

  checkSecrets(): void {
    for (const found of this.#bench.canaries.findIn(this.#bench.run.folder)) this.wrongs.push(found);
    for (const found of this.#bench.canaries.findInText(this.#bench.logLines.join('\n'))) {
      this.wrongs.push(`${found} in the log`);
    }
  }

  /** A PIN that was shown must be the holder's. */
  async checkPin(holderId: string, pin: string): Promise<void> {
    if (this.#touched.has(holderId)) return;
    const { tenant, canaries } = this.#bench;
    const before = this.#bench.onCommit;
    this.#bench.onCommit = null;
    const isRight = await isPinOf(tenant, canaries.token, holderId, pin);
    this.#bench.onCommit = before;
    if (!isRight) this.wrongs.push(`a wrong PIN was shown`);
  }

  /** Somebody else changes this holder's credential. */
  async whileElsewhere(holderId: string, work: () => Promise<unknown>): Promise<void> {
    this.#touched.add(holderId);
    this.#elsewhere = holderId;
    await work();
    this.#elsewhere = null;
  }

  #commit(): void {
    const now = this.#codes();
    for (const holderId of holders) {
      for (const kind of ['standard', 'temporary'] as const) {
        const [old, fresh] = [this.#before[holderId]?.[kind] ?? null, now[holderId]?.[kind] ?? null];
        if (old === fresh) continue;
        if (old !== null && this.#elsewhere === null) this.#endedByUs.add(old);
        if (fresh !== null && this.#elsewhere === null) this.#noteOurs(fresh, holderId, kind);
      }
    }
    this.#before = now;
  }

  #noteOurs(codeId: string, holderId: string, kind: CodeKind): void {
    if (this.#bench.isKilled) return void this.wrongs.push('a dead run wrote to the directory');
    const intents = this.#bench.run.spool.openIntents().filter((one) => one.holderId === holderId);
    const writing = intents.findLast(({ state }) => state === 'writing');
    // Rule R2: nothing is written without a durable note of it.
    if (writing === undefined) return void this.wrongs.push(`code ${codeId} was made without an intent`);
    this.#ours.push({ codeId, holderId, kind, intentId: writing.id });
  }

  #paper(text: string): void {
    const codeId = codeIdOf(text);
    if (this.#endedByUs.has(codeId)) this.wrongs.push(`a code that was ended here came out on paper`);
    const code = Object.values(this.#bench.tenant.snapshot().methods)
      .flatMap((method) => [method?.standard, method?.temporary])
      .find((one) => one?.id === codeId);
    if (code && code.expireMs <= this.#bench.clock.now())
      this.wrongs.push('an expired code came out on paper');
  }

  #codes(): Record<string, Record<CodeKind, string | null>> {
    return Object.fromEntries(
      holders.map((holderId) => {
        const method = this.#bench.truth(holderId);
        return [
          holderId,
          { standard: method?.standard?.id ?? null, temporary: method?.temporary?.id ?? null },
        ];
      }),
    );
  }
}
