import { expect, it } from 'vitest';
import { lend } from '../../../../src/renderer/src/camera/lend.ts';

it('overwrites a code when it was looked at', () => {
  const code = Uint8Array.of(1, 2, 3);
  let seen: number[] = [];
  lend(code, (bytes) => {
    seen = [...bytes];
  });
  expect(seen).toEqual([1, 2, 3]);
  expect([...code]).toEqual([0, 0, 0]);
});

it('overwrites it also when looking failed', () => {
  const code = Uint8Array.of(1, 2, 3);
  expect(() =>
    lend(code, () => {
      throw new Error('no use for it');
    }),
  ).toThrow('no use');
  expect([...code]).toEqual([0, 0, 0]);
});
