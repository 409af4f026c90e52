import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { operators, PracticeStation, silently, tokenOf } from '../../fakes/practice-station.ts';

let station: PracticeStation;
const written: string[] = [];
beforeEach(() => {
  station = new PracticeStation();
  written.length = 0;
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    vi.spyOn(console, name).mockImplementation((...words) => void written.push(words.map(String).join(' ')));
  }
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  station.remove();
});

describe('MSAL’s own log', () => {
  it('is written nowhere, whether a sign-in works, fails, goes offline or ends', async () => {
    const session = await station.signedIn();
    const token = await tokenOf(session);
    station.tenant.faults.online = false;
    await session.accessToken({ ...silently, fresh: true });
    station.tenant.faults.online = true;
    station.tenant.faults.tokenError = {
      error: 'invalid_grant',
      suberror: 'bad_token',
      number: 50173,
      silentOnly: true,
    };
    await session.accessToken({ ...silently, fresh: true });
    station.tenant.faults.clear();
    const refused = session.signIn({ chooseAccount: true });
    await station.browserOpens();
    await station.browser.refuse();
    await refused;
    await session.signOut();
    vi.restoreAllMocks();

    const text = written.join('\n');
    expect(token.length).toBeGreaterThan(100);
    expect(text).not.toContain(token.slice(0, 40));
    expect(text).not.toContain(operators.admin.upn);
    expect(text).not.toMatch(/msal/i);
    expect(text).toBe('');
  });
});
