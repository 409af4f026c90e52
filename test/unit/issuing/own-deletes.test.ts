import { describe, expect, it } from 'vitest';
import { OwnDeletes } from '../../../src/main/issuing/own-deletes.ts';
import type { CodeState, CredentialState } from '../../../src/shared/credential/kinds.ts';

const now = Date.UTC(2026, 10, 21, 8);
const code = (id: string): CodeState => ({
  id,
  startsAt: '2026-11-01T00:00:00Z',
  expiresAt: '2027-11-01T00:00:00Z',
  createdAt: null,
  lastUsedAt: null,
});
const holding = (standard: CodeState | null, temporary: CodeState | null): CredentialState => ({
  standard,
  temporary,
  pin: null,
});

describe('the deletions this station made', () => {
  const before = holding(code('AA-1'), code('bb-2'));

  it.each([
    ['delete-method', 'create-method', true],
    ['delete-method', 'create-standard', false],
    ['delete-standard', 'create-standard', true],
    ['delete-standard', 'create-temporary', false],
    ['delete-temporary', 'create-temporary', true],
    ['delete-temporary', 'create-method', false],
    ['delete-standard', 'extend-standard', false],
  ] as const)('after %s, %s may meet what is gone: %s', (step, create, expected) => {
    const deletes = new OwnDeletes();
    deletes.note('h', step, before, now);
    expect(deletes.mayBlock('h', create, now + 1000)).toBe(expected);
    expect(deletes.mayBlock('somebody else', create, now + 1000)).toBe(false);
  });

  it('are trusted for a minute, and not at all by a clock that was set back', () => {
    const deletes = new OwnDeletes();
    deletes.note('h', 'delete-standard', before, now);
    expect(deletes.mayBlock('h', 'create-standard', now + 60_000)).toBe(true);
    expect(deletes.mayBlock('h', 'create-standard', now + 60_001)).toBe(false);
    expect(deletes.mayBlock('h', 'create-standard', now - 1)).toBe(false);
  });

  it('take out of a late reading what is known to be gone, whatever the case of its id', () => {
    const deletes = new OwnDeletes();
    deletes.note('h', 'delete-standard', before, now);
    const reading = holding(code('aa-1'), code('bb-2'));
    expect(deletes.correct('h', reading, now + 1)).toMatchObject({
      standard: null,
      temporary: { id: 'bb-2' },
    });
    expect(deletes.correct('other', reading, now + 1)).toBe(reading);
    expect(deletes.correct('h', null, now + 1)).toBeNull();
  });

  it('leave a code alone that somebody made since', () => {
    const deletes = new OwnDeletes();
    deletes.note('h', 'delete-standard', before, now);
    expect(deletes.correct('h', holding(code('cc-3'), null), now + 1)).toMatchObject({
      standard: { id: 'cc-3' },
    });
  });

  it('say "no method" only after the method itself was deleted', () => {
    const standard = new OwnDeletes();
    standard.note('h', 'delete-standard', holding(code('aa-1'), null), now);
    expect(standard.correct('h', holding(code('aa-1'), null), now + 1)).toMatchObject({ standard: null });
    const method = new OwnDeletes();
    method.note('h', 'delete-method', before, now);
    expect(method.correct('h', before, now + 1)).toBeNull();
    expect(method.correct('h', holding(code('new-1'), null), now + 1)).toMatchObject({
      standard: { id: 'new-1' },
    });
  });
});
