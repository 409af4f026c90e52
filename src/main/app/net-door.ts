import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { net, session, type Session } from 'electron';
import type { HttpDoor } from '../net/door.ts';
import { fetchDoor } from '../net/fetch-door.ts';
import { isIssuedBy } from '../net/issued-by.ts';
import { OwnConnections } from '../net/own-connections.ts';

/**
 * A door over Chromium's network stack: system proxy, PAC files and the operating system's certificates work. With a CA
 * file (rehearsals only) sessions of their own trust that authority for the named hosts, and nothing else.
 */
export function netDoor(hosts: readonly string[], caFile: string | undefined): HttpDoor {
  const trust = caFile === undefined ? () => undefined : rehearsalTrust(hosts, caFile);
  const ownConnections = new OwnConnections((number) => {
    // SECURITY: sent-once (docs/security.md). A session of its own is how Electron gives a connection of its own (net/own-connections.ts says why).
    const own = session.fromPartition(`once-${number}`, { cache: false });
    trust(own);
    return {
      fetch: (url, init) => own.fetch(url, init),
      closeAllConnections: () => own.closeAllConnections(),
    };
  });
  if (caFile === undefined) return fetchDoor((url, init) => net.fetch(url, init), { hosts, ownConnections });
  const rehearsal = session.fromPartition('rehearsal');
  trust(rehearsal);
  return fetchDoor((url, init) => rehearsal.fetch(url, init), { hosts, ownConnections });
}

/** Makes a session trust the rehearsal's authority. */
function rehearsalTrust(hosts: readonly string[], caFile: string): (target: Session) => void {
  const authority = new X509Certificate(readFileSync(caFile));
  const names = new Set(hosts.map((host) => new URL(`https://${host}`).hostname));
  // SECURITY: rehearsal-ca (docs/security.md). 0 accepts, -2 refuses (Electron manual, setCertificateVerifyProc).
  return (target) =>
    target.setCertificateVerifyProc(({ hostname, certificate }, decide) => {
      decide(names.has(hostname) && isIssuedBy(certificate.data, authority, hostname, Date.now()) ? 0 : -2);
    });
}
