import { describe, expect, it } from 'vitest';
import { type Finding, judge } from '../../../src/main/issuing/judge.ts';
import type { StepName } from '../../../src/main/issuing/steps.ts';
import type { CodeState, CredentialState } from '../../../src/shared/credential/kinds.ts';

const start = '2026-11-21T08:00:07.000Z';
const ours = '2027-11-21T08:01:37.000Z';
const code = (id: string, expiresAt = '2027-01-01T00:00:00.000Z'): CodeState => ({
  id,
  startsAt: '2026-11-21T08:00:00.000Z',
  expiresAt,
  createdAt: null,
  lastUsedAt: null,
});
const state = (standard: CodeState | null, temporary: CodeState | null = null): CredentialState => ({
  standard,
  temporary,
  pin: { mustChange: true, updatedAt: null },
});

interface Row {
  readonly what: string;
  readonly step: StepName;
  readonly before: CredentialState | null;
  readonly now: CredentialState | null;
  readonly finding: Finding;
}

const rows: readonly Row[] = [
  { what: 'still no method', step: 'create-method', before: null, now: null, finding: 'not-happened' },
  {
    what: 'a method with our expiry',
    step: 'create-method',
    before: null,
    now: state(code('n', ours)),
    finding: 'happened',
  },
  {
    what: 'a method with another expiry',
    step: 'create-method',
    before: null,
    now: state(code('n')),
    finding: 'someone-else',
  },
  {
    what: 'a method without a code',
    step: 'create-method',
    before: null,
    now: state(null),
    finding: 'not-happened',
  },
  {
    what: 'the old code still listed',
    step: 'create-standard',
    before: state(code('o')),
    now: state(code('O')),
    finding: 'not-happened',
  },
  {
    what: 'no code',
    step: 'create-standard',
    before: state(code('o')),
    now: state(null),
    finding: 'not-happened',
  },
  {
    what: 'our new code',
    step: 'create-standard',
    before: state(code('o')),
    now: state(code('n', ours)),
    finding: 'happened',
  },
  {
    what: 'our code, with a fraction added',
    step: 'create-standard',
    before: state(null),
    now: state(code('n', '2027-11-21T08:01:37.9000000Z')),
    finding: 'happened',
  },
  {
    what: 'a code somebody else made',
    step: 'create-standard',
    before: state(code('o')),
    now: state(code('x')),
    finding: 'someone-else',
  },
  {
    what: 'our temporary code',
    step: 'create-temporary',
    before: state(code('o')),
    now: state(code('o'), code('t', ours)),
    finding: 'happened',
  },
  {
    what: 'no temporary code',
    step: 'create-temporary',
    before: state(code('o')),
    now: state(code('o')),
    finding: 'not-happened',
  },
  {
    what: 'the standard code gone',
    step: 'delete-standard',
    before: state(code('o')),
    now: state(null),
    finding: 'happened',
  },
  {
    what: 'the whole method gone',
    step: 'delete-standard',
    before: state(code('o')),
    now: null,
    finding: 'happened',
  },
  {
    what: 'the standard code there',
    step: 'delete-standard',
    before: state(code('o')),
    now: state(code('o')),
    finding: 'not-happened',
  },
  {
    what: 'another standard code',
    step: 'delete-standard',
    before: state(code('o')),
    now: state(code('x')),
    finding: 'someone-else',
  },
  {
    what: 'the temporary code gone',
    step: 'delete-temporary',
    before: state(null, code('t')),
    now: state(null),
    finding: 'happened',
  },
  {
    what: 'the method gone',
    step: 'delete-method',
    before: state(code('o')),
    now: null,
    finding: 'happened',
  },
  {
    what: 'the method there',
    step: 'delete-method',
    before: state(code('o')),
    now: state(null),
    finding: 'not-happened',
  },
  {
    what: 'the expiry moved',
    step: 'extend-standard',
    before: state(code('o')),
    now: state(code('o', ours)),
    finding: 'happened',
  },
  {
    what: 'the expiry as before',
    step: 'extend-standard',
    before: state(code('o')),
    now: state(code('o')),
    finding: 'not-happened',
  },
  {
    what: 'any reading after a PIN reset',
    step: 'reset-pin',
    before: state(code('o')),
    now: state(code('o')),
    finding: 'unknown',
  },
];

describe('judge', () => {
  it.each(rows)('$step, reading shows $what: $finding', ({ step, before, now, finding }) => {
    expect(judge(step, { before, startsAt: start, expiresAt: ours }, now)).toBe(finding);
  });
});

describe('a copy that lags so far behind that it shows what was there before the code we know', () => {
  const madeAt = (id: string, createdAt: string): CodeState => ({ ...code(id), createdAt });
  const known = madeAt('known', '2026-11-20T08:00:00.000Z');
  const older = madeAt('older', '2026-10-01T08:00:00.000Z');
  const newer = madeAt('newer', '2026-11-21T08:00:09.000Z');

  it.each([
    ['create-standard', older, 'not-happened'],
    ['create-standard', newer, 'someone-else'],
    ['delete-standard', older, 'not-happened'],
    ['delete-standard', newer, 'someone-else'],
  ] as const)('says nothing after %s, unlike a newer code: %o', (step, shown, finding) => {
    const intent = { before: state(known), startsAt: start, expiresAt: ours };
    expect(judge(step, intent, state(shown))).toBe(finding);
  });
});
