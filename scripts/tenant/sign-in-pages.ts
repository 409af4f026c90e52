import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from '../../src/main/net/door.ts';
import { practiceAddresses, practiceOperators } from '../../src/main/practice/directory.ts';
import type { PracticeTenant } from '../../src/main/practice/tenant.ts';
import type { Addresses } from './addresses.ts';

/**
 * The pages of the rehearsal's sign-in service, for a person in a real browser: choose an operator, or press Cancel.
 * The answer goes to the app as Microsoft's does, as a form posted to its address on this machine.
 */
export class SignInPages {
  readonly #tenant: PracticeTenant;
  readonly #addresses: Addresses;

  constructor(tenant: PracticeTenant, addresses: Addresses) {
    this.#tenant = tenant;
    this.#addresses = addresses;
  }

  /** The page for a request, or null when it asks for none. */
  answer(request: IncomingMessage, body: string): HttpAnswer | null {
    const url = new URL(this.#addresses.inward(request.url ?? '/'));
    if (url.host !== practiceAddresses.loginHost) return null;
    const isPost = request.method === 'POST';
    if (url.pathname === `/${practiceAddresses.tenantId}/oauth2/v2.0/authorize`) {
      return isPost ? this.#signedIn(url.href, new URLSearchParams(body)) : this.#choose(url.href);
    }
    if (url.pathname !== '/device') return null;
    return isPost ? this.#deviceDone(new URLSearchParams(body)) : page(200, deviceForm);
  }

  #choose(url: string): HttpAnswer {
    // A refusal of theirs tells an address that is fit to sign in from one that is not.
    if (this.#tenant.authorize(url, null) === null) return page(400, notOurs);
    const hint = new URL(url).searchParams.get('login_hint')?.toLowerCase();
    const rows = practiceOperators.map(({ id, name, upn, job }) => {
      const isHint = upn.toLowerCase() === hint ? ' autofocus' : '';
      return `<p><button name="operator" value="${id}"${isHint}>${escape(name)}</button> ${escape(job)}</p>`;
    });
    return page(
      200,
      `<h1>Rehearsal sign-in</h1><form method="post">${rows.join('')}<p><button name="operator" value="">Cancel</button></p></form>`,
    );
  }

  #signedIn(url: string, form: URLSearchParams): HttpAnswer {
    const operatorId = form.get('operator') ?? '';
    const sent = this.#tenant.authorize(url, operatorId === '' ? null : operatorId);
    if (sent === null) return page(400, notOurs);
    const inputs = Object.entries(sent.fields).map(
      ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
    );
    const html = `<form method="post" action="${escape(sent.redirectUri)}">${inputs.join('')}<button>Back to the app</button></form>`;
    return page(200, `${html}<script>${submit}</script>`);
  }

  #deviceDone(form: URLSearchParams): HttpAnswer {
    const operatorId = form.get('operator') ?? '';
    const known = this.#tenant.approveDevice(form.get('code') ?? '', operatorId === '' ? null : operatorId);
    return page(known ? 200 : 400, known ? '<p>You can return to the app.</p>' : '<p>No such code.</p>');
  }
}

const submit = 'document.forms[0].submit()';
const scriptHash = createHash('sha256').update(submit).digest('base64');
const notOurs = '<p>This is not a sign-in of the rehearsal tenant.</p>';
const deviceForm = `<h1>Enter the code</h1><form method="post"><p><input name="code" autofocus></p>${practiceOperators
  .map(({ id, name }) => `<p><button name="operator" value="${id}">${escape(name)}</button></p>`)
  .join('')}<p><button name="operator" value="">Decline</button></p></form>`;

function page(status: number, content: string): HttpAnswer {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rehearsal sign-in</title><body>${content}</body></html>`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': `default-src 'none'; script-src 'sha256-${scriptHash}'; frame-ancestors 'none'`,
    },
    body: new TextEncoder().encode(html),
  };
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
