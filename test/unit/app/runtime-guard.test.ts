import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { practiceOnlyRuntime, productElectronMajor } from '../../../src/main/app/runtime-guard.ts';

describe('practiceOnlyRuntime', () => {
  it('knows the Electron line of package.json', () => {
    const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
    const pinned = (manifest as { devDependencies: { electron: string } }).devDependencies.electron;
    expect(Number.parseInt(pinned, 10)).toBe(productElectronMajor);
  });

  it.each([
    [`${String(productElectronMajor)}.4.1`, 'official'],
    [`${String(productElectronMajor)}.0.0`, undefined],
    [`${String(productElectronMajor)}.4.1`, 'override'],
  ])('lets Electron %s (launcher says %s) leave practice mode', (version, word) => {
    expect(practiceOnlyRuntime(version, word)).toBeNull();
  });

  it.each([
    ['33.4.11', 'stand-in'],
    ['33.4.11', 'official'],
    ['33.4.11', undefined],
    [`${String(productElectronMajor)}.4.1`, 'stand-in'],
    ['44.0.0', 'official'],
    ['', undefined],
    ['junk', 'official'],
  ])('keeps Electron %j (launcher says %s) in practice mode and says why', (version, word) => {
    expect(practiceOnlyRuntime(version, word)).toEqual({
      code: 'stand-in-practice-only',
      facts: { electron: version },
    });
  });
});
