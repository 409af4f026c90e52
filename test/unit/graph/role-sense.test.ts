import { describe, expect, it } from 'vitest';
import { RoleSense } from '../../../src/main/graph/role-sense.ts';
import { selfId, type Traced } from '../../../src/main/graph/types.ts';
import type { FailureCode } from '../../../src/shared/failure-codes.ts';
import { fail, ok } from '../../../src/shared/result.ts';

const trace = { clientRequestId: 'c', requestId: null, status: 403, attempts: 1 };
const done: Traced<null> = { result: ok(null), trace, outcome: 'done' };
const refusedWith = (code: FailureCode): Traced<null> => ({
  result: fail(code, { call: 'E5' }),
  trace,
  outcome: 'not-done',
});
const refused = refusedWith('graph-refused-role');

interface Call {
  readonly about: 'read' | 'write';
  readonly who: string;
  readonly end: Traced<null>;
}

const read = (who: string, end: Traced<null> = done): Call => ({ about: 'read', who, end });
const write = (who: string, end: Traced<null> = done): Call => ({ about: 'write', who, end });

async function hintAfter(
  calls: readonly Call[],
  operator: () => string | null = () => 'op',
): Promise<unknown> {
  const roles = new RoleSense(operator);
  let last: Traced<null> = done;
  for (const { about, who, end } of calls) last = await roles.sense(about, who, Promise.resolve(end));
  return last.result.ok ? 'ok' : last.result.failure.facts['role'];
}

describe('why Microsoft refuses this operator', () => {
  it.each([
    ['nobody could be read so far', [read('ana', refused)], 'no-role'],
    ['nobody at all, twice', [read('ana', refused), read('bo', refused)], 'no-role'],
    ['somebody else could be read', [read('ana'), read('bo', refused)], 'other-unit'],
    ['somebody else could be changed', [write('ana'), read('bo', refused)], 'other-unit'],
    ['reading works, the first change does not', [read('ana'), write('ana', refused)], 'look-only'],
    ['others could be changed', [write('ana'), read('bo'), write('bo', refused)], 'protected-person'],
    ['only the own method was touched', [read(selfId), read('bo', refused)], 'no-role'],
    ['it is about the own method', [read('ana'), write(selfId, refused)], undefined],
    [
      'it is no matter of the role',
      [read('ana'), write('ana', refusedWith('graph-policy-refused'))],
      undefined,
    ],
    ['there is no network', [read('ana', refusedWith('graph-offline'))], undefined],
  ])('%s', async (_, calls, hint) => {
    expect(await hintAfter(calls)).toBe(hint);
  });

  it('keeps what one operator may do apart from what the next one may', async () => {
    let operator = 'first';
    const roles = new RoleSense(() => operator);
    await roles.sense('write', 'ana', Promise.resolve(done));
    operator = 'second';
    const { result } = await roles.sense('read', 'bo', Promise.resolve(refused));
    expect(result).toMatchObject({ failure: { facts: { call: 'E5', role: 'no-role' } } });
  });

  it('says nothing when the operator has changed while it was asked, or nobody is signed in', async () => {
    let operator: string | null = 'first';
    const roles = new RoleSense(() => operator);
    const asked = roles.sense('read', 'ana', Promise.resolve(refused));
    operator = 'second';
    expect((await asked).result).toEqual(refused.result);
    operator = null;
    expect((await roles.sense('read', 'ana', Promise.resolve(refused))).result).toEqual(refused.result);
  });
});
