import { postToLoopback } from '../net/loopback.ts';
import { readAuthorizeUrl } from './authorize.ts';
import { practiceOperators } from './directory.ts';
import type { PracticeTenant } from './tenant.ts';

/** One line of the account list that the practice sign-in shows. */
export interface PracticeAccount {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  /** What this operator may do, in a few words. */
  readonly role: string;
  /** Whether the app asked for this account by name. */
  readonly suggested: boolean;
}

/**
 * The practice tenant's stand-in for the system browser: the app shows its account list in its own window. As in the
 * real flow, the answer reaches MSAL as a form posted to its loopback address.
 */
export class PracticeBrowser {
  readonly #tenant: PracticeTenant;
  readonly #listeners = new Set<() => void>();
  #url: string | null = null;

  constructor(tenant: PracticeTenant) {
    this.#tenant = tenant;
  }

  /** What MSAL calls in place of the system browser. Rejects an address that is not a sign-in of the practice tenant. */
  readonly open = (url: string): Promise<void> => {
    if (readAuthorizeUrl(url) === null) return Promise.reject(new Error('Not a practice sign-in'));
    this.#url = url;
    this.#tell();
    return Promise.resolve();
  };

  get isOpen(): boolean {
    return this.#url !== null;
  }

  accounts(): readonly PracticeAccount[] {
    const hint = this.#url === null ? null : readAuthorizeUrl(this.#url)?.loginHint?.toLowerCase();
    return practiceOperators.map(({ id, name, upn, job }) => ({
      id,
      name,
      username: upn,
      role: job,
      suggested: upn.toLowerCase() === hint,
    }));
  }

  /** Signs in as this operator. False when no sign-in waits or MSAL did not take the answer. */
  choose(operatorId: string): Promise<boolean> {
    return this.#finish(operatorId);
  }

  /** Types a short code on "another device" and signs in there. False when no sign-in waits for that code. */
  enterCode(userCode: string, operatorId: string): boolean {
    return this.#tenant.approveDevice(userCode, operatorId);
  }

  /** Presses "Cancel" on the sign-in page. */
  refuse(): Promise<boolean> {
    return this.#finish(null);
  }

  /** Closes the tab. Nobody tells MSAL: only `Session.cancel()` ends the waiting, just as with a real browser. */
  close(): void {
    this.#url = null;
    this.#tell();
  }

  /** Calls back when the page opens or closes; returns the way to stop it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #finish(operatorId: string | null): Promise<boolean> {
    const form = this.#url === null ? null : this.#tenant.authorize(this.#url, operatorId);
    this.close();
    return form !== null && (await postToLoopback(form.redirectUri, form.fields));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
