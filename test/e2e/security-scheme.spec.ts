import { expect, test } from './app.ts';

// The page has loaded and drawn itself before anything is tried on it.
test.beforeEach(async ({ app }) => {
  await expect(app.window.getByRole('heading').first()).toBeVisible();
});

test('our scheme serves the built page and nothing above, beside or behind it', async ({ app }) => {
  const answers = await app.window.evaluate(async () => {
    const ask = async (path: string, init?: RequestInit) => {
      try {
        const answer = await fetch(path, init);
        const text = await answer.text();
        return `${answer.status}${text === '' ? '' : ' with a body'}`;
      } catch {
        return 'refused';
      }
    };
    const paths = [
      '../package.json',
      '../../package.json',
      '%2e%2e/package.json',
      '..%2fpackage.json',
      '%2e%2e%2fmain%2findex.js',
      '..%5cmain%5cindex.js',
      '..\\main\\index.js',
      '%252e%252e%252fmain%252findex.js',
      '....//main/index.js',
      '//etc/passwd',
      '/%2fetc%2fpasswd',
      'C:/Windows/win.ini',
      'index.html%00.js',
      'index.html/',
      'assets/',
      'assets',
      '.env',
      'missing.js',
    ].map((path) => `badge-station://app/${path}`);
    return {
      page: await ask('badge-station://app/index.html'),
      methods: await Promise.all(
        ['POST', 'PUT', 'DELETE'].map((method) => ask('badge-station://app/index.html', { method })),
      ),
      found: (await Promise.all(paths.map(async (path) => [path, await ask(path)] as const))).filter(
        ([, answer]) => answer !== '404' && answer !== 'refused',
      ),
    };
  });
  expect(answers).toEqual({ page: '200 with a body', methods: ['405', '405', '405'], found: [] });
});

test('every answer carries the safety headers, and the page breaks none of its own rules', async ({
  app,
}) => {
  const headers = await app.window.evaluate(async () => {
    const { headers: sent } = await fetch('badge-station://app/index.html');
    return Object.fromEntries(sent.entries());
  });
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self';"),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'permissions-policy': expect.stringContaining('camera=(self)'),
    'cache-control': 'no-store',
  });
  expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);

  const complaints: string[] = [];
  app.window.on('console', (message) => {
    if (/policy|refused|blocked|unrecognized/i.test(message.text())) complaints.push(message.text());
  });
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect(app.window.getByRole('heading').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the window keeps nothing of its own on disk', async ({ app }) => {
  const facts = await app.electron.evaluate(({ BrowserWindow, session }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return {
      storagePath: contents?.session.storagePath ?? null,
      isDefault: contents?.session === session.defaultSession,
    };
  });
  expect(facts).toEqual({ storagePath: null, isDefault: false });
});
