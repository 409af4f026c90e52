import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpDoor, HttpOutcome } from '../../../src/main/net/door.ts';
import { operators, PracticeStation, silently } from '../../fakes/practice-station.ts';

let station: PracticeStation;
beforeEach(() => {
  station = new PracticeStation();
});
afterEach(() => station.remove());

/** An identity service whose browser still knew the person, and let them in without asking. */
class RememberingService implements HttpDoor {
  /** How long ago the person had proved themself, in seconds; null leaves the answer as it is, `absent` takes it out. */
  agoSeconds: number | 'absent' | null = null;
  readonly #inner: HttpDoor;

  constructor(inner: HttpDoor) {
    this.#inner = inner;
  }

  async send(request: Parameters<HttpDoor['send']>[0]): Promise<HttpOutcome> {
    const outcome = await this.#inner.send(request);
    if (!outcome.ok || this.agoSeconds === null || !new URL(request.url).pathname.endsWith('/token'))
      return outcome;
    const body = JSON.parse(new TextDecoder().decode(outcome.answer.body)) as { id_token?: string };
    if (body.id_token === undefined) return outcome;
    const aged = JSON.stringify({ ...body, id_token: this.#aged(body.id_token) });
    return { ok: true, answer: { ...outcome.answer, body: new TextEncoder().encode(aged) } };
  }

  #aged(token: string): string {
    const [head, payload = '', tail] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
      iat: number;
      auth_time?: number;
    };
    if (typeof this.agoSeconds === 'number') claims.auth_time = claims.iat - this.agoSeconds;
    else delete claims.auth_time;
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), tail].join('.');
  }
}

async function unlock(agoSeconds: number | 'absent' | null, stepMs = 5000) {
  const service = new RememberingService(station.tenant);
  const asked: string[] = [];
  const session = station.session({
    door: service,
    now: station.clock.now,
    openBrowser: (url) => {
      asked.push(url);
      return station.browser.open(url);
    },
  });
  await station.signIn(session);
  service.agoSeconds = agoSeconds;
  const signedIn = session.signIn({ chooseAccount: false, fresh: true, loginHint: operators.admin.upn });
  await station.browserOpens();
  station.clock.advance(stepMs);
  await station.browser.choose(operators.admin.id);
  return { session, asked, result: await signedIn };
}

describe('a sign-in that has to be fresh', () => {
  it('asks the service not to trust its browser session', async () => {
    const { asked, result } = await unlock(null);
    expect(result.ok).toBe(true);
    expect(new URL(asked.at(-1) ?? '').searchParams.get('prompt')).toBe('login');
    expect(new URL(asked.at(-1) ?? '').searchParams.get('login_hint')).toBe(operators.admin.upn);
  });

  it('refuses an answer for which nobody had to prove anything, and keeps the operator signed in', async () => {
    const { session, result } = await unlock(3600);
    expect(result).toMatchObject({ failure: { code: 'sign-in-failed', facts: { reason: 'not-fresh' } } });
    expect(session.operator?.objectId).toBe(operators.admin.id);
    expect((await session.accessToken(silently)).ok).toBe(true);
  });

  it('refuses one that is older than the step itself by a minute', async () => {
    expect((await unlock(65)).result.ok).toBe(false);
  });

  it('takes a person who needed four minutes to find their phone', async () => {
    expect((await unlock(200, 240_000)).result.ok).toBe(true);
  });

  it('believes a service that does not say when', async () => {
    expect((await unlock('absent')).result.ok).toBe(true);
  });
});
