import type { Operation } from '../../src/shared/credential/kinds.ts';
import type { Lifetime } from '../../src/shared/credential/lifetimes.ts';
import type { IssueView, Plan } from '../../src/shared/ipc/views.ts';
import { isTerminal } from '../../src/shared/printing/job.ts';
import type { Result } from '../../src/shared/result.ts';
import { pause } from './app-life.ts';
import type { Standing } from './judgement.ts';
import { PaperWork } from './paper-work.ts';
import type { Random } from './random.ts';
import { patienceMs, type RobotParts, valueOf } from './robot-parts.ts';

/** Rounds after which an open item that is still there counts as stuck. */
const mostRounds = 12;

/**
 * An operator who never tires and never lies: does what the app asks, and answers by what lies in the printer's tray.
 */
export class Robot {
  readonly #parts: RobotParts;
  readonly #paperWork: PaperWork;

  constructor(parts: RobotParts) {
    this.#parts = parts;
    this.#paperWork = new PaperWork(parts);
  }

  /** Everything there is to know right now. */
  async standing(): Promise<Standing> {
    const { app, server, papers, memory } = this.#parts;
    // Papers last: what the app no longer names must be on paper by then.
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
    for (let round = 0; round < mostRounds; round += 1) {
      const [job] = valueOf(await app.call('jobs.open', {}));
      const [item] = valueOf(await app.call('issue.open', {}));
      if (job !== undefined) await this.#paperWork.dealWith(job.id);
      else if (item !== undefined) await this.#dealWith(item);
      else return;
    }
    const jobs = valueOf(await app.call('jobs.open', {})).map(
      ({ state, reason }) => `job ${state} ${reason}`,
    );
    const items = valueOf(await app.call('issue.open', {})).map(
      ({ operation, state }) => `${operation} ${state}`,
    );
    const left = [...jobs, ...items];
    if (left.length > 0) throw new Error(`The robot cannot get rid of: ${left.join(', ')}`);
  }

  /** One operation for one holder, from the check to the hand-over. */
  async operate(holderId: string, operation: Operation): Promise<void> {
    const { app, killer, memory, server } = this.#parts;
    const plan = await this.#plan(holderId, operation);
    killer.robot('planned');
    if (plan === null) return;
    memory.ask(holderId, operation, server.now());
    const running = app.call('issue.run', {
      planId: plan.planId,
      clickedAtMs: Date.now(),
      note: 'crash harness',
    });
    killer.robot('run-sent');
    const ran = await running;
    killer.robot('run-answered');
    if (!ran.ok) return memory.meet(`run: ${ran.failure.code}`);
    memory.meet(`${operation}: ${ran.value.state}`);
    await this.#finish(ran.value.intentId);
  }

  async #plan(holderId: string, operation: Operation): Promise<Plan | null> {
    const { app, memory, papers, random } = this.#parts;
    const lifetime = lifetimeFor(operation, random);
    for (const attempt of [1, 2]) {
      const planned = await unlessBusy(() =>
        app.call('issue.plan', { holderId, operation, lifetime, printerId: 'front' }),
      );
      if (planned.ok && planned.value.ready) return planned.value;
      memory.meet(planned.ok ? `not ready: ${failedChecks(planned.value)}` : `plan: ${planned.failure.code}`);
      // Mostly it is the printer, which says what it wants.
      if (attempt === 1) papers.repair();
    }
    return null;
  }

  async #dealWith({ state, operation, holderId, intentId }: IssueView): Promise<void> {
    this.#parts.memory.meet(`found ${operation} ${state}`);
    switch (state) {
      case 'created':
      case 'done':
      case 'not-done':
        return this.#finish(intentId);
      case 'unknown': {
        const settled = await this.#resume(intentId);
        // A lost PIN reset cannot be read: it is offered again, and only the last PIN counts.
        if (settled.state === 'unknown') await this.operate(holderId, operation);
        return;
      }
      case 'half-done':
        return this.operate(holderId, operation);
      case 'picture-lost':
        return this.operate(holderId, operation === 'first-badge' ? 'replace' : operation);
    }
  }

  async #resume(intentId: string): Promise<IssueView> {
    const { app, killer, memory } = this.#parts;
    const settling = unlessBusy(() => app.call('issue.resume', { intentId }));
    killer.robot('resume-sent');
    const view = valueOf(await settling);
    memory.meet(`read: ${view.operation} ${view.state}`);
    return view;
  }

  /** From a created code, or a new PIN, to the end. */
  async #finish(intentId: string): Promise<void> {
    const { state, job, pinWaiting } = valueOf(await this.#parts.app.call('issue.get', { intentId }));
    if (state !== 'created') return;
    if (job !== null && !isTerminal(job.state)) await this.#paperWork.dealWith(job.id);
    else await this.#paperWork.handOver(intentId, pinWaiting);
  }
}

function failedChecks({ checks }: Plan): string {
  return checks
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ name }) => name)
    .join(' ');
}

/** The app reads the directory in the background after a restart; it gives way when it can. */
async function unlessBusy<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  const until = Date.now() + 2 * patienceMs;
  for (;;) {
    const reply = await ask();
    if (reply.ok || reply.failure.code !== 'busy' || Date.now() > until) return reply;
    await pause(25);
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
