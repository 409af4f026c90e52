import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { net, session } from 'electron';
import type { HttpDoor } from '../net/door.ts';
import { type FetchLike, fetchDoor } from '../net/fetch-door.ts';

/**
 * A door over Chromium's network stack: system proxy, PAC files and the operating system's certificates work. With a CA
 * file (rehearsals only) a session of its own trusts that authority for the named hosts, and nothing else.
 */
export function netDoor(hosts: readonly string[], caFile: string | undefined): HttpDoor {
  if (caFile === undefined) return fetchDoor((url, init) => net.fetch(url, init), { hosts });
  const authority = new X509Certificate(readFileSync(caFile));
  const rehearsal = session.fromPartition('rehearsal');
  const names = new Set(hosts.map((host) => new URL(`https://${host}`).hostname));
  // SECURITY: rehearsal-ca (docs/security.md). 0 accepts, -2 refuses (Electron manual, setCertificateVerifyProc).
  rehearsal.setCertificateVerifyProc(({ hostname, certificate }, decide) => {
    decide(names.has(hostname) && isIssuedBy(certificate.data, authority, hostname, Date.now()) ? 0 : -2);
  });
  const fetchThere: FetchLike = (url, init) => rehearsal.fetch(url, init);
  return fetchDoor(fetchThere, { hosts });
}

/** Whether a PEM certificate was issued by this authority for this host and is valid now. Junk is not. */
export function isIssuedBy(
  pem: string,
  authority: X509Certificate,
  hostname: string,
  nowMs: number,
): boolean {
  try {
    const leaf = new X509Certificate(pem);
    const name = hostname.replace(/^\[|\]$/g, '');
    const fits = leaf.checkHost(name) !== undefined || leaf.checkIP(name) !== undefined;
    const isValid = Date.parse(leaf.validFrom) <= nowMs && nowMs <= Date.parse(leaf.validTo);
    return fits && isValid && leaf.checkIssued(authority) && leaf.verify(authority.publicKey);
  } catch {
    return false;
  }
}
