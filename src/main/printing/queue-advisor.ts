import type { QueueAdvice } from '../../shared/printing/queue-advice.ts';
import type { QueueHygiene } from './transports/queue.ts';
import type { Transport } from './types.ts';

/** The queue of the system answers within this or is not waited for. */
const hygieneMs = 3000;

/** Advice that rests on the one or the other half of the answer. */
const aboutKeeping: readonly QueueAdvice[] = ['preserve-job-files', 'keep-printed', 'keeping-unknown'];
const aboutRetrying: readonly QueueAdvice[] = ['error-policy'];

/**
 * What should be changed about the queues behind our printers, by printer id. It stops no job and delays none: it is asked
 * beside them, and told when it changes.
 *
 * SECURITY: queue-hygiene (docs/security.md).
 */
export class QueueAdvisor {
  readonly #onChange: (printerId: string) => void;
  readonly #settings = new Map<string, readonly QueueAdvice[]>();
  /** Printers with a job in their queue that we could not take out; nothing tells when somebody else did. */
  readonly #left = new Set<string>();
  readonly #asking = new Map<string, Transport>();

  constructor(onChange: (printerId: string) => void) {
    this.#onChange = onChange;
  }

  of(printerId: string): readonly QueueAdvice[] {
    const settings = this.#settings.get(printerId) ?? [];
    return this.#left.has(printerId) ? ['left-behind', ...settings] : settings;
  }

  /** Asks a queue how it is set up; other ways to a printer have no such settings. Never rejects. */
  async ask(printerId: string, transport: Transport): Promise<void> {
    if (transport.hygiene === undefined || this.#asking.get(printerId) === transport) return;
    this.#asking.set(printerId, transport);
    const answer = await transport.hygiene(hygieneMs);
    // Set up anew meanwhile: this answer is about another queue.
    if (this.#asking.get(printerId) !== transport) return;
    this.#asking.delete(printerId);
    this.#take(printerId, answer);
  }

  leftBehind(printerId: string): void {
    if (this.#left.has(printerId)) return;
    this.#left.add(printerId);
    this.#onChange(printerId);
  }

  /** Set up anew, or gone. What was left in a queue stays there whatever becomes of the printer's settings. */
  forget(printerId: string): void {
    this.#settings.delete(printerId);
    this.#asking.delete(printerId);
  }

  /** Not knowing is not the same as no: half an answer keeps what the last one said about the other half. */
  #take(printerId: string, { keepsDocuments, retriesByItself, advice }: QueueHygiene): void {
    const before = this.#settings.get(printerId) ?? [];
    const stays = (about: readonly QueueAdvice[], isUnknown: boolean): readonly QueueAdvice[] => {
      const known = before.filter((each) => about.includes(each));
      return isUnknown && known.length > 0 ? known : advice.filter((each) => about.includes(each));
    };
    const after = [
      ...stays(aboutKeeping, keepsDocuments === 'unknown'),
      ...stays(aboutRetrying, retriesByItself === null),
    ];
    this.#settings.set(printerId, after);
    if (after.join() !== before.join()) this.#onChange(printerId);
  }
}
