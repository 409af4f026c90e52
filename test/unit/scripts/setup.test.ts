import { describe, expect, it } from 'vitest';
import { checkNode, packagesOutOfStep } from '../../../scripts/setup.mjs';

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['20.18.3', '18.20.0', '9.99.0', ''])(
    'refuses "%s" and names the version that is needed',
    (version) => {
      expect(() => checkNode(version)).toThrow(/20\.19 or later/);
    },
  );
});

describe('packagesOutOfStep', () => {
  const lock = {
    packages: {
      '': { name: 'badge-station' },
      'node_modules/zod': { version: '4.0.0' },
      'node_modules/for-another-system': { version: '1.0.0', optional: true },
    },
  };

  it('is content when every needed version is there and foreign optional ones are not', () => {
    expect(
      packagesOutOfStep(lock, { packages: { 'node_modules/zod': { version: '4.0.0' } } }),
    ).toBeUndefined();
  });

  it.each([
    ['nothing was installed', undefined, 'none installed yet'],
    ['the note is from something else', { name: 'x' }, 'none installed yet'],
    ['a package is missing', { packages: {} }, 'zod 4.0.0 is missing'],
    ['a version differs', { packages: { 'node_modules/zod': { version: '3.9.0' } } }, 'zod 4.0.0 is missing'],
  ])('says why when %s', (_, installed, why) => {
    expect(packagesOutOfStep(lock, installed)).toBe(why);
  });

  it('notices an optional package of a wrong version', () => {
    const installed = {
      packages: {
        'node_modules/zod': { version: '4.0.0' },
        'node_modules/for-another-system': { version: '0.9.0' },
      },
    };
    expect(packagesOutOfStep(lock, installed)).toBe('for-another-system 1.0.0 is missing');
  });
});
