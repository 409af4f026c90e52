import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../scripts/build.mjs';
import { chooseRuntime, runtimeEnv } from '../../../scripts/runtime.mjs';
import { checkHash } from '../../../scripts/stand-in.mjs';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'badge-runtime-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const executableName =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform as string] ??
  'electron';

describe('the override given by hand', () => {
  it('wins, with the version its folder names', async () => {
    const executable = path.join(dir, executableName);
    await mkdir(path.dirname(executable), { recursive: true });
    await writeFile(executable, '');
    await writeFile(path.join(dir, 'version'), 'v44.1.0\n');
    const runtime = await chooseRuntime({ env: { ELECTRON_OVERRIDE_DIST_PATH: dir } });
    expect(runtime).toEqual({ dir, executable, kind: 'override', version: '44.1.0' });
  });

  it('is refused with the folder named when there is no Electron in it', async () => {
    await expect(chooseRuntime({ env: { ELECTRON_OVERRIDE_DIST_PATH: dir } })).rejects.toThrow(dir);
  });
});

it('tells a child process which runtime it is and where', () => {
  const runtime = { dir: '/r', executable: '/r/electron', kind: 'stand-in' as const, version: '33.4.11' };
  expect(runtimeEnv(runtime)).toEqual({
    BADGE_STATION_RUNTIME: 'stand-in',
    ELECTRON_OVERRIDE_DIST_PATH: '/r',
    ELECTRON_EXEC_PATH: '/r/electron',
  });
});

describe('checkHash', () => {
  // printf abc | sha256sum
  const sha256OfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

  it('passes the file that was expected', async () => {
    await writeFile(path.join(dir, 'f'), 'abc');
    await expect(checkHash('it', path.join(dir, 'f'), 'sha256', 'hex', sha256OfAbc)).resolves.toBeUndefined();
  });

  it('refuses a file that differs by one letter, and says that it is not run', async () => {
    await writeFile(path.join(dir, 'f'), 'abd');
    const check = checkHash('the stand-in package', path.join(dir, 'f'), 'sha256', 'hex', sha256OfAbc);
    await expect(check).rejects.toThrow(/Refused the stand-in package.*not run/);
  });
});

describe('the fingerprint of sources', () => {
  const put = async (name: string, text: string) => {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  };

  it('stays while nothing changes, whatever the dates say', async () => {
    await put('a/b.ts', 'one');
    const before = fingerprint([dir]);
    await put('a/b.ts', 'one');
    expect(fingerprint([dir])).toBe(before);
  });

  it.each([
    ['a changed file', 'a/b.ts', 'two'],
    ['a new file', 'a/c.ts', 'one'],
    ['a new folder', 'c/b.ts', 'one'],
  ])('changes with %s', async (_, name, text) => {
    await put('a/b.ts', 'one');
    const before = fingerprint([dir]);
    await put(name, text);
    expect(fingerprint([dir])).not.toBe(before);
  });
});
