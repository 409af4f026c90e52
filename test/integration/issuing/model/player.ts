import type { HttpOutcome } from '../../../../src/main/net/door.ts';
import { practiceAddresses } from '../../../../src/main/practice/directory.ts';
import type { PrintRequest } from '../../../../src/main/printing/types.ts';
import type { Operation } from '../../../../src/shared/credential/kinds.ts';
import type { IssueView } from '../../../../src/shared/ipc/views.ts';
import { isTerminal } from '../../../../src/shared/printing/job.ts';
import { fail } from '../../../../src/shared/result.ts';
import type { Bench } from '../../../fakes/issuing/bench.ts';
import { Robot } from '../../../fakes/issuing/robot.ts';
import { type Action, holders } from './actions.ts';
import { WireWatch } from './wire-watch.ts';
import type { Witness } from './witness.ts';

const cancelled: HttpOutcome = { ok: false, trouble: { kind: 'cancelled', sent: 'maybe' } };

/** Carries actions out, one after another, as an operator, a printer, a power cut and another administrator would. */
export class Player {
  readonly #bench: Bench;
  readonly #witness: Witness;

  constructor(bench: Bench, witness: Witness) {
    this.#bench = bench;
    this.#witness = witness;
  }

  async play(action: Action): Promise<void> {
    await this.#unlessKilled(() => this.#perform(action));
    for (let tries = 0; tries < 5; tries += 1) {
      if (this.#bench.isKilled) this.#bench.boot();
      await this.#unlessKilled(() => this.#bench.idle());
      if (!this.#bench.isKilled) return;
    }
  }

  /** What a killed run was about to say is of no interest any more. */
  async #unlessKilled(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      if (!this.#bench.isKilled) throw error;
    });
  }

  /** Good weather, and an operator who finishes everything. */
  async finishAll(): Promise<void> {
    const { tenant, scripts, printers } = this.#bench;
    tenant.faults.clear();
    scripts.length = 0;
    this.#disarm();
    printers.setProblem('front', null);
    for (const holderId of holders) {
      const robot = new Robot(this.#bench);
      await robot.finish(holderId);
      const pin = robot.told.get(holderId)?.at(-1);
      if (pin !== undefined) await this.#witness.checkPin(holderId, pin);
    }
    await this.#bench.idle();
  }

  async #perform(action: Action): Promise<void> {
    const { tenant, clock } = this.#bench;
    switch (action.kind) {
      case 'issue':
        return this.#issue(holderOf(action.who), action.operation);
      case 'fault':
        return tenant.faults.add(action.on, action.fault, action.times);
      case 'lag':
        tenant.faults.lagMs = action.ms;
        return;
      case 'kill':
        return this.#armKill(action.at, action.skip);
      case 'restart':
        await this.#bench.quit();
        return this.#bench.boot();
      case 'cancel-next':
        return this.#armCancel();
      case 'desk':
        return this.#atDesk(holderOf(action.who), action.what);
      case 'job':
        return this.#withJob(holderOf(action.who), action.what);
      case 'time':
        return clock.advance(action.minutes * 60_000);
      case 'printer':
        return this.#script(action.does);
      case 'elsewhere':
        return this.#elsewhere(holderOf(action.who), action.what);
    }
  }

  async #issue(holderId: string, operation: Operation): Promise<void> {
    const before = structuredClone(this.#bench.truth(holderId));
    const watch = new WireWatch(this.#bench, this.#witness.wrongs);
    const reply = await new Robot(this.#bench).issue(holderId, operation);
    this.#bench.onWire = null;
    if (!this.#bench.isKilled) this.#witness.judge(reply, holderId, before, watch.mayNotKnow);
  }

  #armKill(at: 'send' | 'answer' | 'reading' | 'job', skip: number): void {
    let left = skip;
    const isTime = (): boolean => {
      left -= 1;
      return left < 0;
    };
    this.#disarm();
    if (at === 'job') {
      this.#bench.onJob = () => {
        if (this.#bench.isKilled || !isTime()) return;
        this.#bench.onJob = null;
        this.#bench.kill();
      };
      return;
    }
    const { door } = this.#bench.run;
    door.intercept = async (request, send) => {
      const isWrite = request.method !== 'GET' && request.url.includes('qrCodePinMethod');
      const isReading = request.method === 'GET' && request.url.includes('qrCodePinMethod');
      if (!(at === 'reading' ? isReading : isWrite) || !isTime()) return send();
      if (at === 'answer') await send();
      const never = door.never();
      if (!this.#bench.isKilled) this.#bench.kill();
      return never;
    };
  }

  #armCancel(): void {
    this.#disarm();
    const { door } = this.#bench.run;
    door.intercept = async (request, send) => {
      if (request.method === 'GET' || !request.url.includes('qrCodePinMethod')) return send();
      door.intercept = null;
      const outcome = await send();
      await this.#bench.call('issue.cancelWait', {});
      return outcome.ok ? cancelled : outcome;
    };
  }

  #disarm(): void {
    this.#bench.onJob = null;
    this.#bench.run.door.intercept = null;
  }

  async #issueOf(holderId: string): Promise<IssueView | null> {
    const open = await this.#bench.call('issue.open', {});
    return (open.ok ? open.value.find((one) => one.holderId === holderId) : undefined) ?? null;
  }

  async #atDesk(holderId: string, what: 'resume' | 'dismiss' | 'reveal' | 'hand-over'): Promise<void> {
    const issue = await this.#issueOf(holderId);
    if (issue === null) return;
    const { intentId } = issue;
    switch (what) {
      case 'resume':
        return void (await this.#bench.call('issue.resume', { intentId }));
      case 'dismiss': {
        const dismissed = await this.#bench.call('issue.dismiss', { intentId });
        if (dismissed.ok) this.#witness.dismissed.add(intentId);
        return;
      }
      case 'reveal':
        return this.#reveal(issue);
      case 'hand-over':
        if (issue.pinWaiting) await this.#reveal(issue);
        await this.#bench.call('issue.handOver', { intentId });
    }
  }

  async #reveal({ intentId, holderId }: IssueView): Promise<void> {
    const pin = await this.#bench.call('issue.revealPin', { intentId });
    if (pin.ok) await this.#witness.checkPin(holderId, pin.value.pin);
  }

  /** The operator tells the truth about paper, or says that they cannot tell. */
  async #withJob(
    holderId: string,
    what: 'answer' | 'cannot-tell' | 'cancel' | 'release' | 'verify',
  ): Promise<void> {
    const job = (await this.#issueOf(holderId))?.job ?? null;
    if (job === null || isTerminal(job.state)) return;
    const jobId = job.id;
    const paper = await new Robot(this.#bench).paperOf(holderId, job.kind);
    switch (what) {
      case 'answer':
      case 'cannot-tell': {
        const answer = what === 'cannot-tell' ? what : paper === null ? 'no' : 'yes';
        return void (await this.#bench.call('jobs.answer', { jobId, answer, note: 'looked' }));
      }
      case 'cancel':
        return void (await this.#bench.call('jobs.cancel', { jobId, note: 'not needed' }));
      case 'release':
        return void (await this.#bench.call('jobs.release', { jobId }));
      case 'verify':
        return void (await this.#bench.call('jobs.verify', {
          jobId,
          scanned: paper ?? 'nothing',
          by: 'keyboard',
        }));
    }
  }

  #script(does: 'offline' | 'unsure-with-paper' | 'unsure-without' | 'sent'): void {
    const { scripts, printers } = this.#bench;
    if (does === 'offline') {
      printers.setProblem(
        'front',
        printers.list()[0]?.problem === null ? fail('printer-offline').failure : null,
      );
      return;
    }
    scripts.push((request: PrintRequest) => {
      if (!request.mayStart()) return { kind: 'not-started', reason: 'interrupted', retryAfterMs: null };
      if (does !== 'unsure-without') this.#bench.paper(request);
      return does === 'sent' ? { kind: 'sent' } : { kind: 'unsure', reason: 'vanished', bytesSent: 700 };
    });
  }

  async #elsewhere(
    holderId: string,
    what: 'end-standard' | 'end-temporary' | 'remove' | 'new-standard' | 'new-temporary',
  ): Promise<void> {
    const { tenant, canaries, clock } = this.#bench;
    const kind = what.endsWith('standard') ? 'standard' : 'temporary';
    const end = what === 'remove' ? '' : `/${kind}QRCode`;
    const isNew = what.startsWith('new');
    const days = kind === 'standard' ? 30 : 0.2;
    const body = {
      startDateTime: new Date(clock.now()).toISOString(),
      // Half a second nobody here would ask for.
      expireDateTime: new Date(clock.now() + days * 86_400_000 + 61_500).toISOString(),
    };
    await this.#witness.whileElsewhere(holderId, () =>
      tenant.send({
        method: isNew ? 'PATCH' : 'DELETE',
        url: `${practiceAddresses.graphBase}/users/${holderId}/authentication/qrCodePinMethod${end}`,
        headers: { Authorization: `Bearer ${canaries.token ?? ''}`, 'Content-Type': 'application/json' },
        timeoutMs: 1000,
        ...(isNew ? { body: JSON.stringify(body) } : {}),
      }),
    );
  }
}

function holderOf(who: number): string {
  const holderId = holders[who];
  if (holderId === undefined) throw new Error(`There is no holder ${who}`);
  return holderId;
}
