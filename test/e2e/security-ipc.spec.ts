import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './app.ts';

// The page has loaded and drawn itself before anything is tried on it.
test.beforeEach(async ({ app }) => {
  await expect(app.window.getByRole('heading').first()).toBeVisible();
});

/** Replies as the page sees them, in one word each. */
const asWord = `(reply) => (reply.ok ? 'ok' : reply.failure.code)`;

test('a window that is not ours gets no answer, though it shows our page with our bridge', async ({
  app,
}) => {
  const answers = await app.electron.evaluate(async ({ BrowserWindow }, word) => {
    const ours = BrowserWindow.getAllWindows()[0];
    if (!ours) throw new Error('no window');
    const { session } = ours.webContents;
    // The build's own preload is what a second window would be given.
    const preload = `${process.cwd()}/out/preload/index.cjs`;
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { session, preload, sandbox: true, contextIsolation: true },
    });
    await stranger.loadURL('badge-station://app/index.html');
    const script = `Promise.all([
      badgeStation.call('app.snapshot', {}).then(${word}),
      badgeStation.call('issue.revealPin', { intentId: 'i-1' }).then(${word}),
      badgeStation.call('jobs.open', null).then(${word}),
    ])`;
    const replies: unknown = await stranger.webContents.executeJavaScript(script);
    stranger.destroy();
    return replies;
  }, asWord);
  expect(answers).toEqual(['unknown-sender', 'unknown-sender', 'unknown-sender']);
});

test('our own window loses its voice on any other page', async ({ app }) => {
  const answer = await app.electron.evaluate(async ({ BrowserWindow }, word) => {
    const ours = BrowserWindow.getAllWindows()[0];
    if (!ours) throw new Error('no window');
    // Main may load what it likes; this stands for a bug that lets another page in.
    await ours.loadURL('about:blank');
    const script = `'badgeStation' in window ? badgeStation.call('app.snapshot', {}).then(${word}) : 'no bridge'`;
    return ours.webContents.executeJavaScript(script) as Promise<unknown>;
  }, asWord);
  expect(['unknown-sender', 'no bridge']).toContain(answer);
});

test('frames inside the page get no bridge', async ({ app }) => {
  const bridges = await app.window.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    for (let at = 0; at < 5; at += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    return frame.contentWindow !== null && 'badgeStation' in frame.contentWindow;
  });
  expect(bridges).toBe(false);
});

test('junk over the real bridge is answered with a failure, and the app goes on', async ({ app }) => {
  const answers = await app.window.evaluate(async () => {
    const { badgeStation } = window as unknown as {
      badgeStation: {
        call(channel: unknown, request?: unknown): Promise<{ ok: boolean; failure?: { code: string } }>;
      };
    };
    const junk: [unknown, unknown][] = [
      ['app.snapshot', undefined],
      ['app.snapshot', null],
      ['app.snapshot', []],
      ['app.snapshot', { surprise: 1 }],
      ['app.snapshot', new Map()],
      ['app.snapshot', new Uint8Array(8)],
      ['holders.search', { text: 'x'.repeat(1_000_000) }],
      ['holders.search', { text: 7 }],
      ['printers.check', { printerId: '../../etc/passwd' }],
      ['jobs.history', { limit: Number.NaN }],
      ['jobs.history', { limit: Infinity }],
      ['issue.run', { planId: '..', clickedAtMs: 1, note: '' }],
      ['no.such.channel', {}],
      ['__proto__', {}],
      [null, {}],
    ];
    const words: string[] = [];
    for (const [channel, request] of junk) {
      const reply = await badgeStation.call(channel, request);
      words.push(
        reply.ok
          ? `${String(channel)} was accepted ${junk.findIndex((j) => j[1] === request)}`
          : (reply.failure?.code ?? 'no code'),
      );
    }
    const after = await badgeStation.call('app.snapshot', {});
    return { words: [...new Set(words)], isStillServing: after.ok };
  });
  expect(answers).toEqual({ words: ['bad-request'], isStillServing: true });
});

test('the preload is one small file that asks for Electron and nothing else', () => {
  const dir = fileURLToPath(new URL('../../out/preload/', import.meta.url));
  expect(readdirSync(dir)).toEqual(['index.cjs']);
  const code = readFileSync(`${dir}index.cjs`, 'utf8');
  expect(code.length).toBeLessThan(10_000);
  expect([...code.matchAll(/\b(?:require|import)\s*\(\s*["'`]([^"'`]*)/g)].map((match) => match[1])).toEqual([
    'electron',
  ]);
});
