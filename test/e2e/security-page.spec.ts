import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test as base } from './app.ts';

/** A web server that nobody is to reach; `asked` lists who did. */
interface Outside {
  readonly url: string;
  readonly asked: readonly string[];
}

const test = base.extend<{ outside: Outside }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function needs from this pattern
  outside: async ({}, lend) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response
        .writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' })
        .end('<p>outside</p>');
    });
    server.on('upgrade', (_request, socket) => {
      asked.push('WebSocket');
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await lend({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

// The page has loaded and drawn itself before anything is tried on it.
test.beforeEach(async ({ app }) => {
  await expect(app.window.getByRole('heading').first()).toBeVisible();
});

/**
 * Tries to break out of the page. Everything runs in the page itself, as a script smuggled into it would. The attempts
 * are made in a later task, because what the test tool calls directly is exempt from parts of the content policy.
 */
test.describe('a hostile script in the page', () => {
  test('finds nothing of Node or Electron, and a bridge it cannot change', async ({ app }) => {
    const found = await app.window.evaluate(() => {
      const global = globalThis as unknown as Record<string, unknown>;
      const bridge = global['badgeStation'] as Record<string, unknown>;
      const attempt = (work: () => void) => {
        try {
          work();
        } catch {
          // Strict mode throws, sloppy mode is silent; what counts is what is there afterwards.
        }
      };
      const call = bridge['call'];
      attempt(() => (bridge['call'] = () => 'mine'));
      attempt(() => (bridge['extra'] = 1));
      attempt(() => Reflect.set(global, 'badgeStation', { call: () => 'mine' }));
      attempt(() => Reflect.deleteProperty(global, 'badgeStation'));
      return {
        nodeGlobals: [
          'require',
          'process',
          'module',
          'global',
          'Buffer',
          '__dirname',
          'electron',
          'ipcRenderer',
        ].filter((name) => name in global),
        bridge: Object.keys(global['badgeStation'] as object).toSorted(),
        isFrozen: Object.isFrozen(bridge),
        isStillOurs: (global['badgeStation'] as typeof bridge)['call'] === call,
      };
    });
    expect(found).toEqual({ nodeGlobals: [], bridge: ['call', 'on'], isFrozen: true, isStillOurs: true });
  });

  test('cannot turn text into code', async ({ app }) => {
    const ran = await app.window.evaluate(async () => {
      const marks: string[] = [];
      Object.assign(globalThis, { mark: (name: string) => marks.push(name) });
      const later = (work: () => void) =>
        new Promise<void>((resolve) => {
          setTimeout(() => {
            try {
              work();
            } catch {
              // Refused.
            }
            resolve();
          });
        });
      const script = (change: (element: HTMLScriptElement) => void) => () => {
        const element = document.createElement('script');
        change(element);
        document.body.append(element);
      };
      // oxlint-disable-next-line no-eval -- the test is that it does not work
      await later(() => void (0, eval)("mark('eval')"));
      await later(() => void Reflect.construct(Function, ["mark('Function')"])());
      await later(() => void Reflect.apply(setTimeout, globalThis, ["mark('timer')", 0]));
      await later(script((element) => (element.textContent = "mark('inline script')")));
      await later(script((element) => (element.src = "data:text/javascript,mark('data script')")));
      await later(
        script((element) => (element.src = URL.createObjectURL(new Blob(["mark('blob script')"])))),
      );
      await later(() =>
        document.body.insertAdjacentHTML('beforeend', `<img src="x:" onerror="mark('handler')">`),
      );
      await later(() =>
        document.body.insertAdjacentHTML('beforeend', `<a id="js" href="javascript:mark('link')">x</a>`),
      );
      await later(() => document.querySelector<HTMLElement>('#js')?.click());
      await later(() =>
        document.body.insertAdjacentHTML(
          'beforeend',
          `<iframe srcdoc="<script>parent.mark('frame')</script>"></iframe>`,
        ),
      );
      await later(() => {
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
        worker.addEventListener('message', () => marks.push('blob worker'));
      });
      // Whatever got through would have run by the time these frames and timers have passed.
      for (let at = 0; at < 5; at += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      return marks;
    });
    expect(ran).toEqual([]);
  });

  test('cannot reach any network, file or other scheme', async ({ app, outside }) => {
    const reached = await app.window.evaluate(async (url) => {
      const targets = [
        url,
        'file:///etc/passwd',
        'badge-station://other/index.html',
        'devtools://devtools/bundled/inspector.html',
        'chrome://version/',
        'data:text/plain,x',
      ];
      const got: string[] = [];
      const settle = (work: Promise<unknown>, name: string) =>
        work.then(() => void got.push(name)).catch(() => undefined);
      const loads = (element: HTMLElement, name: string) =>
        settle(
          new Promise((resolve, reject) => {
            element.addEventListener('load', resolve);
            element.addEventListener('error', reject);
            document.body.append(element);
          }),
          name,
        );
      await Promise.all(
        targets.flatMap((url) => [
          settle(fetch(url), `fetch ${url}`),
          settle(fetch(url, { mode: 'no-cors' }), `no-cors ${url}`),
          loads(Object.assign(new Image(), { src: url }), `image ${url}`),
          loads(Object.assign(document.createElement('script'), { src: url }), `script ${url}`),
          loads(
            Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }),
            `style ${url}`,
          ),
        ]),
      );
      const socket = new Promise((resolve, reject) => {
        const line = new WebSocket(url.replace('http:', 'ws:'));
        line.addEventListener('open', resolve);
        line.addEventListener('error', reject);
      });
      await settle(socket, 'WebSocket');
      navigator.sendBeacon(url, 'x');
      return got;
    }, outside.url);
    expect(reached).toEqual([]);
    // The second wall, behind the content policy: the window's session itself goes nowhere.
    const bySession = await app.electron.evaluate(
      ({ BrowserWindow }, url) =>
        BrowserWindow.getAllWindows()[0]
          ?.webContents.session.fetch(url)
          .then(() => 'answered')
          .catch(() => 'refused'),
      outside.url,
    );
    expect(bySession).toBe('refused');
    expect(outside.asked).toEqual([]);
  });

  test('cannot leave the page', async ({ app, outside }) => {
    const home = app.window.url();
    await app.window.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
    const ways = ['assign', 'replace', 'link', 'form', 'meta'] as const;
    // Not about:blank: Chromium goes there without asking. It gains nothing, main no longer listens (security-ipc).
    const targets = [
      outside.url,
      'file:///etc/passwd',
      'badge-station://other/x',
      'badge-station://app/index.html?again',
      'data:text/html,x',
    ];
    for (const way of ways) {
      for (const url of targets) {
        const isHere = await app.window
          .evaluate(
            async ([how, where]) => {
              const click = (tag: string, fields: object) => {
                const element = Object.assign(document.createElement(tag), fields);
                document.body.append(element);
                element.click();
                return element;
              };
              if (how === 'assign') location.assign(where);
              if (how === 'replace') location.replace(where);
              if (how === 'link') click('a', { href: where });
              if (how === 'form') (click('form', { action: where }) as HTMLFormElement).submit();
              if (how === 'meta')
                document.head.append(
                  Object.assign(document.createElement('meta'), {
                    httpEquiv: 'refresh',
                    content: `0;url=${where}`,
                  }),
                );
              for (let at = 0; at < 3; at += 1) await new Promise((resolve) => setTimeout(resolve, 20));
              return Reflect.get(globalThis, 'isStillHere') === true;
            },
            [way, url] as const,
          )
          // A page that goes away takes the question with it.
          .catch(() => false);
        expect([way, url, isHere]).toEqual([way, url, true]);
      }
    }
    expect(app.window.url()).toBe(home);
    expect(outside.asked).toEqual([]);
  });

  test('cannot open a window or embed another page', async ({ app, outside }) => {
    const home = app.window.url();
    const opened = await app.window.evaluate(async (url) => {
      const results: string[] = [];
      for (const where of [
        url,
        'about:blank',
        'badge-station://app/index.html',
        'file:///etc/passwd',
        'javascript:1',
      ]) {
        if (window.open(where) !== null) results.push(where);
        const link = Object.assign(document.createElement('a'), { href: where, target: '_blank' });
        document.body.append(link);
        link.click();
        for (const tag of ['iframe', 'embed'])
          document.body.append(Object.assign(document.createElement(tag), { src: where }));
        document.body.append(Object.assign(document.createElement('object'), { data: where }));
      }
      document.body.append(document.createElement('webview'));
      document.head.append(Object.assign(document.createElement('base'), { href: url }));
      if (document.baseURI.startsWith('http')) results.push('base');
      for (let at = 0; at < 10; at += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      return results;
    }, outside.url);
    expect(opened).toEqual([]);
    expect(outside.asked).toEqual([]);
    const inMain = await app.electron.evaluate(({ BrowserWindow, webContents }) => ({
      windows: BrowserWindow.getAllWindows().length,
      pages: webContents.getAllWebContents().map((contents) => contents.getURL()),
      frames: webContents
        .getAllWebContents()
        .flatMap((contents) => contents.mainFrame.framesInSubtree.filter((frame) => frame.parent !== null))
        .map(({ url, origin }) => ({ url, origin })),
    }));
    expect([inMain.windows, inMain.pages]).toEqual([1, [home]]);
    // A refused frame stays empty, or keeps the address and holds Chromium's error page, whose origin is opaque.
    expect(inMain.frames.length).toBeGreaterThan(0);
    expect(
      inMain.frames.filter(({ url, origin }) => origin !== 'null' && url !== 'about:blank' && url !== ''),
    ).toEqual([]);
  });
});
