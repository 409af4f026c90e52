import { createRequire } from 'node:module';
import path from 'node:path';
import { app, BrowserWindow, dialog, shell } from 'electron';
import { safeStorageCipher } from '../auth/safe-storage.ts';
import { systemClock } from '../clock.ts';
import { createEventSender } from '../ipc/event-sender.ts';
import type { Log } from '../log/types.ts';
import { watchUsbPrinters } from '../printing/transports/usb/hotplug.ts';
import { loadSettings, stationFileFrom } from '../settings/load.ts';
import { policySource } from '../settings/policy-source.ts';
import type { CameraGate } from '../window/camera-gate.ts';
import type { Presence } from '../window/presence.ts';
import { chooseSaveFile } from '../window/save-dialog.ts';
import type { TrustedSenders } from '../window/trusted-senders.ts';
import { listFiles } from './list-files.ts';
import { netDoor } from './net-door.ts';
import { outsidePages } from './outside-pages.ts';
import { printerDevices } from './printer-devices.ts';
import { practiceOnlyRuntime } from './runtime-guard.ts';
import type { Station } from './station-world.ts';
import { buildStation } from './station.ts';
import { systemPages } from './system-pages.ts';
import { chooseTenant } from './tenant.ts';

/** What the window's half of the app has made already. */
export interface StationSurroundings {
  readonly log: Log;
  readonly senders: TrustedSenders<BrowserWindow['webContents']>;
  readonly camera: CameraGate;
  readonly presence: Presence;
  readonly guardCapture: (on: boolean) => void;
  /** Folder of the built main process. */
  readonly outDir: string;
  /** Full path of a file shipped with the app. */
  readonly resource: (name: string) => string;
}

/**
 * Builds the station from its settings. A file of its own because it brings sign-in, ledger and printing with it: the
 * window opens and loads its page while they are read (docs/performance.md).
 */
export async function makeStation({
  log,
  senders,
  camera,
  presence,
  guardCapture,
  outDir,
  resource,
}: StationSurroundings): Promise<Station> {
  const userDataDir = app.getPath('userData');
  const loaded = await loadSettings({
    userDataDir,
    stationFile: stationFileFrom(process.argv, process.cwd()),
    policy: policySource({ platform: process.platform }),
    isPackaged: app.isPackaged,
    log,
  });
  const outside = outsidePages((url) => shell.openExternal(url));
  const practiceOnly = practiceOnlyRuntime(process.versions.electron, process.env['BADGE_STATION_RUNTIME']);
  const tenant = chooseTenant(loaded.settings, practiceOnly, {
    userDataDir,
    now: () => systemClock.now(),
    doorTo: netDoor,
    openBrowser: outside.signIn,
  });
  log.info('app.started', {
    version: app.getVersion(),
    electron: process.versions.electron,
    tenant: tenant.kind,
  });
  return buildStation({
    version: app.getVersion(),
    userDataDir,
    fontDir: resource('fonts'),
    zxingWasm: createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
    locale: app.getLocale(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    loaded,
    tenant,
    cipher: safeStorageCipher,
    clock: systemClock,
    events: createEventSender(() => senders.contents(), log),
    log,
    devices: printerDevices({
      helperFile: path.join(outDir, 'printer-helper.js'),
      cupsServer: app.isPackaged ? undefined : process.env['CUPS_SERVER'],
      pages: systemPages(log),
      log,
    }),
    watchUsb: watchUsbPrinters,
    camera,
    openHelp: outside.help,
    activity: presence,
    watchPower: (listener) => presence.onPower(listener),
    guardCapture,
    chooseFile: (...suggested) => chooseSaveFile(dialog, BrowserWindow.getFocusedWindow(), ...suggested),
    listFiles: listFiles(dialog, () => app.getPath('documents')),
    onUsable: () => log.info('app.usable', { sinceStartMs: Math.round(performance.now()) }),
  });
}
