import { toInstant } from '../../shared/ids.ts';
import type { IssueView, PinView } from '../../shared/ipc/views.ts';
import { isTerminal } from '../../shared/printing/job.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Intent, JobRecord } from '../spool/types.ts';
import type { Issuer } from './issuer.ts';
import type { IssuingPorts } from './ports.ts';
import { hasTruePin } from './supersede.ts';
import { endOf } from './tidy.ts';
import { isOut, latestJob } from './views.ts';

type HandOverPorts = Pick<
  IssuingPorts,
  'spool' | 'now' | 'operator' | 'retentionMs' | 'slipPrinter' | 'station'
>;

/** The end of an operation: the PIN is shown, badge and PIN change hands, and every secret is erased. */
export class HandOver {
  readonly #ports: HandOverPorts;
  readonly #issuer: Issuer;

  constructor(ports: HandOverPorts, issuer: Issuer) {
    this.#ports = ports;
    this.#issuer = issuer;
  }

  /**
   * The waiting PIN, for one look. The store records that it was shown; it is erased at hand-over. Refused while nobody
   * knows whether it is the PIN in the directory: a holder with a wrong PIN is locked out.
   */
  revealPin(intentId: string): Result<PinView> {
    const intent = this.#ports.spool.intent(intentId);
    if (intent === null) return fail('intent-unknown');
    if (intent.hasPin && !hasTruePin(this.#ports, intent))
      return fail('pin-in-doubt', { state: intent.state });
    const pin = this.#ports.spool.pin(intentId, this.#ports.operator()?.name ?? null);
    if (!pin.ok) return pin;
    this.#issuer.markRevealed(intentId);
    return ok({ pin: pin.value });
  }

  /**
   * Prints the waiting PIN on a slip: a job and a piece of paper of its own, apart from the badge (rule R8). The PIN
   * stays with the operation, so it can still be shown instead. Refused on the same grounds as `revealPin`, while an
   * earlier slip is not finished (`slip-unfinished`), and where no printer is set up for slips.
   */
  printSlip(intentId: string): Result<IssueView> {
    const { spool, now, retentionMs, operator, slipPrinter, station } = this.#ports;
    const intent = spool.intent(intentId);
    if (intent === null) return fail('intent-unknown');
    if (!intent.hasPin) return fail('pin-gone');
    if (!hasTruePin(this.#ports, intent)) return fail('pin-in-doubt', { state: intent.state });
    const earlier = latestJob(spool, intentId, 'pin-slip');
    if (earlier !== null && !isTerminal(earlier.state))
      return fail('slip-unfinished', { state: earlier.state });
    const printerId = slipPrinter();
    if (!printerId.ok) return printerId;
    const { siteName, practice, locale, timeZone } = station();
    const content = {
      kind: 'standard',
      holderName: intent.holderName,
      siteName,
      returnTo: '',
      expiresAt: toInstant(now() + retentionMs()),
      practice,
      locale,
      timeZone,
    } as const;
    const slip = { printerId: printerId.value, content };
    const queued = spool.queueSlip(intentId, slip, operator()?.name ?? null);
    return queued.ok ? ok(this.#issuer.view(intent)) : queued;
  }

  /**
   * Badge and PIN are in the holder's hand. Refused while nobody knows whether a badge exists, and for a badge whose
   * code has ended. A PIN whose badge never came out can be handed over by itself.
   */
  handOver(intentId: string): Result<IssueView> {
    const intent = this.#ports.spool.intent(intentId);
    if (intent === null) return fail('intent-unknown');
    if (intent.state === 'done') return ok(this.#issuer.view(intent));
    const slip = latestJob(this.#ports.spool, intentId, 'pin-slip');
    if (slip !== null && !isTerminal(slip.state) && !isOut(slip)) {
      return fail('slip-unfinished', { state: slip.state });
    }
    const job = latestJob(this.#ports.spool, intentId);
    if (intent.state === 'picture-lost' && intent.hasPin) return this.#handOverPin(intent);
    if (intent.state !== 'created') return fail('transition-refused', { state: intent.state });
    if (job === null || job.state === 'handed-over') return this.#close(intentId, { handedOver: true });
    if (isTerminal(job.state)) return intent.hasPin ? this.#handOverPin(intent) : deadBadge(job);
    if (job.state !== 'sent' && job.state !== 'confirmed' && job.state !== 'verified') {
      return fail('transition-refused', { state: job.state });
    }
    if (Date.parse(job.expiresAt) <= this.#ports.now()) return fail('code-expired');
    const closed = this.#putInHand(job.id);
    if (!closed.ok) return closed;
    return this.#close(intentId, { handedOver: true });
  }

  #putInHand(jobId: string): Result<JobRecord> {
    const operator = this.#ports.operator()?.name;
    return this.#ports.spool.change(jobId, {
      to: 'handed-over',
      by: 'person',
      ...(operator === undefined ? {} : { operator }),
    });
  }

  /** The slip is closed with what it belongs to: right before the PIN itself is erased. */
  #closeSlip(intentId: string): Result<JobRecord | null> {
    const slip = latestJob(this.#ports.spool, intentId, 'pin-slip');
    return slip === null || isTerminal(slip.state) || !isOut(slip) ? ok(null) : this.#putInHand(slip.id);
  }

  /** Puts away an operation that has nothing to hand over, once its state was read and understood. */
  dismiss(intentId: string): Result<IssueView> {
    const intent = this.#ports.spool.intent(intentId);
    if (intent === null) return fail('intent-unknown');
    // A write under way would find its intent closed, and its answer, which comes only once, no place.
    if (this.#issuer.isRunning(intentId)) return fail('busy');
    const job = latestJob(this.#ports.spool, intentId);
    if (job !== null && !isTerminal(job.state)) return fail('transition-refused', { state: job.state });
    return this.#close(intentId, { dismissed: true });
  }

  /** The PIN alone. The operation stays open as long as its code is without a badge. */
  #handOverPin(intent: Intent): Result<IssueView> {
    const slip = this.#closeSlip(intent.id);
    if (!slip.ok) return slip;
    const dropped = this.#ports.spool.dropPin(intent.id, 'handed-over');
    if (!dropped.ok) return dropped;
    const isOver = endOf(this.#ports, dropped.value) !== null;
    return isOver ? this.#close(intent.id, { handedOver: true }) : ok(this.#issuer.view(dropped.value));
  }

  #close(intentId: string, facts: { handedOver?: true; dismissed?: true }): Result<IssueView> {
    const slip = this.#closeSlip(intentId);
    if (!slip.ok) return slip;
    const closed = this.#ports.spool.closeIntent(intentId, facts);
    return closed.ok ? ok(this.#issuer.view(closed.value)) : closed;
  }
}

/** Nobody may walk away with a badge that does not work. */
function deadBadge(job: JobRecord): Result<never> {
  if (job.state === 'replaced') return fail('code-replaced');
  if (job.state === 'expired') return fail('code-expired');
  return fail('transition-refused', { state: job.state });
}
