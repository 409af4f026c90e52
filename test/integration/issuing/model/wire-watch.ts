import type { HttpOutcome, HttpRequest } from '../../../../src/main/net/door.ts';
import type { Bench } from '../../../fakes/issuing/bench.ts';
import { callName, creating, isReadable, isSuccess, mayHaveCreated } from '../../../fakes/issuing/wire.ts';

/**
 * Watches the wire during one operation for what the reference forbids: a second creating call where the first may have
 * created something, or a create tried again after "already exists" without a look (rule R4).
 */
export class WireWatch {
  /** Whether anything happened that excuses an `unknown`. */
  mayNotKnow = false;
  readonly #wrongs: string[];
  #unclear: string | null = null;
  #exists: string | null = null;

  constructor(bench: Bench, wrongs: string[]) {
    this.#wrongs = wrongs;
    bench.onWire = (request, outcome) => this.#see(request, outcome);
  }

  #see(request: HttpRequest, outcome: HttpOutcome): void {
    const name = callName(request);
    if (name === 'E2') {
      this.#exists = null;
      if (!isReadable(outcome)) this.mayNotKnow = true;
    }
    if (name === null || !creating.has(name)) return;
    if (this.#unclear !== null)
      this.#wrongs.push(`${name} was sent after a ${this.#unclear} of unknown outcome`);
    if (this.#exists === name) this.#wrongs.push(`${name} was sent again after "exists" without a look`);
    if (mayHaveCreated(outcome)) this.#unclear = name;
    if (isSuccess(outcome) && !isReadable(outcome)) this.mayNotKnow = true;
    this.#exists = outcome.ok && outcome.answer.status === 400 ? name : null;
  }
}
