import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EncryptedFile } from '../../src/main/auth/encrypted-file.ts';
import { MsalSession, type MsalSessionOptions } from '../../src/main/auth/msal-session.ts';
import { GraphHttpClient } from '../../src/main/graph/client.ts';
import type { GraphOptions } from '../../src/main/graph/call.ts';
import { neededScopes } from '../../src/main/graph/scopes.ts';
import { PracticeBrowser } from '../../src/main/practice/browser.ts';
import {
  practiceAddresses,
  practiceHolders,
  practiceOperators,
  type Person,
} from '../../src/main/practice/directory.ts';
import { toInstant } from '../../src/shared/ids.ts';
import { PracticeTenant } from '../../src/main/practice/tenant.ts';
import { JumpingClock } from './jumping-clock.ts';
import { FakeCipher } from './fake-cipher.ts';

const [admin, northAdmin, privilegedAdmin, reader, nobody] = practiceOperators;
if (!admin || !northAdmin || !privilegedAdmin || !reader || !nobody) throw new Error('Operators are missing');

/** The practice operators by what they may do. */
export const operators = { admin, northAdmin, privilegedAdmin, reader, nobody };

/** Somebody with this mark. */
export function marked(mark: string): Person {
  const found = practiceHolders.find((person) => person.marks.has(mark));
  if (found === undefined) throw new Error(`Nobody is ${mark}`);
  return found;
}

/** Dates from `nowMs` on, for so many milliseconds. */
export function lasting(
  nowMs: number,
  ms: number,
): { readonly startsAt: string; readonly expiresAt: string } {
  const startMs = Math.floor(nowMs / 1000) * 1000;
  return { startsAt: toInstant(startMs), expiresAt: toInstant(startMs + ms) };
}

/** A token without asking anybody; throws when there is none. */
export async function tokenOf(session: MsalSession): Promise<string> {
  const result = await session.accessToken(silently);
  if (!result.ok) throw new Error(`No token: ${result.failure.code}`);
  return result.value;
}

/** What a Graph call asks of a session. */
export const silently = {
  scopes: ['https://graph.practice.invalid/User.Read.All'],
  interactive: false,
} as const;

/**
 * A station on the practice tenant: real MSAL, real Graph client, a folder of its own. The clock moves only when the
 * tenant waits or a test says so.
 */
export class PracticeStation {
  readonly clock = new JumpingClock(Date.now());
  readonly folder = mkdtempSync(join(tmpdir(), 'badge-station-test-'));
  readonly cachePath = join(this.folder, 'tokens.bin');
  readonly cipher = new FakeCipher();
  readonly tenant: PracticeTenant;
  readonly browser: PracticeBrowser;

  constructor(options: { readonly accessTokenSeconds?: number } = {}) {
    this.tenant = new PracticeTenant({ now: this.clock.now, wait: this.clock.wait, ...options });
    this.browser = new PracticeBrowser(this.tenant);
  }

  /** A new session, as after a start of the app; the token file stays. */
  session(more: Partial<MsalSessionOptions> = {}): MsalSession {
    return new MsalSession({
      clientId: practiceAddresses.clientId,
      authority: practiceAddresses.authority,
      tenantId: practiceAddresses.tenantId,
      scopes: neededScopes(practiceAddresses.graphBase),
      door: this.tenant,
      openBrowser: this.browser.open,
      cacheFile: new EncryptedFile({ path: this.cachePath, cipher: this.cipher }),
      ...more,
    });
  }

  /** Signs in with the practice browser. */
  async signIn(session: MsalSession, operatorId: string = operators.admin.id): Promise<void> {
    const signedIn = session.signIn({ chooseAccount: true });
    await this.browserOpens();
    await this.browser.choose(operatorId);
    const result = await signedIn;
    if (!result.ok) throw new Error(`Sign-in failed: ${result.failure.code}`);
  }

  /** A session with somebody signed in. */
  async signedIn(operatorId: string = operators.admin.id): Promise<MsalSession> {
    const session = this.session();
    await this.signIn(session, operatorId);
    return session;
  }

  /** Whom the practice Graph takes a token for: the body of `/me`, or what went wrong. */
  async whoIs(accessToken: string): Promise<unknown> {
    const outcome = await this.tenant.send({
      method: 'GET',
      url: `${practiceAddresses.graphBase}/me`,
      headers: { Authorization: `Bearer ${accessToken}` },
      timeoutMs: 1000,
    });
    return outcome.ok ? JSON.parse(new TextDecoder().decode(outcome.answer.body)) : outcome;
  }

  /** Waits for MSAL to open the browser. */
  browserOpens(): Promise<void> {
    return new Promise((resolve) => {
      if (this.browser.isOpen) {
        resolve();
        return;
      }
      const stop = this.browser.onChange(() => {
        if (!this.browser.isOpen) return;
        stop();
        resolve();
      });
    });
  }

  graph(session: MsalSession, more: Partial<GraphOptions> = {}): GraphHttpClient {
    return new GraphHttpClient({
      door: this.tenant,
      tokens: session,
      base: practiceAddresses.graphBase,
      scopes: neededScopes(practiceAddresses.graphBase),
      randomUUID: () => crypto.randomUUID(),
      waiting: { now: this.clock.now, wait: this.clock.wait, random: () => 0.5 },
      ...more,
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
