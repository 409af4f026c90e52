import { BrowserWindow, app } from 'electron';

// The system browser of a rehearsal: a window that goes where Playwright sends it, and nothing else.
void app.whenReady().then(async () => {
  app.on('window-all-closed', () => app.quit());
  const window = new BrowserWindow({ width: 900, height: 700, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
});
