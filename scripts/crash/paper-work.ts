import type { JobView } from '../../src/shared/printing/job.ts';
import { sha256 } from '../tenant/code-book.ts';
import { pause } from './app-life.ts';
import type { Paper } from './papers.ts';
import { patienceMs, type RobotParts, valueOf } from './robot-parts.ts';

/** The robot's hands: looks into the tray, scans badges, shows PINs, hands over. */
export class PaperWork {
  readonly #parts: RobotParts;

  constructor(parts: RobotParts) {
    this.#parts = parts;
  }

  /** Waits until a job has come to rest, then does what its state asks for. */
  async dealWith(jobId: string): Promise<void> {
    const { app, memory } = this.#parts;
    const job = await this.#atRest(jobId);
    if (job === null) return;
    if (job.state === 'unsure') return this.#answer(job);
    if (job.state === 'held') {
      memory.meet(`held: ${job.reason}`);
      valueOf(await app.call('jobs.release', { jobId }));
      return;
    }
    if (job.state !== 'verified') await this.#maybeVerify(job);
    const view = valueOf(await app.call('issue.get', { intentId: job.intentId }));
    await this.handOver(job.intentId, view.pinWaiting);
  }

  /** Shows the PIN, if one waits, and hands over. */
  async handOver(intentId: string, pinWaits: boolean): Promise<void> {
    const { app, killer, memory } = this.#parts;
    if (pinWaits) await this.#lookAtPin(intentId);
    const handing = app.call('issue.handOver', { intentId });
    killer.robot('hand-over-sent');
    const handed = await handing;
    killer.robot('handed-over');
    if (handed.ok) memory.handedOver += 1;
    else {
      memory.meet(`hand-over: ${handed.failure.code}`);
      await app.call('issue.dismiss', { intentId });
    }
  }

  async #atRest(jobId: string): Promise<JobView | null> {
    const { app, papers } = this.#parts;
    const until = Date.now() + patienceMs;
    for (;;) {
      const job = valueOf(await app.call('jobs.open', {})).find(({ id }) => id === jobId);
      if (job === undefined) return null;
      if (job.state !== 'queued' && job.state !== 'sending') return job;
      if (Date.now() > until) throw new Error(`A job stays ${job.state} (${job.reason})`);
      // The printer waits for somebody: labels are put in, the cover is closed.
      if (job.state === 'queued' && job.reason !== null) papers.repair();
      await pause(10);
    }
  }

  /** "Did a badge come out?" */
  async #answer(job: JobView): Promise<void> {
    const { app, papers, killer, memory } = this.#parts;
    papers.repair();
    await papers.settle();
    const answer = (await this.#paperOf(job)) === null ? 'no' : 'yes';
    memory.meet(`asked: ${job.reason}, answered ${answer}`);
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
    const scanned = app.call('jobs.verify', { jobId: job.id, scanned: paper.payload, by: 'keyboard' });
    killer.robot('verify-sent');
    const { verdict } = valueOf(await scanned);
    killer.robot('verified');
    if (verdict !== 'match') throw new Error(`The scan of the right badge says ${verdict}`);
  }

  async #lookAtPin(intentId: string): Promise<void> {
    const { app, server, killer, memory } = this.#parts;
    const { holderId, operation } = valueOf(await app.call('issue.get', { intentId }));
    const showing = app.call('issue.revealPin', { intentId });
    killer.robot('pin-sent');
    const shown = await showing;
    killer.robot('pin-shown');
    if (!shown.ok) return memory.meet(`pin: ${shown.failure.code}`);
    const hash = sha256(shown.value.pin);
    if (server.book.pin(holderId)?.pinSha256 !== hash) {
      const what = `${holderId} was shown a PIN that does not count (${operation})`;
      memory.find([{ kind: 'lost', key: `wrong pin ${intentId}`, what }]);
    }
    memory.shownPins.set(holderId, (memory.shownPins.get(holderId) ?? new Set()).add(hash));
  }

  /** The paper of a job's code, if there is one. The app gives no code id away; holder, kind and time tell it. */
  async #paperOf(job: JobView): Promise<Paper | null> {
    const { server, papers } = this.#parts;
    const code = server.book.codes.findLast(
      ({ holderId, kind, startsMs }) =>
        holderId === job.holderId && kind === job.kind && startsMs <= Date.parse(job.createdAt),
    );
    return (await papers.read()).find(({ codeId }) => codeId === code?.codeId) ?? null;
  }
}
