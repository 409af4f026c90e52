import { postToLoopback } from '../../src/main/net/loopback.ts';
import { practiceOperators } from '../../src/main/practice/directory.ts';
import type { TenantServer } from '../tenant/tenant-server.ts';
import { type AppLife, pause } from './app-life.ts';

const patienceMs = 30_000;

/** Signs in, the harness being the person in front of the browser. */
export async function signIn(app: AppLife, server: TenantServer): Promise<void> {
  const signedIn = app.call('session.signIn', { chooseAccount: false });
  const ended = signedIn.then((done) => (done.ok ? 'signed in unasked' : done.failure.code));
  const url = new URL(await Promise.race([opened(app), ended.then(refused)]));
  const [admin] = practiceOperators;
  const inside = server.addresses.inward(url.pathname + url.search);
  const form = server.tenant.authorize(inside, admin?.id ?? null);
  if (form === null) throw new Error('The tenant does not know this sign-in');
  await postToLoopback(form.redirectUri, form.fields);
  const done = await signedIn;
  if (!done.ok) refused(done.failure.code);
}

function refused(why: string): never {
  throw new Error(`Signing in failed: ${why}`);
}

/** Waits until an earlier sign-in is back by itself. */
export async function restored(app: AppLife): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(10)) {
    const snapshot = await app.call('app.snapshot', {});
    if (!snapshot.ok) throw new Error('The app does not say how it is');
    if (snapshot.value.operator !== null) return;
  }
  throw new Error('The sign-in did not come back');
}

async function opened(app: AppLife): Promise<string> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(10)) {
    const url = app.openedUrl();
    if (url !== null) return url;
  }
  throw new Error('The app does not open the browser');
}
