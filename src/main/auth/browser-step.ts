import { postToLoopback } from '../net/loopback.ts';
import { SignInStopped } from './sign-in-trouble.ts';

/**
 * One question to a person in the browser, and the way to give it up.
 *
 * MSAL has no time-out and no cancel for this: when the person closes the tab its promise never settles. So we keep
 * the address that was opened and, on cancel, send MSAL the answer the browser would send for "access denied".
 */
export class BrowserStep {
  readonly #open: (url: string) => Promise<void>;
  readonly #loginHost: string;
  readonly #controller = new AbortController();
  readonly #finished: Promise<void>;
  #finish: () => void = () => undefined;
  #url: URL | null = null;

  constructor(open: (url: string) => Promise<void>, loginHost: string) {
    this.#open = open;
    this.#loginHost = loginHost;
    this.#finished = new Promise((resolve) => (this.#finish = resolve));
  }

  get cancelled(): boolean {
    return this.#controller.signal.aborted;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What MSAL calls to open the browser. */
  readonly openBrowser = async (address: string): Promise<void> => {
    if (this.cancelled) throw new SignInStopped('sign-in-cancelled');
    const url = new URL(address);
    // SECURITY: open-external (docs/security.md). Only a sign-in page of the configured authority is ever opened.
    if (url.protocol !== 'https:' || url.host !== this.#loginHost)
      throw new SignInStopped('browser-not-opened');
    this.#url = url;
    try {
      await this.unlessCancelled(this.#open(address), () => undefined);
    } catch {
      throw new SignInStopped(this.cancelled ? 'sign-in-cancelled' : 'browser-not-opened');
    }
  };

  /** The task's result, or a rejection as soon as the step is cancelled; a result that comes later goes to `late`. */
  async unlessCancelled<T>(task: Promise<T>, late: (value: T) => unknown): Promise<T> {
    const { signal } = this.#controller;
    let stopListening = (): void => undefined;
    const cancelled = new Promise<never>((_resolve, reject) => {
      const onAbort = (): void => reject(new SignInStopped('sign-in-cancelled'));
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      stopListening = () => signal.removeEventListener('abort', onAbort);
    });
    try {
      return await Promise.race([task, cancelled]);
    } catch (error) {
      if (signal.aborted) task.then(late).catch(() => undefined);
      throw error;
    } finally {
      stopListening();
    }
  }

  /** Gives up, and comes back when the waiting has ended and MSAL's port is on its way to be closed. */
  async cancel(): Promise<void> {
    this.#controller.abort();
    const redirectUri = this.#url?.searchParams.get('redirect_uri');
    const state = this.#url?.searchParams.get('state');
    if (redirectUri && state) await postToLoopback(redirectUri, { error: 'access_denied', state });
    await this.#finished;
  }

  /** Called when the step is over, however it ended. */
  finish(): void {
    this.#finish();
  }
}
