// The least an Electron app with a React page can be: what start and memory are compared with.
const { app, BrowserWindow } = require('electron');

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('page-title-updated', (_event, title) => {
    if (title === 'usable') app.emit('badge-bench-usable');
  });
  void window.loadFile(process.env['BADGE_BENCH_PAGE'] ?? '');
});
