import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { makeCertificates } from '../../../scripts/tenant/certificates.ts';
import { isIssuedBy } from '../../../src/main/net/issued-by.ts';

const dayMs = 86_400_000;
const nowMs = Date.now();
const own = makeCertificates(nowMs);
const other = makeCertificates(nowMs);
const authority = new X509Certificate(own.caPem);

describe('a rehearsal’s certificate', () => {
  it.each(['localhost', '127.0.0.1', '::1', '[::1]'])('is believed for %s, which it names', (host) => {
    expect(isIssuedBy(own.certPem, authority, host, nowMs)).toBe(true);
  });

  it.each([
    'login.microsoftonline.com',
    'graph.microsoft.com',
    'localhost.example',
    'xlocalhost',
    'localhost.',
    '127.0.0.2',
    '::2',
    '*',
    '',
    ' ',
    'localhost\0.example',
  ])('is not believed for %j', (host) => {
    expect(isIssuedBy(own.certPem, authority, host, nowMs)).toBe(false);
  });

  it('is not believed once it has run out, nor before its time', () => {
    expect(isIssuedBy(own.certPem, authority, 'localhost', nowMs + 91 * dayMs)).toBe(false);
    expect(isIssuedBy(own.certPem, authority, 'localhost', nowMs - 2 * dayMs)).toBe(false);
    expect(isIssuedBy(own.certPem, authority, 'localhost', Number.NaN)).toBe(false);
  });

  it('is not believed from another authority', () => {
    expect(isIssuedBy(other.certPem, authority, 'localhost', nowMs)).toBe(false);
  });

  it('is not believed from an authority that has the same name and another key', () => {
    const forged = forgedLeaf(authority);
    expect(new X509Certificate(forged).checkIssued(authority)).toBe(true);
    expect(isIssuedBy(forged, authority, 'localhost', nowMs)).toBe(false);
  });

  it('is not believed when it vouches for itself', () => {
    expect(isIssuedBy(own.caPem, authority, 'localhost', nowMs)).toBe(false);
  });

  it('is not believed when a byte of it has changed', () => {
    const der = new X509Certificate(own.certPem).raw;
    for (const at of [80, Math.floor(der.length / 2), der.length - 1]) {
      const changed = Buffer.from(der);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(isIssuedBy(pemOf(changed), authority, 'localhost', nowMs), `byte ${at}`).toBe(false);
    }
  });

  it.each([
    '',
    'junk',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    own.certPem.slice(0, own.certPem.length / 2),
    own.keyPem,
    'x'.repeat(1_000_000),
  ])('junk is not a certificate: %.40j', (pem) => {
    expect(isIssuedBy(pem, authority, 'localhost', nowMs)).toBe(false);
  });
});

/** A certificate for localhost that names the authority as its issuer and is signed by somebody else. */
function forgedLeaf(issuer: X509Certificate): string {
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const leaf = forge.pki.createCertificate();
  leaf.publicKey = forge.pki.publicKeyFromPem(keys.publicKey);
  leaf.serialNumber = '01';
  leaf.validity.notBefore = new Date(nowMs - dayMs);
  leaf.validity.notAfter = new Date(nowMs + dayMs);
  leaf.setSubject([{ name: 'commonName', value: 'localhost' }]);
  leaf.setIssuer(forge.pki.certificateFromPem(issuer.toString()).subject.attributes);
  leaf.setExtensions([{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }]);
  leaf.sign(forge.pki.privateKeyFromPem(keys.privateKey), forge.md.sha256.create());
  return forge.pki.certificateToPem(leaf);
}

function pemOf(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
}
