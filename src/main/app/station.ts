import { randomInt, randomUUID } from 'node:crypto';
import path from 'node:path';
import { EncryptedFile } from '../auth/encrypted-file.ts';
import { MsalSession } from '../auth/msal-session.ts';
import { PageBadgeMaker } from '../badges/maker.ts';
import { pageToPng } from '../badges/preview.ts';
import { systemFontPaths } from '../badges/text/system-fonts.ts';
import type { Failure } from '../../shared/result.ts';
import { GraphHttpClient } from '../graph/client.ts';
import { neededScopes } from '../graph/scopes.ts';
import { noCamera } from '../ipc/camera-handlers.ts';
import { makeHandlers } from '../ipc/handlers.ts';
import { clockLimitsMs } from '../issuing/checks/station-checks.ts';
import { Desk } from '../issuing/desk.ts';
import { HandOver } from '../issuing/hand-over.ts';
import { Issuer } from '../issuing/issuer.ts';
import { moveBadge } from '../issuing/move-badge.ts';
import type { IssuingPorts } from '../issuing/ports.ts';
import { TimingBook } from '../issuing/timings.ts';
import { lockedEvents } from '../lock/locked-events.ts';
import { PrinterDoor } from '../printing/printer.ts';
import { chooseSlipPrinter } from '../printing/slip-printer.ts';
import { anchorOf } from '../spool/audit/anchor.ts';
import { HandSettings } from '../settings/hand-settings.ts';
import { LiveSettings } from '../settings/live-settings.ts';
import { judgeScan } from '../spool/verify.ts';
import { SpoolWorker } from '../spool/worker.ts';
import { exportTrail } from './export-trail.ts';
import { jobTeller, makeBatch } from './batch.ts';
import { type OpenLedger, openLedger } from './ledger.ts';
import { makeLock } from './lock.ts';
import { freeBytes, waitFor } from './machine.ts';
import { practiceDoor } from './practice-door.ts';
import { makePrinterSetup } from './printer-setup.ts';
import { snapshotOf } from './snapshot.ts';
import { startWorker } from './start-worker.ts';
import { loadStationLogo } from './station-logo.ts';
import type { Station, StationWorld } from './station-world.ts';
import { Upkeep } from './upkeep.ts';
import { waitingStation } from './waiting-station.ts';

export type { Station, StationWorld } from './station-world.ts';

/** Builds every part and joins them. When the ledger cannot be opened the station says why and waits for a person. */
export function buildStation(world: StationWorld): Station {
  const opened = openLedger(world);
  const build = (ledger: OpenLedger): Station => openStation(world, ledger);
  return opened.ok ? build(opened.value) : waitingStation(world, opened.failure, build);
}

function openStation(world: StationWorld, { spool, aside, slowWrites }: OpenLedger): Station {
  const { tenant, loaded, clock, log } = world;
  const { settings } = loaded;
  const live = new LiveSettings(loaded, new HandSettings(world.userDataDir));
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
  const room = makeLock(world, session, spool, () => events.send('snapshot', {}));
  const events = lockedEvents(world.events, () => room.lock.locked !== null);
  const graph = new GraphHttpClient({
    door: tenant.door,
    tokens: session,
    base: tenant.graphBase,
    scopes: neededScopes(tenant.graphBase),
    randomUUID,
    waiting: { now: () => clock.now(), wait, random: Math.random },
    operatorId: () => session.operator?.objectId ?? null,
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
  let logoTrouble: readonly Failure[] = [];
  const worker = new SpoolWorker({
    store: spool,
    printers,
    badges,
    clock,
    log,
    standBys: ({ kind }) => live.current.routes[kind === 'temporary' ? 'temporary' : 'badge'],
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
    slipPrinter: () => chooseSlipPrinter(printers, live.current.routes),
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
  const operatorName = (): string | null => session.operator?.name ?? null;
  const moveTo = (...args: [jobId: string, printerId: string, note: string]) =>
    moveBadge({ spool, printers, operatorName, fitsOn: (...where) => worker.fitsOn(...where) }, ...args);
  const printerRoom = makePrinterSetup({
    world: { ...world, events },
    live,
    printers,
    spool,
    badges,
    moveBadge: moveTo,
    operatorName,
  });
  const handOver = new HandOver(ports, issuer);
  const batch = makeBatch({ world: { ...world, events }, ports, graph, issuer, handOver, lock: room.lock });
  const handlers = makeHandlers({
    batch,
    snapshot: () =>
      room.cover(
        snapshotOf(
          { ...world, loaded: live.loaded },
          { session, spool, printers },
          { failure: null, aside, slow: slowWrites.trouble() },
          [...logoTrouble, ...printerRoom.warnings()],
        ),
        () => issuer.open(),
      ),
    lock: room.lock,
    guardCapture: world.guardCapture ?? (() => undefined),
    operatorName,
    history: {
      spool,
      now: () => clock.now(),
      anchorOf,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    },
    anchor: () => anchorOf(spool.auditHead()),
    exportTrail: (format) =>
      exportTrail(
        {
          spool,
          now: () => clock.now(),
          operatorName,
          chooseFile: world.chooseFile,
          isLocked: () => room.lock.locked !== null,
        },
        format,
      ),
    onSealRenewed: () => {
      events.send('snapshot', {});
      worker.resume();
    },
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
    handOver,
    desk: new Desk(spool, judgeScan, operatorName),
    moveBadge: moveTo,
    printerSetup: printerRoom.setup,
    spool,
    timings,
    printers,
    screenPages: () =>
      Promise.all(
        printers.screenPages().map(async ({ jobId, page }) => ({ jobId, png: await pageToPng(page) })),
      ),
    camera: world.camera ?? noCamera,
    practice: tenant.practiceBrowser === null ? null : practiceDoor(tenant.practiceBrowser, session),
    openHelp: world.openHelp,
    wake: () => worker.resume(),
    now: () => clock.now(),
  });
  const hotplug = watchPlugs(world, printers, () => events.send('plugs', {}));
  const upkeep = new Upkeep({
    spool,
    clock,
    log,
    isClockTrusted: () => isClockTrusted(graph.clockSkewMs),
    unprintedMs: () => ports.retentionMs(),
  });
  const stops = [
    spool.onChange(jobTeller({ clock, events }, batch)),
    printers.onChange(() => events.send('printers', {})),
    session.onChange(() => events.send('snapshot', {})),
    slowWrites.onChange(() => events.send('snapshot', {})),
    world.camera?.onRest((rests) => events.send('camera', { rests })),
    tenant.practiceBrowser?.onChange(() =>
      events.send('practiceBrowser', { open: tenant.practiceBrowser?.isOpen ?? false }),
    ),
  ];
  return {
    handlers,
    mayAnswer: (channel) => room.lock.mayAnswer(channel),
    async start() {
      // First, so that a badge that waits from the last run has it too.
      const logo = loadStationLogo({ badges, loaded, userDataDir: world.userDataDir, log });
      stops.push(startWorker(worker, clock, log));
      const warm = await badges.warmUp();
      if (!warm.ok) log.error('badges.not-ready', { code: warm.failure.code });
      logoTrouble = [await logo].filter((failure) => failure !== null);
      const restored = await session.restore();
      room.lock.restore(restored.ok && restored.value !== null);
      room.start();
      batch.restore();
      if (restored.ok && restored.value !== null) recover();
      events.send('snapshot', {});
      upkeep.start();
    },
    resume: () => {
      worker.resume();
      recover();
    },
    async stop() {
      room.stop();
      await batch.stop();
      await issuer.stop();
      for (const stop of stops) stop?.();
      (await hotplug)?.();
      await session.cancel();
      await worker.stop();
      await printers.close();
      await printerRoom.stop();
      upkeep.stop();
      spool.close();
    },
  };
}

/** A replugged printer is looked at at once. Without the watch it is found later, by its recheck. */
async function watchPlugs(
  world: StationWorld,
  printers: PrinterDoor,
  onPlug: () => void,
): Promise<(() => void) | undefined> {
  try {
    return await world.watchUsb?.(({ key }) => {
      printers.deviceChanged(key);
      onPlug();
    });
  } catch {
    world.log.warn('printing.plugs-not-watched');
    return undefined;
  }
}

/** Compared in this run, and no further off than issuing would accept. */
function isClockTrusted(skewMs: number | null): boolean {
  return skewMs !== null && Math.abs(skewMs) < clockLimitsMs.refuse;
}
