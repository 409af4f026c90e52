import { randomInt, randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { AppSnapshot } from '../../shared/ipc/views.ts';
import type { Failure } from '../../shared/result.ts';
import { type Cipher, EncryptedFile } from '../auth/encrypted-file.ts';
import { MsalSession } from '../auth/msal-session.ts';
import { PageBadgeMaker } from '../badges/maker.ts';
import { pageToPng } from '../badges/preview.ts';
import { systemFontPaths } from '../badges/text/system-fonts.ts';
import type { Clock } from '../clock.ts';
import { GraphHttpClient } from '../graph/client.ts';
import { neededScopes } from '../graph/scopes.ts';
import { closedHandlers } from '../ipc/closed-handlers.ts';
import type { EventSender } from '../ipc/event-sender.ts';
import { type Handlers, makeHandlers } from '../ipc/handlers.ts';
import { clockLimitsMs } from '../issuing/checks/station-checks.ts';
import { Desk } from '../issuing/desk.ts';
import { HandOver } from '../issuing/hand-over.ts';
import { Issuer } from '../issuing/issuer.ts';
import type { IssuingPorts } from '../issuing/ports.ts';
import { TimingBook } from '../issuing/timings.ts';
import type { Log } from '../log/types.ts';
import { PrinterDoor } from '../printing/printer.ts';
import type { DeviceTools } from '../printing/transports/devices.ts';
import type { UsbChange } from '../printing/transports/usb/hotplug.ts';
import type { LoadedSettings } from '../settings/merge.ts';
import { openSpool } from '../spool/open.ts';
import { judgeScan } from '../spool/verify.ts';
import { SpoolWorker } from '../spool/worker.ts';
import { cipherWrap } from './cipher-wrap.ts';
import { practiceDoor } from './practice-door.ts';
import { snapshotOf } from './snapshot.ts';
import { Upkeep } from './upkeep.ts';
import type { Tenant } from './tenant.ts';

/** What the machine around it gives a station. Nothing here is Electron's, so a station also runs in plain Node. */
export interface StationWorld {
  readonly version: string;
  readonly userDataDir: string;
  readonly fontDir: string;
  readonly zxingWasm: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly loaded: LoadedSettings;
  readonly tenant: Tenant;
  readonly cipher: Cipher;
  readonly clock: Clock;
  readonly events: EventSender;
  readonly log: Log;
  readonly onUsable: () => void;
  /** What printers on this computer and in its queues need; without it those addresses are refused. */
  readonly devices?: DeviceTools;
  /** Tells when a USB printer comes or goes; resolves to the way to stop. */
  readonly watchUsb?: (listener: (change: UsbChange) => void) => Promise<() => void>;
  /** Shows Microsoft's page about an AADSTS number in the system browser; false when that did not work. */
  readonly openHelp: (aadsts: number) => Promise<boolean>;
  /** How pauses pass. Default: by the clock's timers. Tests let them pass at once. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface Station {
  readonly handlers: Handlers;
  /** Restores the sign-in and begins to print what waits. */
  start(): Promise<void>;
  /** After sleep or a changed clock. */
  resume(): void;
  /** Lets running print jobs come to an honest end, then closes every file. */
  stop(): Promise<void>;
}

/** Builds every part and joins them. When the spool cannot be opened the station is closed and says why. */
export function buildStation(world: StationWorld): Station {
  const spool = openSpool({
    path: path.join(world.userDataDir, 'spool.db'),
    clock: world.clock,
    keyWrap: cipherWrap(world.cipher),
    onListenerError: () => world.log.error('spool.listener-failed'),
  });
  return spool.ok ? openStation(world, spool.value) : closedStation(world, spool.failure);
}

type OpenSpool = Extract<ReturnType<typeof openSpool>, { ok: true }>['value'];

function openStation(world: StationWorld, spool: OpenSpool): Station {
  const { tenant, loaded, clock, events, log } = world;
  const { settings } = loaded;
  const wait = world.wait ?? ((ms: number, signal?: AbortSignal) => waitFor(clock, ms, signal));
  const isPractice = tenant.kind !== 'real';
  const session = new MsalSession({
    clientId: tenant.clientId,
    authority: tenant.authority,
    tenantId: tenant.tenantId,
    protocol: tenant.protocol,
    scopes: neededScopes(tenant.graphBase),
    door: tenant.door,
    openBrowser: tenant.openBrowser,
    cacheFile: new EncryptedFile({ path: path.join(world.userDataDir, 'sign-in.bin'), cipher: world.cipher }),
    appVersion: world.version,
    now: () => clock.now(),
  });
  const graph = new GraphHttpClient({
    door: tenant.door,
    tokens: session,
    base: tenant.graphBase,
    scopes: neededScopes(tenant.graphBase),
    randomUUID,
    waiting: { now: () => clock.now(), wait, random: Math.random },
  });
  const badges = new PageBadgeMaker({
    fontDir: world.fontDir,
    zxingWasm: world.zxingWasm,
    systemFonts: systemFontPaths(process.platform),
  });
  const printers = new PrinterDoor({
    practice: isPractice,
    onBug: () => log.error('printing.bug'),
    ...(world.devices === undefined ? {} : { devices: world.devices }),
  });
  printers.configure(settings.printers);
  const timings = new TimingBook();
  const worker = new SpoolWorker({
    store: spool,
    printers,
    badges,
    clock,
    log,
    onMilestone: (jobId, milestone) => {
      if (milestone === 'first-byte' || milestone === 'last-byte')
        timings.milestone(jobId, milestone, clock.now());
    },
  });
  const ports: IssuingPorts = {
    graph,
    spool,
    badges,
    printers,
    operator: () => session.operator,
    cancelSignIn: () => session.cancel(),
    station: () => ({
      siteName: settings.site.name,
      returnTo: settings.site.returnTo,
      practice: isPractice,
      locale: world.locale,
      timeZone: world.timeZone,
    }),
    pinLength: () => settings.defaults.pinLength,
    retentionMs: () => settings.retention.unprintedHours * 3_600_000,
    now: () => clock.now(),
    wait,
    randomBelow: (below) => randomInt(below),
    newId: randomUUID,
    diskFreeBytes: () => freeBytes(world.userDataDir),
    onProgress: () => events.send('issue', {}),
    log,
  };
  const issuer = new Issuer(ports, timings);
  const recover = (): void => {
    issuer.recover().catch(() => log.error('issuing.recover-failed'));
  };
  const handlers = makeHandlers({
    snapshot: () => snapshotOf(world, { session, keepsSecrets: spool.keepsSecrets, printers }),
    onUsable: world.onUsable,
    session,
    onSignedIn: () => {
      const { name, username } = session.operator ?? { name: '', username: '' };
      spool.audit('signed-in', { account: username }, { operator: name });
      recover();
    },
    onSignedOut: ({ name, username }) => spool.audit('signed-out', { account: username }, { operator: name }),
    graph,
    lists: graph,
    issuer,
    handOver: new HandOver(ports, issuer),
    desk: new Desk(spool, judgeScan, () => session.operator?.name ?? null),
    spool,
    timings,
    printers,
    screenPages: () =>
      Promise.all(
        printers.screenPages().map(async ({ jobId, page }) => ({ jobId, png: await pageToPng(page) })),
      ),
    practice: tenant.practiceBrowser === null ? null : practiceDoor(tenant.practiceBrowser, session),
    openHelp: world.openHelp,
    wake: () => worker.resume(),
    now: () => clock.now(),
  });
  const hotplug = watchPlugs(world, printers);
  const upkeep = new Upkeep({ spool, clock, log, isClockTrusted: () => isClockTrusted(graph.clockSkewMs) });
  const stops = [
    spool.onChange((jobId) => events.send('job', { jobId })),
    printers.onChange(() => events.send('printers', {})),
    session.onChange(() => events.send('snapshot', {})),
    tenant.practiceBrowser?.onChange(() =>
      events.send('practiceBrowser', { open: tenant.practiceBrowser?.isOpen ?? false }),
    ),
  ];
  return {
    handlers,
    async start() {
      const started = worker.start();
      if (!started.ok) log.error('spool.worker-not-started', { code: started.failure.code });
      const warm = await badges.warmUp();
      if (!warm.ok) log.error('badges.not-ready', { code: warm.failure.code });
      const restored = await session.restore();
      if (restored.ok && restored.value !== null) recover();
      events.send('snapshot', {});
      upkeep.start();
    },
    resume: () => {
      worker.resume();
      recover();
    },
    async stop() {
      await issuer.stop();
      for (const stop of stops) stop?.();
      (await hotplug)?.();
      await session.cancel();
      await worker.stop();
      await printers.close();
      upkeep.stop();
      spool.close();
    },
  };
}

/** A replugged printer is looked at at once. Without the watch it is found later, by its recheck. */
async function watchPlugs(world: StationWorld, printers: PrinterDoor): Promise<(() => void) | undefined> {
  try {
    return await world.watchUsb?.(({ key }) => printers.deviceChanged(key));
  } catch {
    world.log.warn('printing.plugs-not-watched');
    return undefined;
  }
}

/** A station whose ledger cannot be opened: it shows why and issues nothing. */
function closedStation(world: StationWorld, failure: Failure): Station {
  world.log.error('spool.not-opened', { code: failure.code });
  const snapshot = (): AppSnapshot => snapshotOf(world, null, [failure]);
  return {
    handlers: closedHandlers(snapshot, world.onUsable, failure),
    start: () => Promise.resolve(),
    resume: () => undefined,
    stop: () => Promise.resolve(),
  };
}

/** Compared in this run, and no further off than issuing would accept. */
function isClockTrusted(skewMs: number | null): boolean {
  return skewMs !== null && Math.abs(skewMs) < clockLimitsMs.refuse;
}

function waitFor(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const stop = clock.setTimer(ms, resolve);
    signal?.addEventListener(
      'abort',
      () => {
        stop();
        resolve();
      },
      { once: true },
    );
  });
}

async function freeBytes(dir: string): Promise<number | null> {
  try {
    const stats = await statfs(dir);
    return stats.bavail * stats.bsize;
  } catch {
    return null;
  }
}
