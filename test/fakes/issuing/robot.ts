import type { CodeKind, Operation } from '../../../src/shared/credential/kinds.ts';
import { operationFacts } from '../../../src/shared/credential/kinds.ts';
import type { ReplyOf } from '../../../src/shared/ipc/contract.ts';
import type { IssueView } from '../../../src/shared/ipc/views.ts';
import { isTerminal, type JobView } from '../../../src/shared/printing/job.ts';
import { eventually } from '../printing/eventually.ts';
import { codeIdOf, type Site } from './site.ts';

const lifetimes = {
  standard: { kind: 'standard', days: 365 },
  temporary: { kind: 'temporary', hours: 8 },
} as const;

/** What makes good an operation that stopped: the same rule the window goes by. */
const again: Readonly<Record<Operation, Operation>> = {
  'first-badge': 'replace',
  replace: 'replace',
  temporary: 'temporary',
  'end-temporary': 'end-temporary',
  extend: 'extend',
  'new-pin': 'new-pin',
  remove: 'remove',
};

/** For a machine that is busy with other tests; nothing here is timed. */
const patienceMs = 60_000;

/** An operator who believes what the station says and does what it offers, nothing more. */
export class Robot {
  /** What was done, in order, e.g. `replace: half-done`. */
  readonly journal: string[] = [];
  /** The PINs holders were told, newest last. */
  readonly told = new Map<string, string[]>();
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  /** Check and button: one operation for one holder. */
  async issue(holderId: string, operation: Operation): Promise<ReplyOf<'issue.run'>> {
    const kind = operation === 'extend' ? 'standard' : operationFacts[operation].prints;
    const plan = await this.#site.call('issue.plan', {
      holderId,
      operation,
      lifetime: kind === null ? null : lifetimes[kind],
      printerId: operationFacts[operation].prints === null ? null : 'front',
    });
    if (!plan.ok) return this.#noted(operation, plan);
    const obstacle = plan.value.checks.find(({ verdict }) => verdict === 'failed')?.failure?.code;
    // What the check itself says to do instead.
    if (obstacle === 'method-not-found' && operation !== 'first-badge')
      return this.issue(holderId, 'first-badge');
    if (obstacle === 'method-exists' && operation !== 'replace') return this.issue(holderId, 'replace');
    const { planId } = plan.value;
    const run = await this.#site.call('issue.run', { planId, clickedAtMs: this.#site.clock.now(), note: '' });
    return this.#noted(operation, run);
  }

  /** Everything the station lists for this holder, until nothing is left or nothing helps. */
  async finish(holderId: string): Promise<void> {
    for (let round = 0; round < 30; round += 1) {
      const open = await this.#site.call('issue.open', {});
      if (!open.ok) throw new Error(open.failure.code);
      const theirs = open.value.filter((one) => one.holderId === holderId);
      // Told that a PIN is in doubt, a person settles first what casts the doubt.
      const isInDoubt = this.journal.at(-1) === 'PIN: pin-in-doubt';
      const issue = (isInDoubt ? theirs.find(({ state }) => state === 'unknown') : undefined) ?? theirs[0];
      if (issue === undefined) return;
      await this.#deal(issue);
    }
    throw new Error(`Not finished: ${this.journal.join(', ')}`);
  }

  async #deal(issue: IssueView): Promise<void> {
    const { intentId, operation, holderId, state, job } = issue;
    switch (state) {
      case 'unknown':
        if (operation === 'new-pin') return void (await this.issue(holderId, 'new-pin'));
        // Later, when one reading tells the truth.
        this.#site.clock.advance(11 * 60_000);
        return this.#note('look again', await this.#site.call('issue.resume', { intentId }));
      case 'picture-lost':
      case 'half-done':
        return void (await this.issue(holderId, again[operation]));
      case 'created':
        if (job === null) return this.#handOver(issue);
        if (isTerminal(job.state)) return void (await this.issue(holderId, again[operation]));
        return this.#dealWithJob(issue, job);
      case 'done':
      case 'not-done':
        throw new Error(`Listed although ${state}`);
    }
  }

  async #dealWithJob(issue: IssueView, job: JobView): Promise<void> {
    switch (job.state) {
      case 'queued':
      case 'sending':
        await this.#printed(job.id);
        return;
      case 'unsure': {
        const came = (await this.paperOf(issue.holderId, job.kind)) !== null;
        const answer = came ? 'yes' : 'no';
        const note = 'looked at the printer';
        return this.#note(
          `paper: ${answer}`,
          await this.#site.call('jobs.answer', { jobId: job.id, answer, note }),
        );
      }
      case 'sent':
      case 'confirmed': {
        const scanned = await this.paperOf(issue.holderId, job.kind);
        const verified = await this.#site.call('jobs.verify', {
          jobId: job.id,
          scanned: scanned ?? '',
          by: 'keyboard',
        });
        if (verified.ok) this.journal.push(`scan: ${verified.value.verdict}`);
        return this.#handOver(issue);
      }
      case 'verified':
        return this.#handOver(issue);
      case 'held':
        return this.#note('release', await this.#site.call('jobs.release', { jobId: job.id }));
      case 'handed-over':
      case 'cancelled':
      case 'expired':
      case 'replaced':
        throw new Error(`Listed as open although ${job.state}`);
    }
  }

  /** The text on the newest paper that carries the holder's active code of this kind; null when there is none. */
  async paperOf(holderId: string, kind: CodeKind): Promise<string | null> {
    const active = this.#site.truth(holderId)?.[kind]?.id;
    const papers = await this.#site.papers();
    return papers.findLast((text) => codeIdOf(text) === active) ?? null;
  }

  async #handOver({ intentId, holderId, pinWaiting }: IssueView): Promise<void> {
    if (pinWaiting) {
      const pin = await this.#site.call('issue.revealPin', { intentId });
      // Settled in the background since the list was read, or not known to be the right one yet: the list says what is next.
      if (!pin.ok && ['pin-gone', 'pin-in-doubt'].includes(pin.failure.code))
        return void this.journal.push(`PIN: ${pin.failure.code}`);
      if (!pin.ok) throw new Error(`PIN: ${pin.failure.code}`);
      this.told.set(holderId, [...(this.told.get(holderId) ?? []), pin.value.pin]);
    }
    this.#note('hand over', await this.#site.call('issue.handOver', { intentId }));
  }

  async #printed(jobId: string): Promise<void> {
    const hasLeft = async (): Promise<boolean> => {
      const jobs = await this.#site.call('jobs.open', {});
      const job = jobs.ok ? jobs.value.find((one) => one.id === jobId) : undefined;
      if (job?.state === 'queued' && job.retryAt !== null) this.#site.clock.advance(60_000);
      return job?.state !== 'queued' && job?.state !== 'sending';
    };
    await eventually(`job ${jobId} leaves the queue`, hasLeft, patienceMs);
  }

  #noted<T extends ReplyOf<'issue.run'>>(what: string, reply: T): T {
    this.#note(what, reply);
    return reply;
  }

  #note(what: string, reply: ReplyOf<'issue.run'> | ReplyOf<'jobs.answer'>): void {
    this.journal.push(`${what}: ${reply.ok ? reply.value.state : reply.failure.code}`);
  }
}
