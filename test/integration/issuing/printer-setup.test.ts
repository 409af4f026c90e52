import { afterEach, describe, expect, it } from 'vitest';
import type { StationWorld } from '../../../src/main/app/station.ts';
import type { EventName } from '../../../src/shared/ipc/contract.ts';
import type { NewPrinter } from '../../../src/shared/ipc/printer-setup.ts';
import { StationRig } from '../../fakes/issuing/rig.ts';
import { personWith } from '../../fakes/issuing/people.ts';
import { must } from '../../fakes/spool-samples.ts';
import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startRig(options: Parameters<typeof StationRig.start>[0] = {}): Promise<StationRig> {
  const rig = await StationRig.start(options);
  closing.push(() => rig.close());
  return rig;
}

const gate = (address: string): NewPrinter => ({
  name: 'Gate 2',
  profileId: 'zebra-zd421-203',
  place: { kind: 'typed', address },
  media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
  kinds: [],
});

describe('printers of a running station', () => {
  it('take badges as soon as they are added and routed, and their labels are counted', async () => {
    const rig = await startRig({ setBy: 'hand' });
    const sim = await ZplPrinterSim.start();
    closing.push(() => sim.close());
    must(await rig.call('printerSetup.add', gate(sim.address)));
    must(await rig.call('printerSetup.route', { kind: 'badge', printerIds: ['gate-2', 'front'] }));
    must(await rig.call('printerSetup.roll', { printerId: 'gate-2', roll: { labels: 9, warnAt: 8 } }));
    const before = must(await rig.call('app.snapshot', {}));
    expect([before.routes.badge, before.printers.map(({ id }) => id), before.warnings]).toEqual([
      ['gate-2', 'front'],
      ['front', 'gate-2'],
      [],
    ]);
    const plan = must(
      await rig.call('issue.plan', {
        holderId: personWith(null).id,
        operation: 'first-badge',
        lifetime: { kind: 'standard', days: 365 },
        printerId: 'gate-2',
      }),
    );
    expect(plan.ready).toBe(true);
    must(await rig.call('issue.run', { planId: plan.planId, clickedAtMs: 0, note: '' }));
    await expect
      .poll(async () => must(await rig.call('jobs.open', {})).map(({ state }) => state))
      .toEqual(['confirmed']);
    expect([sim.labels.length, rig.sim.labels.length]).toEqual([1, 0]);
    const view = must(await rig.call('printerSetup.view', {}));
    expect(view.printers.at(-1)?.roll).toEqual({ labels: 9, warnAt: 8, left: 8 });
    expect(must(await rig.call('app.snapshot', {})).warnings).toEqual([
      { code: 'labels-low', facts: { printer: 'Gate 2', left: 8 } },
    ]);
    // Its paper is out: nothing waits for it any more.
    must(await rig.call('printerSetup.remove', { printerId: 'gate-2', moveTo: null }));
    expect(must(await rig.call('app.snapshot', {})).routes.badge).toEqual(['front']);
  });

  it('stay as the station file names them', async () => {
    const rig = await startRig();
    expect(await rig.call('printerSetup.add', gate('tcp://127.0.0.1:9'))).toEqual({
      ok: false,
      failure: { code: 'settings-locked', facts: { source: 'file', path: '$.printers' } },
    });
    expect(must(await rig.call('printerSetup.view', {})).locked).toEqual({
      printers: 'file',
      routes: { badge: 'file', temporary: 'file', pinSlip: 'file' },
    });
  });

  it('are nobody’s to change while nobody is signed in', async () => {
    const rig = await startRig();
    must(await rig.call('session.signOut', {}));
    for (const reply of [
      await rig.call('printerSetup.add', gate('tcp://127.0.0.1:9')),
      await rig.call('printerSetup.remove', { printerId: 'front', moveTo: null }),
      await rig.call('printerSetup.view', {}),
    ])
      expect(reply).toMatchObject({ ok: false, failure: { code: 'not-signed-in' } });
    expect(must(await rig.call('printers.list', {})).map(({ id }) => id)).toEqual(['front']);
  });

  it('may have come or gone: the window is told when something is plugged in', async () => {
    let plug: Parameters<NonNullable<StationWorld['watchUsb']>>[0] = () => undefined;
    const rig = await startRig({
      watchUsb: (listener) => {
        plug = listener;
        return Promise.resolve(() => undefined);
      },
    });
    const heard: EventName[] = [];
    rig.onEvent = (event) => heard.push(event);
    plug({ kind: 'connected', key: 'usb:04b8:0e15:X7' });
    expect(heard).toContain('plugs');
  });
});
