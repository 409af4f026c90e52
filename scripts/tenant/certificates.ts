import { generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import forge from 'node-forge';

/** What a rehearsal server needs to be believed: its certificate and key, and the authority that vouches for it. */
export interface Certificates {
  readonly caPem: string;
  readonly certPem: string;
  readonly keyPem: string;
}

const dayMs = 86_400_000;
/** Long enough for a season of rehearsals, short enough to be forgotten safely. */
const lifeDays = 90;
/** A certificate is made anew when it has less than this left. */
const renewBeforeMs = 7 * dayMs;

/** Every way to name this machine from this machine. */
const names = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
  { type: 7, ip: '::1' },
];

/**
 * A certificate for this machine, from an authority made for it alone. The authority's key is thrown away once it has
 * signed, so that somebody who trusts the authority in their browser trusts this one certificate and nothing else.
 */
export function makeCertificates(nowMs: number): Certificates {
  const authority = makeKeys();
  const server = makeKeys();
  const authorityName = [{ name: 'commonName', value: `Badge Station rehearsal ${randomHex(4)}` }];
  const ca = blank(authority.publicPem, nowMs);
  ca.setSubject(authorityName);
  ca.setIssuer(authorityName);
  ca.setExtensions([
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  const signWith = forge.pki.privateKeyFromPem(authority.privatePem);
  ca.sign(signWith, forge.md.sha256.create());

  const leaf = blank(server.publicPem, nowMs);
  leaf.setSubject([{ name: 'commonName', value: 'localhost' }]);
  leaf.setIssuer(authorityName);
  leaf.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: names },
  ]);
  leaf.sign(signWith, forge.md.sha256.create());
  return {
    caPem: forge.pki.certificateToPem(ca),
    certPem: forge.pki.certificateToPem(leaf),
    keyPem: server.privatePem,
  };
}

/** The authority's file in a folder of certificates, for `tenant.endpoints.caFile`. */
export const caFileIn = (dir: string): string => path.join(dir, 'ca.pem');

/** The certificates in a folder; made, or made anew, when they are missing, damaged or nearly over. */
export function certificatesIn(dir: string, nowMs: number): Certificates {
  const kept = readCertificates(dir);
  if (kept !== null && isGood(kept, nowMs)) return kept;
  const made = makeCertificates(nowMs);
  mkdirSync(dir, { recursive: true });
  writeFileSync(caFileIn(dir), made.caPem);
  writeFileSync(path.join(dir, 'server.pem'), made.certPem);
  writeFileSync(path.join(dir, 'server-key.pem'), made.keyPem, { mode: 0o600 });
  return made;
}

function readCertificates(dir: string): Certificates | null {
  try {
    const read = (name: string): string => readFileSync(path.join(dir, name), 'utf8');
    return { caPem: read('ca.pem'), certPem: read('server.pem'), keyPem: read('server-key.pem') };
  } catch {
    return null;
  }
}

function isGood({ caPem, certPem }: Certificates, nowMs: number): boolean {
  try {
    const ca = new X509Certificate(caPem);
    const leaf = new X509Certificate(certPem);
    const lasts = Date.parse(leaf.validTo) - nowMs > renewBeforeMs && Date.parse(leaf.validFrom) <= nowMs;
    return lasts && leaf.verify(ca.publicKey);
  } catch {
    return false;
  }
}

function blank(publicPem: string, nowMs: number): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicPem);
  // A leading 0 keeps the number positive (RFC 5280, 4.1.2.2).
  certificate.serialNumber = `0${randomHex(16).slice(1)}`;
  certificate.validity.notBefore = new Date(nowMs - dayMs);
  certificate.validity.notAfter = new Date(nowMs + lifeDays * dayMs);
  return certificate;
}

function makeKeys(): { readonly publicPem: string; readonly privatePem: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { publicPem: publicKey, privatePem: privateKey };
}

function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
