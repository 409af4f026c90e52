import { createRequire } from 'node:module';
import path from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  shell,
  systemPreferences,
} from 'electron';
import { runAuditSwitches } from './app/audit-switches.ts';
import { netDoor } from './app/net-door.ts';
import { printerDevices } from './app/printer-devices.ts';
import { listFiles } from './app/list-files.ts';
import { systemPages } from './app/system-pages.ts';
import { outsidePages } from './app/outside-pages.ts';
import { practiceOnlyRuntime } from './app/runtime-guard.ts';
import { buildStation, type Station } from './app/station.ts';
import { chooseTenant } from './app/tenant.ts';
import { safeStorageCipher } from './auth/safe-storage.ts';
import { systemClock } from './clock.ts';
import { createEventSender } from './ipc/event-sender.ts';
import { serveContract } from './ipc/serve-contract.ts';
import { newIncident } from './log/incident.ts';
import { openLog, type OpenLog } from './log/open-log.ts';
import { watchUsbPrinters } from './printing/transports/usb/hotplug.ts';
import { loadSettings, stationFileFrom } from './settings/load.ts';
import { policySource } from './settings/policy-source.ts';
import { CameraGate, systemCameraAccess } from './window/camera-gate.ts';
import { guardCapture } from './window/capture-guard.ts';
import { findDevServer, serveDevServer } from './window/dev-server.ts';
import { hardenApp } from './window/harden-contents.ts';
import { hardenSession } from './window/harden-session.ts';
import { installLastResort } from './window/last-resort.ts';
import { bringUp, openMainWindow } from './window/main-window.ts';
import { menuTemplate } from './window/menu.ts';
import { Presence } from './window/presence.ts';
import { serveRendererFiles } from './window/renderer-files.ts';
import { chooseSaveFile } from './window/save-dialog.ts';
import { registerScheme, schemeName } from './window/scheme.ts';
import { claimSingleInstance } from './window/single-instance.ts';
import { TrustedSenders } from './window/trusted-senders.ts';

/** Longest wait for printers to come to an honest end when the app is closed. */
const patienceAtQuitMs = 10_000;

const outDir = import.meta.dirname;

/**
 * Starts Badge Station: what must happen before Electron is ready, then the station, then its window. Never awaited by
 * the main file, because Electron holds `ready` back until that file has finished loading.
 */
export function startApp(): void {
  const userDataDir = app.getPath('userData');
  const isAsked = runAuditSwitches({
    argv: process.argv,
    cwd: process.cwd(),
    userDataDir,
    print: (line) => process.stdout.write(`${line}\n`),
    exit: (code) => app.exit(code),
  });
  if (isAsked) return;
  const log = openLog({ dir: path.join(userDataDir, 'logs'), level: 'info' });
  installLastResort({
    app,
    dialog,
    process,
    log,
    newIncident,
    unattended: app.commandLine.hasSwitch('unattended'),
  });
  let window: BrowserWindow | null = null;
  if (!claimSingleInstance(app, () => bringUp(window))) {
    app.exit(0);
    return;
  }
  // SECURITY: sent-once (docs/security.md). HTTP/3 off: when QUIC breaks down, Chromium sends the request again over TCP by itself, whatever its method and also
  // on a connection of its own (net/http/http_network_transaction.cc, HandleIOError, ERR_QUIC_PROTOCOL_ERROR). A write
  // that bears a secret must not go out twice (net/own-connections.ts has the other half of this).
  app.commandLine.appendSwitch('disable-quic');
  const devServerUrl = findDevServer(app.isPackaged, process.env);
  registerScheme(protocol);
  hardenApp(app, { mayReload: devServerUrl !== null, log });
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => open(log, devServerUrl))
    .then((opened) => {
      window = opened;
    })
    // Into the one place where bugs end.
    .catch((error: unknown) => {
      throw error;
    });
}

async function open(log: OpenLog, devServerUrl: string | null): Promise<BrowserWindow> {
  const senders = new TrustedSenders<BrowserWindow['webContents']>();
  const camera = new CameraGate(() => systemCameraAccess(process.platform, systemPreferences));
  const presence = new Presence(powerMonitor);
  const station = await makeStation(log, senders, camera, presence);
  serveContract({
    ipcMain,
    handlers: station.handlers,
    isTrustedSender: senders.isTrusted,
    mayAnswer: station.mayAnswer,
    log,
    newIncident,
  });
  closeWithCare(station, log);
  powerMonitor.on('resume', () => station.resume());

  // In memory only: the window's session keeps no cache, no storage and no cookies between runs.
  const pageSession = session.fromPartition('window');
  hardenSession(pageSession, {
    isPackaged: app.isPackaged,
    cameraIsWanted: camera.isWanted,
    devServerUrl,
    log,
  });
  pageSession.protocol.handle(
    schemeName,
    devServerUrl === null
      ? serveRendererFiles(path.join(outDir, '../renderer'))
      : serveDevServer(devServerUrl),
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)));
  const { window, loaded } = openMainWindow(
    {
      isPackaged: app.isPackaged,
      isDark: nativeTheme.shouldUseDarkColors,
      preloadFile: path.join(outDir, '../preload/index.cjs'),
      iconFile: resource('icons/icon.png'),
      session: pageSession,
    },
    (contents) => {
      senders.add(contents);
      presence.watch(contents);
      // A page that is loaded again has nothing on it.
      contents.on('did-navigate', () => guardWindows(false));
    },
  );
  camera.watch(window, powerMonitor);
  await Promise.all([loaded, station.start()]);
  return window;
}

async function makeStation(
  log: OpenLog,
  senders: TrustedSenders<BrowserWindow['webContents']>,
  camera: CameraGate,
  presence: Presence,
): Promise<Station> {
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
    guardCapture: guardWindows,
    chooseFile: (...suggested) => chooseSaveFile(dialog, BrowserWindow.getFocusedWindow(), ...suggested),
    listFiles: listFiles(dialog, () => app.getPath('documents')),
    onUsable: () => log.info('app.usable', { sinceStartMs: Math.round(performance.now()) }),
  });
}

function guardWindows(on: boolean): void {
  for (const window of BrowserWindow.getAllWindows()) guardCapture(window, on);
}

/** Closing waits for bytes that are on their way: cutting them off would leave a badge nobody is sure about. */
function closeWithCare(station: Station, log: OpenLog): void {
  let isClosed = false;
  let isClosing = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void endWith(station, log).then(() => {
      isClosed = true;
      app.exit(0);
    });
  });
}

async function endWith(station: Station, log: OpenLog): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'too-slow'>((resolve) => {
    timer = setTimeout(() => resolve('too-slow'), patienceAtQuitMs);
  });
  try {
    const end = await Promise.race([station.stop(), patience]);
    log.info('app.closed', { tooSlow: end === 'too-slow' });
  } catch {
    log.error('app.closed-with-a-fault');
  } finally {
    clearTimeout(timer);
    log.close();
  }
}

/** A file shipped with the app: beside the program when packaged, else in the project's `resources`. */
function resource(name: string): string {
  const base = app.isPackaged ? process.resourcesPath : path.join(outDir, '../../resources');
  return path.join(base, name);
}
