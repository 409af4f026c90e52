import { X509Certificate } from 'node:crypto';

/**
 * Whether a PEM certificate was issued by this authority for this host and is valid now. Junk is not.
 *
 * Rehearsals only, where the leaf is signed by the authority itself: there is no chain to build.
 */
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
