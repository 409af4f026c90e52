import { describe, expect, it } from 'vitest';
import { roleHint } from '../../../../src/renderer/src/text/role-hints.ts';

describe('the sentence about a role', () => {
  it.each(['no-role', 'other-unit', 'look-only', 'protected-person'] as const)('knows %s', (role) => {
    expect(roleHint({ role })).toBe(role);
  });

  it.each([
    {},
    { role: null },
    { role: 7 },
    { role: true },
    { role: '' },
    { role: 'toString' },
    { role: 'Other' },
  ])('says nothing about %j', (facts) => {
    expect(roleHint(facts)).toBeNull();
  });
});
