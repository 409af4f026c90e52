import type { TokenSource } from '../../src/main/auth/types.ts';
import { GraphHttpClient } from '../../src/main/graph/client.ts';
import { practiceAddresses, type PracticeOperator } from '../../src/main/practice/directory.ts';
import type { PracticeSnapshot } from '../../src/main/practice/records.ts';
import { PracticeTenant } from '../../src/main/practice/tenant.ts';
import { makeToken } from '../../src/main/practice/tokens.ts';
import { ok } from '../../src/shared/result.ts';
import { JumpingClock } from './jumping-clock.ts';
import { operators } from './practice-station.ts';

/** A token as the practice authority gives it, good for a hundred years: these tests are not about signing in. */
export function practiceToken(operator: PracticeOperator, nowMs: number): string {
  const iat = Math.floor(nowMs / 1000);
  const scp =
    'User.Read.All UserAuthMethod-QR.ReadWrite.All Policy.Read.AuthenticationMethod GroupMember.Read.All';
  return makeToken({
    typ: 'access',
    oid: operator.id,
    iat,
    exp: iat + 100 * 31_536_000,
    auth_time: iat,
    scp,
    jti: 'test',
  });
}

/** The Graph client on a practice tenant of its own, with every commit of the tenant in view. */
export function practiceGraph(operator: PracticeOperator = operators.admin, crowd = 0) {
  const clock = new JumpingClock();
  const commits: PracticeSnapshot[] = [];
  const save = (snapshot: PracticeSnapshot): void => void commits.push(structuredClone(snapshot));
  const tenant = new PracticeTenant({ now: clock.now, wait: clock.wait, save, crowd });
  const token = practiceToken(operator, clock.now());
  const tokens: TokenSource = { accessToken: () => Promise.resolve(ok(token)) };
  const graph = new GraphHttpClient({
    door: tenant,
    tokens,
    base: practiceAddresses.graphBase,
    scopes: [],
    randomUUID: () => crypto.randomUUID(),
    waiting: { now: clock.now, wait: clock.wait, random: () => 0.5 },
  });
  return { clock, tenant, graph, commits, token };
}
