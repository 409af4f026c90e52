import { BrowserWindow, app, protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Opens the built page alone, in the walls it has in the app (sandbox, own scheme, content policy), but without main:
 * the bridge is put into the page by the test. BADGE_PAGE_DIR = the built page, BADGE_PAGE_POLICY = its policy,
 * BADGE_WORKER_POLICY = that of its workers.
 */
const pageDir = process.env['BADGE_PAGE_DIR'] ?? '';
const policy = process.env['BADGE_PAGE_POLICY'] ?? "default-src 'none'";
const workerPolicy = process.env['BADGE_WORKER_POLICY'] ?? policy;
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

protocol.registerSchemesAsPrivileged([
  { scheme: 'badge-station', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
// Not awaited here: Electron becomes ready only after this module has been loaded.
void app.whenReady().then(open);

async function open() {
  protocol.handle('badge-station', async (request) => {
    const { pathname } = new URL(request.url);
    const file = path.join(pageDir, path.normalize(pathname));
    if (!file.startsWith(pageDir + path.sep)) return new Response('', { status: 404 });
    const body = await readFile(file).catch(() => null);
    if (body === null) return new Response('', { status: 404 });
    const type = Reflect.get(types, path.extname(file)) ?? 'application/octet-stream';
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': type,
        'content-security-policy': pathname.startsWith('/workers/') ? workerPolicy : policy,
      },
    });
  });
  app.on('window-all-closed', () => app.quit());
  const window = new BrowserWindow({
    useContentSize: true,
    width: 1280,
    height: 800,
    backgroundColor: '#ffffff',
    webPreferences: { sandbox: true },
  });
  await window.loadURL('badge-station://app/index.html');
}
