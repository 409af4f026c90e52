import { BrowserWindow, app, net, protocol } from 'electron';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

protocol.registerSchemesAsPrivileged([
  { scheme: 'badge-station', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

// Not awaited at the top level: Electron holds `ready` back until this module has finished loading.
void app.whenReady().then(openWindow);
app.on('window-all-closed', () => app.quit());

async function openWindow(): Promise<void> {
  const rendererDir = path.join(import.meta.dirname, '../renderer');
  protocol.handle('badge-station', (request) => {
    const file = path.join(rendererDir, path.normalize(new URL(request.url).pathname));
    if (!file.startsWith(rendererDir + path.sep)) return new Response('', { status: 404 });
    return net.fetch(pathToFileURL(file).href);
  });

  const window = new BrowserWindow({
    show: false,
    webPreferences: { preload: path.join(import.meta.dirname, '../preload/index.cjs'), sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL('badge-station://app/index.html');
}
