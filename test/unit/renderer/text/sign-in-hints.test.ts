import { describe, expect, it } from 'vitest';
import { errorNumber, signInHint } from '../../../../src/renderer/src/text/sign-in-hints.ts';

describe('what an error number says to a person', () => {
  it.each([
    [50011, 'not-set-up'],
    [7000218, 'not-set-up'],
    [50105, 'not-assigned'],
    [53003, 'blocked'],
    [50057, 'account'],
    [90072, 'other-organisation'],
    [65001, 'approval'],
  ])('%i is %s', (aadsts, hint) => {
    expect(signInHint({ aadsts })).toBe(hint);
  });

  it.each([
    {},
    { aadsts: null },
    { aadsts: '50105' },
    { aadsts: 0 },
    { aadsts: -50105 },
    { aadsts: 50105.5 },
    { aadsts: Number.NaN },
    { aadsts: true },
    { aadsts: 12345 },
  ])('says nothing about %j', (facts) => {
    expect(signInHint(facts)).toBeNull();
  });

  it('still names a number nobody has a sentence for', () => {
    expect(errorNumber({ aadsts: 12345 })).toBe(12345);
    expect(errorNumber({ aadsts: '12345' })).toBeNull();
  });
});
