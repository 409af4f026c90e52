import type { IssueView, PinView } from '../../shared/ipc/views.ts';
import { isTerminal } from '../../shared/printing/job.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Issuer } from './issuer.ts';
import type { IssuingPorts } from './ports.ts';
import { latestJob } from './views.ts';

/** The end of an operation: the PIN is shown, badge and PIN change hands, and every secret is erased. */
export class HandOver {
  readonly #ports: Pick<IssuingPorts, 'spool'>;
  readonly #issuer: Issuer;

  constructor(ports: Pick<IssuingPorts, 'spool'>, issuer: Issuer) {
    this.#ports = ports;
    this.#issuer = issuer;
  }

  /** The waiting PIN, for one look. The store records that it was shown; it is erased at hand-over. */
  revealPin(intentId: string): Result<PinView> {
    const pin = this.#ports.spool.pin(intentId);
    if (!pin.ok) return pin;
    this.#issuer.markRevealed(intentId);
    return ok({ pin: pin.value });
  }

  /** Badge and PIN are in the holder's hand. Refused while nobody knows whether a badge exists. */
  handOver(intentId: string): Result<IssueView> {
    const intent = this.#ports.spool.intent(intentId);
    if (intent === null) return fail('intent-unknown');
    if (intent.state !== 'created') return fail('transition-refused', { state: intent.state });
    const job = latestJob(this.#ports.spool, intentId);
    if (job !== null && !isTerminal(job.state)) {
      if (job.state !== 'sent' && job.state !== 'confirmed' && job.state !== 'verified') {
        return fail('transition-refused', { state: job.state });
      }
      const closed = this.#ports.spool.change(job.id, { to: 'handed-over' });
      if (!closed.ok) return closed;
    }
    return this.#close(intentId, { handedOver: true });
  }

  /** Puts away an operation that has nothing to hand over, once its state was read and understood. */
  dismiss(intentId: string): Result<IssueView> {
    const intent = this.#ports.spool.intent(intentId);
    if (intent === null) return fail('intent-unknown');
    const job = latestJob(this.#ports.spool, intentId);
    if (job !== null && !isTerminal(job.state)) return fail('transition-refused', { state: job.state });
    return this.#close(intentId, { dismissed: true });
  }

  #close(intentId: string, facts: { handedOver?: true; dismissed?: true }): Result<IssueView> {
    const closed = this.#ports.spool.closeIntent(intentId, facts);
    return closed.ok ? ok(this.#issuer.view(closed.value)) : closed;
  }
}
