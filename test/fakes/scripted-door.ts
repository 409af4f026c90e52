import type { HttpDoor, HttpOutcome, HttpRequest, HttpTrouble } from '../../src/main/net/door.ts';

/** A door that answers from a list and remembers what it was asked. Asked too often, it fails the test. */
export class ScriptedDoor implements HttpDoor {
  readonly requests: HttpRequest[] = [];
  readonly #outcomes: HttpOutcome[];

  constructor(...outcomes: HttpOutcome[]) {
    this.#outcomes = outcomes;
  }

  send(request: HttpRequest): Promise<HttpOutcome> {
    this.requests.push(request);
    const outcome = this.#outcomes.shift();
    return outcome === undefined
      ? Promise.reject(new Error(`Unexpected call: ${request.method} ${request.url}`))
      : Promise.resolve(outcome);
  }

  /** Outcomes that were not asked for. */
  get left(): number {
    return this.#outcomes.length;
  }
}

/** An answer; objects become JSON. Header names in lower case. */
export function answer(
  status: number,
  body: unknown = null,
  headers: Record<string, string> = {},
): HttpOutcome {
  const text = body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return { ok: true, answer: { status, headers, body: new TextEncoder().encode(text) } };
}

export function trouble(kind: HttpTrouble['kind'], sent: HttpTrouble['sent'] = 'maybe'): HttpOutcome {
  return { ok: false, trouble: { kind, sent } };
}
