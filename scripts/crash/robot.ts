import type { Operation } from '../../src/shared/credential/kinds.ts';
import type { Lifetime } from '../../src/shared/credential/lifetimes.ts';
import type { IssueView } from '../../src/shared/ipc/views.ts';
import { isTerminal, type JobView } from '../../src/shared/printing/job.ts';
import type { Result } from '../../src/shared/result.ts';
import { sha256 } from '../tenant/code-book.ts';
import type { TenantServer } from '../tenant/tenant-server.ts';
import { type AppLife, pause } from './app-life.ts';
import type { Killer } from './killer.ts';
import type { Finding, Standing } from './judgement.ts';
import type { Paper, Papers } from './papers.ts';
import type { Random } from './random.ts';

/** What the robot has done and seen over all lives; outlives the app, as a person does. */
export interface Memory {
  /** What was last asked for each holder. */
  readonly asked: Map<string, Operation>;
  readonly shownPins: Map<string, Set<string>>;
  readonly findings: Finding[];
  /** How often each thing was met, for the report. */
  readonly met: Map<string, number>;
  /** Hand-overs that were answered. */
  handedOver: number;
}

export interface RobotParts {
  readonly app: AppLife;
  readonly server: TenantServer;
  readonly papers: Papers;
  readonly killer: Killer;
  readonly random: Random;
  readonly memory: Memory;
}

/** How long anything but the directory's own lag may take. */
const patienceMs = 20_000;

/**
 * An operator who never tires and never lies: does what the app asks, and answers by what lies in the printer's tray.
 */
export class Robot {
  readonly #parts: RobotParts;

  constructor(parts: RobotParts) {
    this.#parts = parts;
  }

  /** Everything there is to know right now. */
  async standing(): Promise<Standing> {
    const { app, server, papers, memory } = this.#parts;
    // Papers last: what the app no longer says must be on paper by then.
    const open = valueOf(await app.call('issue.open', {}));
    const jobs = valueOf(await app.call('jobs.open', {}));
    return {
      open,
      jobs,
      codes: server.book.codes,
      pins: server.book.pins,
      papers: await papers.read(),
      asked: memory.asked,
      shownPins: memory.shownPins,
      nowMs: server.now(),
    };
  }

  /** Deals with every open item until none is left, the way its state asks for. */
  async tidyUp(): Promise<void> {
    const { app } = this.#parts;
    for (let rounds = 0; rounds < 12; rounds += 1) {
      const [job] = valueOf(await app.call('jobs.open', {}));
      const [item] = valueOf(await app.call('issue.open', {}));
      if (job === undefined && item === undefined) return;
      if (job !== undefined) await this.#dealWithJob(job);
      else if (item !== undefined) await this.#dealWith(item);
    }
    const left = [
      ...valueOf(await app.call('jobs.open', {})).map(({ state, reason }) => `job ${state} ${reason}`),
      ...valueOf(await app.call('issue.open', {})).map(({ operation, state }) => `${operation} ${state}`),
    ];
    if (left.length > 0) throw new Error(`The robot cannot get rid of: ${left.join(', ')}`);
  }

  /** One operation for one holder, from the check to the hand-over. False when the app did not offer it. */
  async operate(holderId: string, operation: Operation): Promise<boolean> {
    const { app, killer, memory, random } = this.#parts;
    const planned = await this.#unlessBusy(() =>
      app.call('issue.plan', {
        holderId,
        operation,
        lifetime: lifetimeFor(operation, random),
        printerId: 'front',
      }),
    );
    killer.robot('planned');
    if (!planned.ok || !planned.value.ready) {
      this.#meet(planned.ok ? `not ready: ${failedChecks(planned.value.checks)}` : planned.failure.code);
      return false;
    }
    memory.asked.set(holderId, operation);
    const running = app.call('issue.run', {
      planId: planned.value.planId,
      clickedAtMs: Date.now(),
      note: 'crash harness',
    });
    killer.robot('run-sent');
    const ran = await running;
    killer.robot('run-answered');
    if (!ran.ok) {
      this.#meet(`run: ${ran.failure.code}`);
      return false;
    }
    this.#meet(`${operation}: ${ran.value.state}`);
    await this.#finish(ran.value.intentId);
    return true;
  }

  async #dealWith(item: IssueView): Promise<void> {
    this.#meet(`found ${item.operation} ${item.state}`);
    switch (item.state) {
      case 'created':
      case 'done':
      case 'not-done':
        return this.#finish(item.intentId);
      case 'unknown': {
        const settled = await this.#resume(item.intentId);
        // A lost PIN reset cannot be read: it is offered again, and only the last PIN counts.
        if (settled.state === 'unknown') await this.operate(item.holderId, item.operation);
        return;
      }
      case 'half-done':
        await this.operate(item.holderId, item.operation);
        return;
      case 'picture-lost':
        await this.operate(item.holderId, item.operation === 'first-badge' ? 'replace' : item.operation);
    }
  }

  async #resume(intentId: string): Promise<IssueView> {
    const { app, killer } = this.#parts;
    const settled = this.#unlessBusy(() => app.call('issue.resume', { intentId }));
    killer.robot('resume-sent');
    const view = valueOf(await settled);
    this.#meet(`read: ${view.operation} ${view.state}`);
    return view;
  }

  /** From a created code, or a new PIN, to the end. */
  async #finish(intentId: string): Promise<void> {
    const { app } = this.#parts;
    const view = valueOf(await app.call('issue.get', { intentId }));
    if (view.state !== 'created') return;
    if (view.job !== null && !isTerminal(view.job.state)) {
      await this.#dealWithJob(view.job);
      return;
    }
    await this.#handOver(intentId, view.pinWaiting);
  }

  /** Waits until a job has come to rest, then does what its state asks for. */
  async #dealWithJob(job: JobView): Promise<void> {
    const { app } = this.#parts;
    const rested = await this.#atRest(job.id);
    if (rested === null) return;
    switch (rested.state) {
      case 'unsure':
        await this.#answer(rested);
        return;
      case 'held':
        this.#meet(`held: ${rested.reason}`);
        valueOf(await app.call('jobs.release', { jobId: job.id }));
        return;
      case 'sent':
      case 'confirmed':
        await this.#maybeVerify(rested);
        return this.#handOverOf(rested);
      default:
        return this.#handOverOf(rested);
    }
  }

  async #atRest(jobId: string): Promise<JobView | null> {
    const { app } = this.#parts;
    const until = Date.now() + patienceMs;
    for (;;) {
      const job = valueOf(await app.call('jobs.open', {})).find(({ id }) => id === jobId);
      if (job === undefined) return null;
      if (job.state !== 'queued' && job.state !== 'sending') return job;
      if (Date.now() > until) throw new Error(`A job stays ${job.state} (${job.reason})`);
      await pause(10);
    }
  }

  /** "Did a badge come out?" */
  async #answer(job: JobView): Promise<void> {
    const { app, papers, killer } = this.#parts;
    await papers.settle();
    const answer = (await this.#paperOf(job)) === null ? 'no' : 'yes';
    this.#meet(`asked: ${job.reason}, answered ${answer}`);
    const answered = app.call('jobs.answer', { jobId: job.id, answer, note: 'looked into the tray' });
    killer.robot('answer-sent');
    valueOf(await answered);
    killer.robot('answered');
  }

  /** A scan of the paper, for about half of the badges. */
  async #maybeVerify(job: JobView): Promise<void> {
    const { app, random, papers, killer } = this.#parts;
    if (random.chance(0.5)) return;
    await papers.settle();
    const paper = await this.#paperOf(job);
    if (paper === null) throw new Error(`The app says ${job.state}, and there is no paper`);
    const scanned = app.call('jobs.verify', { jobId: job.id, scanned: paper.payload });
    killer.robot('verify-sent');
    const { verdict } = valueOf(await scanned);
    killer.robot('verified');
    if (verdict !== 'match') throw new Error(`The scan of the right badge says ${verdict}`);
  }

  async #handOverOf(job: JobView): Promise<void> {
    const view = valueOf(await this.#parts.app.call('issue.get', { intentId: job.intentId }));
    await this.#handOver(job.intentId, view.pinWaiting);
  }

  async #handOver(intentId: string, pinWaits: boolean): Promise<void> {
    const { app, killer, memory } = this.#parts;
    if (pinWaits) await this.#lookAtPin(intentId);
    const handing = app.call('issue.handOver', { intentId });
    killer.robot('hand-over-sent');
    const handed = await handing;
    killer.robot('handed-over');
    if (handed.ok) memory.handedOver += 1;
    else {
      this.#meet(`hand-over: ${handed.failure.code}`);
      await app.call('issue.dismiss', { intentId });
    }
  }

  async #lookAtPin(intentId: string): Promise<void> {
    const { app, server, killer, memory } = this.#parts;
    const { holderId, operation } = valueOf(await app.call('issue.get', { intentId }));
    const showing = app.call('issue.revealPin', { intentId });
    killer.robot('pin-sent');
    const shown = await showing;
    killer.robot('pin-shown');
    if (!shown.ok) return this.#meet(`pin: ${shown.failure.code}`);
    const hash = sha256(shown.value.pin);
    if (server.book.pin(holderId)?.pinSha256 !== hash) {
      const what = `${holderId} was shown a PIN that does not count (${operation})`;
      memory.findings.push({ kind: 'lost', key: `wrong pin ${intentId}`, what });
    }
    const known = memory.shownPins.get(holderId) ?? new Set();
    memory.shownPins.set(holderId, known.add(hash));
  }

  /** The paper of a job's code, if there is one. The app gives no code id away: holder, kind and expiry tell it. */
  async #paperOf(job: JobView): Promise<Paper | null> {
    const { server, papers } = this.#parts;
    const code = server.book.codes.findLast(
      ({ holderId, kind, startsMs }) =>
        holderId === job.holderId && kind === job.kind && startsMs <= Date.parse(job.createdAt),
    );
    const all = await papers.read();
    return all.find(({ codeId }) => codeId === code?.codeId) ?? null;
  }

  /** The app reads the directory in the background after a restart; it gives way when it can. */
  async #unlessBusy<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
    const until = Date.now() + 2 * patienceMs;
    for (;;) {
      const reply = await ask();
      if (reply.ok || reply.failure.code !== 'busy' || Date.now() > until) return reply;
      await pause(25);
    }
  }

  #meet(what: string): void {
    const { met } = this.#parts.memory;
    met.set(what, (met.get(what) ?? 0) + 1);
  }
}

function lifetimeFor(operation: Operation, random: Random): Lifetime | null {
  switch (operation) {
    case 'first-badge':
    case 'replace':
    case 'extend':
      return { kind: 'standard', days: 30 + random.below(300) };
    case 'temporary':
      return { kind: 'temporary', hours: 1 + random.below(12) };
    case 'end-temporary':
    case 'new-pin':
    case 'remove':
      return null;
  }
}

function failedChecks(checks: readonly { readonly name: string; readonly verdict: string }[]): string {
  return checks
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ name }) => name)
    .join(' ');
}

/** What the app answers when it may not refuse. */
function valueOf<T>(reply: Result<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(`The app refused: ${reply.failure.code} ${JSON.stringify(reply.failure.facts)}`);
}
