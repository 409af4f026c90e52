import type { Protocol } from 'electron';

/** The app's own scheme: a real, secure origin without a web server and without the powers of `file:`. */
export const schemeName = 'badge-station';
export const appHost = 'app';
export const startUrl = `${schemeName}://${appHost}/index.html`;

/**
 * Makes the scheme known to Chromium. Must run before the app is ready, while the main file is still loading: later it
 * has no effect and nothing says so.
 *
 * SECURITY: own-scheme (docs/security.md). No `bypassCSP`, no service workers, no extensions, no CORS.
 */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: schemeName,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Whether a URL is a page or file of ours. Compared part by part: `badge-station://app.example` is another host. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${schemeName}:` && host === appHost && username === '' && password === '';
}
