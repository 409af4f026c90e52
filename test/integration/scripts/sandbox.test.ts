import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, beforeAll } from 'vitest';
import { checkSandbox, runtimeArgs } from '../../../scripts/sandbox.mjs';

const isRoot = process.getuid?.() === 0;
const only = (name: string, value: string) => (file: string) => (file === name ? value : undefined);

describe.runIf(process.platform === 'linux')("Chromium's sandbox", () => {
  let dir: string;
  const asOrdinaryUser = process.getuid;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'badge-sandbox-'));
    await writeFile(path.join(dir, 'chrome-sandbox'), '');
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  /** The answers for an ordinary person, also when the tests run as root. */
  function asPerson<T>(body: () => T): T {
    process.getuid = () => 1000;
    try {
      return body();
    } finally {
      if (asOrdinaryUser) process.getuid = asOrdinaryUser;
    }
  }

  it.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '1'],
    ['kernel/unprivileged_userns_clone', '0'],
    ['user/max_user_namespaces', '0'],
  ])('gives the line to type when %s is %s', (name, value) => {
    const check = () => asPerson(() => checkSandbox(dir, only(name, value)));
    expect(check).toThrow(`sudo chmod 4755 '${path.join(dir, 'chrome-sandbox')}'`);
  });

  it.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '0'],
    ['kernel/unprivileged_userns_clone', '1'],
    ['user/max_user_namespaces', '63000'],
    ['nothing of the kind', ''],
  ])('says nothing when %s is "%s"', (name, value) => {
    expect(() => asPerson(() => checkSandbox(dir, only(name, value)))).not.toThrow();
  });

  it.runIf(isRoot)('says nothing once the helper belongs to root and may act for it', async () => {
    await chmod(path.join(dir, 'chrome-sandbox'), 0o4755);
    const check = () => asPerson(() => checkSandbox(dir, only('user/max_user_namespaces', '0')));
    expect(check).not.toThrow();
  });

  it('is switched off for root alone', () => {
    expect(asPerson(runtimeArgs)).toEqual([]);
    process.getuid = () => 0;
    expect(runtimeArgs()).toEqual(['--no-sandbox']);
    if (asOrdinaryUser) process.getuid = asOrdinaryUser;
  });
});
