import type { HttpDoor, HttpOutcome, HttpRequest } from '../../../src/main/net/door.ts';

/** Where in the life of a request the station may be cut off or disturbed. */
export type Intercept = (request: HttpRequest, send: () => Promise<HttpOutcome>) => Promise<HttpOutcome>;

const cut: HttpOutcome = { ok: false, trouble: { kind: 'offline', sent: 'no' } };

/**
 * The way from one run of the station to the tenant. When the run is "killed" nothing of it reaches the tenant any
 * more: whatever its left-over objects still try, they find no network, as a dead process would.
 */
export class CutDoor implements HttpDoor {
  intercept: Intercept | null = null;
  readonly #door: HttpDoor;
  #isCut = false;
  #release: (() => void)[] = [];

  constructor(door: HttpDoor) {
    this.#door = door;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  async send(request: HttpRequest): Promise<HttpOutcome> {
    if (this.#isCut) return cut;
    const send = (): Promise<HttpOutcome> => this.#door.send(request);
    const outcome = await (this.intercept === null ? send() : this.intercept(request, send));
    return this.#isCut ? cut : outcome;
  }

  /** An answer that never comes while the run is alive. */
  never(): Promise<HttpOutcome> {
    return new Promise((resolve) => this.#release.push(() => resolve(cut)));
  }

  /** Ends the run's connection for good and lets go of what hung on it. */
  cutOff(): void {
    this.#isCut = true;
    for (const release of this.#release.splice(0)) release();
  }
}
