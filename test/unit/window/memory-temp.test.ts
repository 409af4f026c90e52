import { existsSync } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryTemp } from '../../../src/main/window/memory-temp.ts';

const memory = '/dev/shm';
const isHere = process.platform === 'linux' && existsSync(memory);
let before: string | undefined;
beforeEach(() => {
  before = process.env['TMPDIR'];
});
afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
});

describe.runIf(isHere)('a folder in memory for Chromium’s own files', () => {
  it('is there while it prints, for this account alone, and gone afterwards', async () => {
    const temp = new MemoryTemp('linux', [memory]);
    let folder = '';
    const answer = await temp.during(async () => {
      folder = process.env['TMPDIR'] ?? '';
      expect(folder.startsWith(`${memory}/badge-station-`)).toBe(true);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(process.env['TMPDIR']).toBe(before);
    expect(existsSync(folder)).toBe(false);
  });

  it('serves two jobs at a time and goes with the last', async () => {
    const temp = new MemoryTemp('linux', [memory]);
    const folders: string[] = [];
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const long = temp.during(async () => {
      folders.push(process.env['TMPDIR'] ?? '');
      await ended;
      expect(process.env['TMPDIR']).toBe(folders[0]);
    });
    await temp.during(() => Promise.resolve(folders.push(process.env['TMPDIR'] ?? '')));
    end();
    await long;
    expect(new Set(folders).size).toBe(1);
    expect(process.env['TMPDIR']).toBe(before);
  });

  it('is settled when Chromium has taken its files away, and not before', async () => {
    const temp = new MemoryTemp('linux', [memory]);
    await temp.during(async () => {
      expect(await temp.settled(0)).toBe(true);
      const file = path.join(process.env['TMPDIR'] ?? '', '.org.chromium.Chromium.abc');
      await writeFile(file, '%PDF');
      expect(await temp.settled(0)).toBe(false);
      const later = temp.settled(5000);
      await rm(file);
      expect(await later).toBe(true);
    });
  });

  it('takes away what a job left that was given up', async () => {
    const temp = new MemoryTemp('linux', [memory]);
    let folder = '';
    await temp.during(async () => {
      folder = process.env['TMPDIR'] ?? '';
      await writeFile(path.join(folder, '.org.chromium.Chromium.abc'), '%PDF');
    });
    expect(existsSync(folder)).toBe(false);
  });

  it('goes away even when the work fails', async () => {
    const temp = new MemoryTemp('linux', [memory]);
    let folder = '';
    const failing = temp.during(() => {
      folder = process.env['TMPDIR'] ?? '';
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(process.env['TMPDIR']).toBe(before);
    expect(folder).not.toBe('');
    expect(existsSync(folder)).toBe(false);
  });
});

describe('without a folder in memory', () => {
  it('prints nothing on Linux', async () => {
    let hasRun = false;
    // One that is there and is no memory, one that is not there.
    const temp = new MemoryTemp('linux', ['/proc', '/nowhere']);
    const answer = await temp.during(() => {
      hasRun = true;
      return Promise.resolve('done');
    });
    expect(answer).toBeNull();
    expect(hasRun).toBe(false);
    expect(process.env['TMPDIR']).toBe(before);
  });

  it.each(['win32', 'darwin'] as const)('prints on %s, which needs none', async (platform) => {
    expect(await new MemoryTemp(platform, []).during(() => Promise.resolve('done'))).toBe('done');
  });
});
