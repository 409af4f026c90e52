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
  systemPreferences,
} from 'electron';
import { runAuditSwitches } from './app/audit-switches.ts';
import { lateStation } from './app/late-station.ts';
import type { Station } from './app/station-world.ts';
import { serveContract } from './ipc/serve-contract.ts';
import { newIncident } from './log/incident.ts';
import { openLog, type OpenLog } from './log/open-log.ts';
import { CameraGate, systemCameraAccess } from './window/camera-gate.ts';
import { watchFirstPage } from './window/first-page.ts';
import { guardCapture } from './window/capture-guard.ts';
import { findDevServer, serveDevServer } from './window/dev-server.ts';
import { hardenApp } from './window/harden-contents.ts';
import { hardenSession } from './window/harden-session.ts';
import { installLastResort } from './window/last-resort.ts';
import { bringUp, openMainWindow } from './window/main-window.ts';
import { menuTemplate } from './window/menu.ts';
import { Presence } from './window/presence.ts';
import { serveRendererFiles } from './window/renderer-files.ts';
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
  const files = watchFirstPage(
    devServerUrl === null
      ? serveRendererFiles(path.join(outDir, '../renderer'))
      : serveDevServer(devServerUrl),
  );
  // Read and built while the page starts, which takes about as long.
  const coming = files.served
    .then(() => import('./app/make-station.ts'))
    .then(({ makeStation }) =>
      makeStation({ log, senders, camera, presence, guardCapture: guardWindows, outDir, resource }),
    );
  const late = lateStation(coming);
  serveContract({
    ipcMain,
    handlers: late.handlers,
    isTrustedSender: senders.isTrusted,
    mayAnswer: late.mayAnswer,
    log,
    newIncident,
  });
  closeWithCare(coming, log);

  // In memory only: the window's session keeps no cache, no storage and no cookies between runs.
  const pageSession = session.fromPartition('window');
  hardenSession(pageSession, {
    isPackaged: app.isPackaged,
    cameraIsWanted: camera.isWanted,
    devServerUrl,
    log,
  });
  pageSession.protocol.handle(schemeName, files.serve);
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
  void loaded.then(files.giveUp, files.giveUp);
  camera.watch(window, powerMonitor);
  const station = await coming;
  powerMonitor.on('resume', () => station.resume());
  await Promise.all([loaded, station.start()]);
  return window;
}

function guardWindows(on: boolean): void {
  for (const window of BrowserWindow.getAllWindows()) guardCapture(window, on);
}

/** Closing waits for bytes that are on their way: cutting them off would leave a badge nobody is sure about. */
function closeWithCare(coming: Promise<Station>, log: OpenLog): void {
  let isClosed = false;
  let isClosing = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void endWith(coming, log).then(() => {
      isClosed = true;
      app.exit(0);
    });
  });
}

async function endWith(coming: Promise<Station>, log: OpenLog): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'too-slow'>((resolve) => {
    timer = setTimeout(() => resolve('too-slow'), patienceAtQuitMs);
  });
  try {
    const end = await Promise.race([coming.then((station) => station.stop()), patience]);
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
