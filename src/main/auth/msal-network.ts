import type { HttpDoor, HttpTrouble } from '../net/door.ts';

/** MSAL's request and answer (msal-common, INetworkModule), named here so that only one file imports MSAL. */
interface NetworkRequest {
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
interface NetworkAnswer<T> {
  headers: Record<string, string>;
  body: T;
  status: number;
}

/** Sign-in calls are small and a person waits; MSAL itself sets no limit for posts. */
const timeoutMs = 30_000;

/** Carries MSAL's calls through our own door: same hosts, same proxy, same certificates, and the practice tenant. */
export class MsalNetwork {
  readonly #door: HttpDoor;
  #trouble: HttpTrouble['kind'] | 'unavailable' | null = null;
  #browserStep: AbortSignal | undefined;

  constructor(door: HttpDoor) {
    this.#door = door;
  }

  /** Why the last call got no usable answer; null when it got one. MSAL swallows this in several places. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Ends the redeeming of a browser sign-in when the person gives up meanwhile. */
  setBrowserStep(signal: AbortSignal | undefined): void {
    this.#browserStep = signal;
  }

  readonly sendGetRequestAsync = <T>(
    url: string,
    options?: NetworkRequest,
    timeout?: number,
  ): Promise<NetworkAnswer<T>> => this.#send('GET', url, options, timeout);

  readonly sendPostRequestAsync = <T>(url: string, options?: NetworkRequest): Promise<NetworkAnswer<T>> =>
    this.#send('POST', url, options);

  async #send<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequest | undefined,
    timeout?: number,
  ): Promise<NetworkAnswer<T>> {
    const isBrowserStep = /(^|&)grant_type=authorization_code(&|$)/.test(options?.body ?? '');
    const outcome = await this.#door.send({
      method,
      url,
      headers: options?.headers ?? {},
      timeoutMs: timeout ?? timeoutMs,
      ...(method === 'POST' ? { body: options?.body ?? '' } : {}),
      ...(isBrowserStep && this.#browserStep ? { signal: this.#browserStep } : {}),
    });
    this.#trouble = outcome.ok ? null : outcome.trouble.kind;
    if (!outcome.ok) throw new Error(`No answer: ${outcome.trouble.kind}`);
    const { status, headers, body } = outcome.answer;
    // MSAL would lock itself for a minute after a 5xx. Without an answer there is nothing to remember.
    if (status >= 500) return this.#unavailable();
    const json = parse(body);
    if (json === undefined) return this.#unavailable();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- MSAL's own claim; it checks the fields it uses.
    return { status, headers: { ...headers }, body: json as T };
  }

  #unavailable(): never {
    this.#trouble = 'unavailable';
    throw new Error('No answer: unavailable');
  }
}

function parse(body: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
