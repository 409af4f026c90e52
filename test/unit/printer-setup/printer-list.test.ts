import { afterEach, describe, expect, it } from 'vitest';
import { newPrinterId } from '../../../src/main/printer-setup/new-id.ts';
import { forModel, typedAddress } from '../../../src/main/printer-setup/place.ts';
import type { FoundPrinter } from '../../../src/main/printing/discovery/types.ts';
import type { NewPrinter, PrinterChange } from '../../../src/shared/ipc/printer-setup.ts';
import { ok } from '../../../src/shared/result.ts';
import { PrinterDesk, type DeskOptions } from '../../fakes/printer-desk.ts';
import type { JobRecord } from '../../../src/main/spool/types.ts';

let desk: PrinterDesk;
const open = async (options: DeskOptions = {}) => (desk = await PrinterDesk.open(options));
afterEach(() => desk?.close());

const unused = (): never => {
  throw new Error('No helper is needed here');
};
const media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 } as const;
const gate: NewPrinter = {
  name: 'Gate 2',
  profileId: 'zebra-zd421-203',
  place: { kind: 'typed', address: '10.0.0.7' },
  media,
  kinds: ['badge'],
};
const change = (more: Partial<PrinterChange>): PrinterChange => ({
  printerId: 'gate-2',
  name: 'Gate 2',
  profileId: 'zebra-zd421-203',
  place: { kind: 'keep' },
  media,
  turned: false,
  calibration: null,
  ...more,
});

describe('adding a printer', () => {
  it('stores it, uses it, routes it and writes down who did it', async () => {
    await open();
    expect(await desk.setup.add(gate)).toEqual(ok({ printerId: 'gate-2' }));
    expect(desk.door.config('gate-2')?.address).toBe('tcp://10.0.0.7');
    expect(desk.audited).toEqual([
      {
        event: 'printer-added',
        facts: { printer: 'gate-2', profile: 'zebra-zd421-203', address: 'tcp://10.0.0.7' },
        operator: 'Jordan Reyes',
      },
    ]);
    const { current } = await desk.nextStart();
    expect(current.printers.map(({ id }) => id)).toEqual(['screen', 'gate-2']);
    // Before the on-screen printer, which nobody would rather use; other kinds stay as they were.
    expect(current.routes).toEqual({ badge: ['gate-2', 'screen'], temporary: ['screen'], pinSlip: [] });
  });

  it('makes the second real printer a stand-by', async () => {
    await open();
    await desk.setup.add(gate);
    await desk.setup.add({ ...gate, name: 'Back', place: { kind: 'typed', address: '10.0.0.8' } });
    expect(desk.live.current.routes.badge).toEqual(['gate-2', 'screen', 'back']);
  });

  it('loses none of two that are added at once', async () => {
    await open();
    await Promise.all([
      desk.setup.add(gate),
      desk.setup.add({ ...gate, name: 'Gate 3' }),
      desk.setup.add(gate),
    ]);
    expect(desk.live.current.printers.map(({ id }) => id)).toEqual([
      'screen',
      'gate-2',
      'gate-3',
      'gate-2-2',
    ]);
  });

  it('takes what was found by the id it was given, and no other', async () => {
    const found: FoundPrinter = {
      address: 'usb:04b8:0e15:X7',
      otherAddresses: ['lp:/dev/usb/lp0'],
      name: 'EPSON TM-T20III',
      deviceId: null,
      suggestion: { profileId: 'epson-tm-t20iii', certainty: 'model' },
      sharedWithQueue: null,
    };
    await open({
      found: [found],
      door: { devices: { startHelper: unused } },
    });
    const listed = await desk.setup.discover();
    expect(listed).toEqual(
      ok([
        {
          foundId: 'found-1',
          name: 'EPSON TM-T20III',
          address: 'usb:04b8:0e15:X7',
          suggestion: found.suggestion,
          usedBy: null,
          sharedWithQueue: null,
        },
      ]),
    );
    const roll = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 } as const;
    const receipt = { ...gate, profileId: 'epson-tm-t20iii', media: roll };
    expect(await desk.setup.add({ ...receipt, place: { kind: 'found', foundId: 'found-2' } })).toMatchObject({
      ok: false,
      failure: { code: 'printer-unknown' },
    });
    expect(await desk.setup.add({ ...receipt, place: { kind: 'found', foundId: 'found-1' } })).toMatchObject({
      ok: true,
    });
    expect(desk.live.current.printers.at(-1)?.address).toBe('usb:04b8:0e15:X7');
    expect(await desk.setup.discover()).toMatchObject({ value: [{ foundId: 'found-1', usedBy: 'gate-2' }] });
  });

  it.each([
    [{ profileId: 'zebra-zd999' }, 'profile-unknown'],
    [{ place: { kind: 'typed', address: 'http://10.0.0.7' } }, 'address-invalid'],
    [{ place: { kind: 'typed', address: 'tcp://10.0.0.7:99999' } }, 'address-invalid'],
    [{ place: { kind: 'typed', address: 'folder:/home/me' } }, 'address-invalid'],
    [{ place: { kind: 'typed', address: 'lp:/etc/passwd' } }, 'address-invalid'],
    [{ place: { kind: 'typed', address: 'usb:04b8:0e15' } }, 'printer-refused'],
    [{ place: { kind: 'keep' } }, 'address-invalid'],
    [{ profileId: 'brother-ql-700' }, 'media-mismatch'],
  ] as const)('refuses %j (%s) and changes nothing', async (wrong, code) => {
    await open();
    expect(await desk.setup.add({ ...gate, ...wrong })).toMatchObject({ ok: false, failure: { code } });
    expect([desk.live.current.printers.length, desk.changes, desk.audited]).toEqual([1, 0, []]);
  });

  it('refuses the on-screen printer with a real tenant', async () => {
    await open({ door: { practice: false } });
    const screen = { ...gate, place: { kind: 'typed', address: 'screen:' } } as const;
    expect(await desk.setup.add(screen)).toMatchObject({ failure: { code: 'address-practice-only' } });
  });

  it('is refused as a whole where the policy decides one part of it', async () => {
    await open({ policy: { routes: { badge: [] } } });
    expect(await desk.setup.add(gate)).toEqual({
      ok: false,
      failure: { code: 'settings-locked', facts: { source: 'policy', path: '$.routes.badge' } },
    });
    expect(await desk.setup.add({ ...gate, kinds: [] })).toMatchObject({ ok: true });
  });
});

describe('changing a printer', () => {
  it('keeps its id and changes the rest', async () => {
    await open();
    await desk.setup.add(gate);
    const calibration = { minDots: 3, rightMm: 0.5, downMm: -0.2, darkness: 7 };
    const after = change({
      name: 'Gate two',
      profileId: 'zebra-zd421-300',
      place: { kind: 'typed', address: 'tcp://10.0.0.9:9101' },
      turned: true,
      calibration,
    });
    expect(await desk.setup.change(after)).toEqual(ok(null));
    const { current } = await desk.nextStart();
    expect(current.printers.at(-1)).toEqual({
      id: 'gate-2',
      name: 'Gate two',
      profile: 'zebra-zd421-300',
      address: 'tcp://10.0.0.9:9101',
      media,
      turned: true,
      calibration,
    });
    expect(current.routes.badge[0]).toBe('gate-2');
  });

  it('refuses a printer that is not there, and media its head cannot print', async () => {
    await open();
    await desk.setup.add(gate);
    expect(await desk.setup.change(change({ printerId: 'other' }))).toMatchObject({
      failure: { code: 'printer-unknown' },
    });
    expect(await desk.setup.change(change({ profileId: 'brother-ql-700' }))).toMatchObject({
      failure: { code: 'media-mismatch' },
    });
    expect(desk.live.current.printers.at(-1)?.profile).toBe('zebra-zd421-203');
  });

  it('says who decides when it may not', async () => {
    const printer = {
      id: 'gate-2',
      name: 'Gate 2',
      profile: 'zebra-zd421-203',
      address: 'tcp://10.0.0.7',
      media,
    };
    await open({ policy: { printers: [printer] } });
    expect(desk.setup.view().locked).toEqual({
      printers: 'policy',
      routes: { badge: null, temporary: null, pinSlip: null },
    });
    expect(await desk.setup.change(change({}))).toMatchObject({
      failure: { code: 'settings-locked', facts: { source: 'policy' } },
    });
    expect(await desk.setup.remove('gate-2', null)).toMatchObject({ failure: { code: 'settings-locked' } });
  });
});

describe('routing a kind', () => {
  it('stores the order, and an empty one', async () => {
    await open();
    await desk.setup.add(gate);
    expect(await desk.setup.route('temporary', ['gate-2', 'screen'])).toEqual(ok(null));
    expect(await desk.setup.route('badge', [])).toEqual(ok(null));
    expect((await desk.nextStart()).current.routes).toEqual({
      badge: [],
      temporary: ['gate-2', 'screen'],
      pinSlip: [],
    });
  });

  it('refuses a printer that is not there', async () => {
    await open();
    expect(await desk.setup.route('badge', ['screen', 'gate-9'])).toMatchObject({
      failure: { code: 'printer-unknown' },
    });
    expect(desk.live.current.routes.badge).toEqual(['screen']);
  });
});

describe('removing a printer', () => {
  const job = (id: string, more: Partial<JobRecord> = {}): JobRecord =>
    ({ id, printerId: 'gate-2', state: 'queued', paper: 'badge', copy: 1, ...more }) as JobRecord;

  it('takes it out of the list, the routes and the counters', async () => {
    await open();
    await desk.setup.add(gate);
    desk.setup.roll('gate-2', { labels: 250, warnAt: 20 });
    expect(await desk.setup.remove('gate-2', null)).toEqual(ok(null));
    const { current } = await desk.nextStart();
    expect([current.printers.map(({ id }) => id), current.routes.badge]).toEqual([['screen'], ['screen']]);
    expect(desk.rolls.roll('gate-2')).toBeNull();
    expect(desk.audited.at(-1)).toMatchObject({ event: 'printer-removed', facts: { printer: 'gate-2' } });
  });

  it.each([
    ['queued', { waiting: 1, unsure: 0, slips: 0 }],
    ['held', { waiting: 1, unsure: 0, slips: 0 }],
    ['sending', { waiting: 0, unsure: 1, slips: 0 }],
    ['unsure', { waiting: 0, unsure: 1, slips: 0 }],
  ] as const)('is refused while a badge there is %s, with the numbers', async (state, facts) => {
    await open();
    await desk.setup.add(gate);
    desk.jobs = [job('j-1', { state }), job('j-2', { printerId: 'screen' })];
    expect(await desk.setup.remove('gate-2', null)).toEqual({
      ok: false,
      failure: { code: 'printer-in-use', facts },
    });
    expect(desk.door.config('gate-2')).not.toBeNull();
  });

  it.each(['sent', 'confirmed', 'verified'] as const)(
    'is not held up by a badge that is %s',
    async (state) => {
      await open();
      await desk.setup.add(gate);
      desk.jobs = [job('j-1', { state })];
      expect(await desk.setup.remove('gate-2', null)).toEqual(ok(null));
    },
  );

  it('moves what waits first, when it is told where to', async () => {
    await open();
    await desk.setup.add(gate);
    desk.jobs = [job('j-1'), job('j-2', { state: 'held' })];
    expect(await desk.setup.remove('gate-2', 'screen')).toEqual(ok(null));
    expect(desk.moved).toEqual(['j-1 to screen', 'j-2 to screen']);
  });

  it('stays when a badge does not fit there, and when a slip or an unsure badge is left', async () => {
    await open();
    await desk.setup.add(gate);
    desk.jobs = [job('j-1')];
    desk.moveAnswer = { ok: false, failure: { code: 'symbol-does-not-fit', facts: {} } };
    expect(await desk.setup.remove('gate-2', 'screen')).toEqual(desk.moveAnswer);
    desk.moveAnswer = ok(undefined);
    desk.jobs = [job('j-1'), job('s-1', { paper: 'pin-slip' }), job('j-2', { state: 'unsure' })];
    expect(await desk.setup.remove('gate-2', 'screen')).toMatchObject({
      failure: { code: 'printer-in-use', facts: { waiting: 1, unsure: 1, slips: 1 } },
    });
    // Nothing was moved for nothing.
    expect(desk.moved).toEqual([]);
    expect(desk.door.config('gate-2')).not.toBeNull();
  });

  it('never gives a new printer the id of one whose papers are still known', async () => {
    await open();
    await desk.setup.add(gate);
    desk.jobs = [job('j-1', { state: 'sent' })];
    await desk.setup.remove('gate-2', null);
    expect(await desk.setup.add(gate)).toEqual(ok({ printerId: 'gate-2-2' }));
  });
});

describe('a typed address', () => {
  it.each([
    ['192.168.0.20', 'tcp://192.168.0.20'],
    [' 192.168.0.20:9101 ', 'tcp://192.168.0.20:9101'],
    ['label-printer', 'tcp://label-printer'],
    ['label-printer.site.example:6101', 'tcp://label-printer.site.example:6101'],
    ['fe80::1', 'tcp://[fe80::1]'],
    ['[fe80::1]:9100', 'tcp://[fe80::1]:9100'],
    ['TCP://10.0.0.7', 'tcp://10.0.0.7'],
    ['queue:Front desk', 'queue:Front desk'],
    ['driver:Cards', 'driver:Cards'],
    ['serial:COM3?baud=19200', 'serial:COM3?baud=19200'],
    ['usb:04b8:0e15:X7', 'usb:04b8:0e15:X7'],
  ])('%j is %s', (typed, address) => {
    expect(typedAddress(typed)).toEqual(ok(address));
  });

  it.each([
    '',
    '   ',
    'http://10.0.0.7',
    'file:///etc/passwd',
    '10.0.0',
    '10.0.0.7/path',
    'user:pass@10.0.0.7',
    'tcp://10.0.0.7:0',
    'lp:/etc/passwd',
    'lp:/dev/../etc/passwd',
    'folder:/tmp',
    'FOLDER:/tmp',
    '\\\\server\\share',
    'javascript:alert(1)',
  ])('refuses %j without repeating it', (typed) => {
    const refused = typedAddress(typed);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'address-invalid' } });
    if (typed.trim() !== '') expect(JSON.stringify(refused)).not.toContain(typed.trim());
  });
});

describe('a queue of the system', () => {
  it('is stored as its driver for a model without a language of ours, and as its bytes after a change of model', async () => {
    const pages = { look: () => Promise.resolve(null), print: unused };
    await open({ door: { devices: { startHelper: unused, pages } } });
    const place = { kind: 'typed', address: 'queue:Cards' } as const;
    expect((await desk.setup.add({ ...gate, profileId: 'system-driver-card', place })).ok).toBe(true);
    expect(desk.door.config('gate-2')?.address).toBe('driver:Cards');
    expect((await desk.setup.change(change({}))).ok).toBe(true);
    expect(desk.door.config('gate-2')?.address).toBe('queue:Cards');
  });

  it.each([
    ['queue:Cards', 'system-driver-card', 'driver:Cards'],
    ['queue:Cards', 'dymo-lw-550', 'driver:Cards'],
    ['driver:Cards', 'zebra-zd421-203', 'queue:Cards'],
    ['queue:Cards', 'zebra-zd421-203', 'queue:Cards'],
    // Only a queue has both ways; the door refuses what does not go together.
    ['tcp://10.0.0.7', 'system-driver-card', 'tcp://10.0.0.7'],
    ['queue:Cards', 'no-such-model', 'queue:Cards'],
  ])('%s with %s is used as %s', (address, profileId, used) => {
    expect(forModel(address, profileId)).toBe(used);
  });
});

describe('an id for a new printer', () => {
  it.each([
    ['Front desk', 'front-desk'],
    ['Büro Süd', 'buro-sud'],
    ['مكتب', 'printer'],
    ['__proto__', 'proto'],
    ['../..', 'printer'],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('%j becomes %s', (name, id) => {
    expect(newPrinterId(name, new Set())).toBe(id);
  });

  it('is never one that is taken', () => {
    expect(newPrinterId('Gate', new Set(['gate', 'gate-2']))).toBe('gate-3');
  });
});
