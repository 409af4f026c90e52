// Loaded before either app (`electron -r`): says on one line when the page could be used and, once it has settled, how
// much memory all processes of the app hold.
const { app, ipcMain } = require('electron');

const settleMs = Number(process.env['BADGE_BENCH_SETTLE_MS'] ?? 4000);
let isUsable = false;

function usable() {
  if (isUsable) return;
  isUsable = true;
  const usableMs = performance.now();
  setTimeout(() => {
    // Working sets in KiB, summed over main, GPU, network and page; pages they share count in each, in both apps.
    const workingSetKb = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
    process.stdout.write(`\nBENCH ${JSON.stringify({ usableMs, memoryMb: workingSetKb / 1024 })}\n`);
    app.exit(0);
  }, settleMs);
}

/** @type {NodeJS.EventEmitter} */ (app).on('badge-bench-usable', usable);
const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, (event, ...args) => {
    if (channel.endsWith('app.usable')) usable();
    return listener(event, ...args);
  });
