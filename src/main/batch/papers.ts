import type { JobView } from '../../shared/printing/job.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { BatchLine, BatchRecord } from '../spool/types.ts';
import type { BatchPorts } from './ports.ts';
import { type PaperStand, paperOf } from './window.ts';

/** A badge or slip that is made and not yet out. */
export interface Ahead {
  readonly on: JobView;
  readonly waitsFor: 'paper' | 'scan' | 'person';
}

const wholeOf = { state: 'done', reason: null } as const;
/** More lines than this are never issued and not yet out, whatever a person does in the queue meanwhile. */
const mostLooked = 100;

/** The papers of a batch that are still to come: looks at them, prints slips when their turn is there, and waits. */
export class Papers {
  readonly #ports: BatchPorts;
  readonly #batch: BatchRecord;
  /** Lines whose slip could not be printed: their PIN is shown by a person instead. */
  readonly #withoutSlip = new Set<number>();
  #stirred = false;
  #wake: () => void = () => undefined;

  constructor(ports: BatchPorts, batch: BatchRecord) {
    this.#ports = ports;
    this.#batch = batch;
  }

  /**
   * What is ahead, oldest first. Lines whose paper is out, or will never come, are written down as such. `mayPrint`: PIN
   * slips that are due are printed; a batch that rests only looks.
   */
  look(mayPrint: boolean): Result<readonly Ahead[]> {
    if (mayPrint) this.#stirred = false;
    const ahead: Ahead[] = [];
    for (const line of this.#ports.store.lines(this.#batch.id, ['issued'], 0, mostLooked)) {
      const stand = this.#standOf(line, mayPrint);
      if (stand.kind === 'ahead') {
        ahead.push(stand);
        continue;
      }
      // Of a batch that has ended no slips come any more; its PINs are shown by a person.
      if (stand.kind === 'slip-due' && this.#batch.state !== 'finished') continue;
      const { state, reason } = stand.kind === 'slip-due' ? wholeOf : stand;
      const noted = this.#ports.store.noteLine({ batchId: this.#batch.id, place: line.place }, state, reason);
      if (!noted.ok) return noted;
    }
    return ok(ahead);
  }

  /** Resolves when some paper has moved since the last look, or the signal fires. */
  async changed(signal: AbortSignal): Promise<void> {
    if (this.#stirred || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Something about a job is different, or somebody wants to be heard. */
  stir(): void {
    this.#stirred = true;
    this.#wake();
  }

  #standOf(line: BatchLine, mayPrint: boolean): PaperStand {
    if (line.intentId === null) return { kind: 'over', state: 'unsure', reason: 'outcome-unknown' };
    const view = this.#ports.issuer.get(line.intentId);
    // Handed over, and forgotten since: long out.
    if (!view.ok) return { kind: 'over', state: 'done', reason: null };
    const wantsSlip =
      this.#batch.wish.slips && line.operation === 'first-badge' && !this.#withoutSlip.has(line.place);
    const stand = paperOf(line, view.value, wantsSlip);
    if (stand.kind !== 'slip-due' || !mayPrint) return stand;
    const printed = this.#ports.printSlip(line.intentId);
    if (printed.ok && printed.value.slip !== null)
      return { kind: 'ahead', on: printed.value.slip, waitsFor: 'paper' };
    this.#withoutSlip.add(line.place);
    this.#ports.log.warn('batch.slip-not-printed', { code: printed.ok ? 'pin-gone' : printed.failure.code });
    return paperOf(line, view.value, false);
  }
}
