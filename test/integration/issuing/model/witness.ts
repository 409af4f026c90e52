import type { CodeKind } from '../../../../src/shared/credential/kinds.ts';
import type { MethodRecord } from '../../../../src/main/practice/records.ts';
import type { ReplyOf } from '../../../../src/shared/ipc/contract.ts';
import { isTerminal } from '../../../../src/shared/printing/job.ts';
import type { Bench } from '../../../fakes/issuing/bench.ts';
import { codeIdOf } from '../../../fakes/issuing/site.ts';
import { isPinOf } from '../../../fakes/issuing/truth.ts';
import { holders } from './actions.ts';
import { lieIn } from './statements.ts';

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

  /** The answer to an operation is true of the directory, and `unknown` is said only where nothing could be known. */
  judge(
    reply: ReplyOf<'issue.run'>,
    holderId: string,
    before: MethodRecord | null,
    mayNotKnow: boolean,
  ): void {
    const lie = lieIn(reply, before, this.#bench.truth(holderId));
    if (lie !== null) this.wrongs.push(lie);
    // No reading shows whether a PIN is ours (judge.ts).
    if (!reply.ok || reply.value.state !== 'unknown' || reply.value.operation === 'new-pin') return;
    if (!mayNotKnow)
      this.wrongs.push(`${reply.value.operation} is called unknown although it could be known`);
  }

  /** An operation that made a code never says that it did not, whenever one asks. */
  checkStatements(): void {
    for (const { intentId, holderId, codeId } of this.#ours) {
      const state = this.#bench.run.spool.intent(intentId)?.state;
      const isDenied = state === 'not-done' || state === 'half-done' || state === 'planned';
      if (isDenied && !this.#touched.has(holderId))
        this.wrongs.push(`the operation that made ${codeId} is called ${state}`);
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
    // Killed runs leave their files behind, as they were at that moment.
    for (const folder of this.#bench.folders)
      for (const found of this.#bench.canaries.findIn(folder)) this.wrongs.push(found);
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
    // A first PIN is in one place before it is sent: sealed here. Afterwards nobody could ask for it.
    if (writing.step === 'create-method' && !writing.hasPin)
      this.wrongs.push('a PIN was sent that is not sealed here');
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
