import { describe, expect, it } from 'vitest';
import { Refusals } from '../../../src/main/issuing/refusals.ts';
import type { FailureCode } from '../../../src/shared/failure-codes.ts';
import type { Failure } from '../../../src/shared/result.ts';

const now = Date.UTC(2026, 10, 21, 8);
const failure = (code: FailureCode): Failure => ({ code, facts: {} });

describe('what Microsoft lately refused', () => {
  it.each([
    ['graph-refused', 'role'],
    ['graph-refused-role', 'role'],
    ['graph-refused-self', 'role'],
    ['graph-policy-refused', 'policy'],
  ] as const)('%s is held up as a matter of the %s, for this operator and holder alone', (code, about) => {
    const refusals = new Refusals();
    refusals.note('Op', 'Holder', failure(code), now);
    const other = about === 'role' ? 'policy' : 'role';
    expect(refusals.lately('op', 'holder', about, now + 1)).toMatchObject({ code });
    expect(refusals.lately('op', 'holder', other, now + 1)).toBeNull();
    expect(refusals.lately('op', 'somebody', about, now + 1)).toBeNull();
    expect(refusals.lately('another', 'holder', about, now + 1)).toBeNull();
    expect(refusals.hasWritten('op')).toBe(false);
  });

  it.each(['graph-offline', 'graph-throttled', 'cancelled', 'code-exists'] as const)(
    'a write that ended with %s says nothing about rights',
    (code) => {
      const refusals = new Refusals();
      refusals.note('op', 'holder', failure(code), now);
      expect(refusals.lately('op', 'holder', 'role', now)).toBeNull();
      expect(refusals.lately('op', 'holder', 'policy', now)).toBeNull();
    },
  );

  it('is forgotten after five minutes, when the clock went back, and when it works after all', () => {
    const refusals = new Refusals();
    refusals.note('op', 'holder', failure('graph-refused-role'), now);
    expect(refusals.lately('op', 'holder', 'role', now + 299_999)).not.toBeNull();
    expect(refusals.lately('op', 'holder', 'role', now + 300_000)).toBeNull();
    expect(refusals.lately('op', 'holder', 'role', now - 1)).toBeNull();
    refusals.note('op', 'holder', null, now + 1);
    expect(refusals.lately('op', 'holder', 'role', now + 2)).toBeNull();
    expect(refusals.hasWritten('op')).toBe(true);
  });
});
