import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caFileIn, certificatesIn, makeCertificates } from '../../../scripts/tenant/certificates.ts';

const dayMs = 86_400_000;
const nowMs = Date.now();

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'badge-station-certificates-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a rehearsal’s certificates', () => {
  it('name this machine and nothing else, and lead to their own authority', () => {
    const { caPem, certPem } = makeCertificates(nowMs);
    const ca = new X509Certificate(caPem);
    const leaf = new X509Certificate(certPem);
    expect(leaf.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
    expect([leaf.checkIssued(ca), leaf.verify(ca.publicKey), leaf.ca, ca.ca]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('last ninety days, from yesterday on, for clocks that are a little slow', () => {
    const leaf = new X509Certificate(makeCertificates(nowMs).certPem);
    expect(Math.round((Date.parse(leaf.validFrom) - nowMs) / dayMs)).toBe(-1);
    expect(Math.round((Date.parse(leaf.validTo) - nowMs) / dayMs)).toBe(90);
  });

  it('are kept from one start to the next, and the authority’s key is not among them', () => {
    const first = certificatesIn(dir, nowMs);
    expect(certificatesIn(dir, nowMs)).toEqual(first);
    expect(readdirSync(dir).sort()).toEqual(['ca.pem', 'server-key.pem', 'server.pem']);
    const ca = new X509Certificate(readFileSync(caFileIn(dir)));
    const key = readFileSync(path.join(dir, 'server-key.pem'), 'utf8');
    expect(key).not.toBe('');
    expect(ca.checkPrivateKey(createPrivateKey(key))).toBe(false);
  });

  it.runIf(process.platform !== 'win32')('keep the key for their owner', () => {
    certificatesIn(dir, nowMs);
    expect(statSync(path.join(dir, 'server-key.pem')).mode & 0o077).toBe(0);
  });

  it('are made anew when they are nearly over', () => {
    const first = certificatesIn(dir, nowMs);
    expect(certificatesIn(dir, nowMs + 80 * dayMs)).toEqual(first);
    expect(certificatesIn(dir, nowMs + 85 * dayMs).certPem).not.toBe(first.certPem);
  });

  it.each([
    ['ca.pem', 'junk'],
    ['server.pem', ''],
    ['server.pem', makeCertificates(nowMs).certPem],
  ])('are made anew when %s is damaged or of another authority', (name, content) => {
    const first = certificatesIn(dir, nowMs);
    writeFileSync(path.join(dir, name), content);
    const second = certificatesIn(dir, nowMs);
    expect(second.certPem).not.toBe(first.certPem);
    expect(new X509Certificate(second.certPem).verify(new X509Certificate(second.caPem).publicKey)).toBe(
      true,
    );
  });
});
