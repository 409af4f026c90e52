import { describe, expect, it } from 'vitest';
import { isSpoolerReply, isSpoolerRequest } from '../../../src/main/printing/transports/winspool/messages.ts';
import { SpoolerClient } from '../../../src/main/printing/transports/winspool/spooler-client.ts';
import {
  jobBits,
  printerBits,
  printerReasons,
  readJobStatus,
  spoolerError,
} from '../../../src/main/printing/transports/winspool/status.ts';
import { WinspoolTransport } from '../../../src/main/printing/transports/winspool/winspool-transport.ts';
import { FakeSpooler, SpoolerHelper } from '../../fakes/printing/fake-spooler.ts';

const job = Uint8Array.from({ length: 300 }, (_, at) => at % 256);

async function open(spooler: FakeSpooler, leftBehind: string[] = []) {
  const transport = new WinspoolTransport('Badges', {
    startHelper: () => new SpoolerHelper(spooler),
    onLeftBehind: ({ why }) => leftBehind.push(why),
  });
  const opened = await transport.open(1000);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

async function print(spooler: FakeSpooler, timeoutMs = 1000, leftBehind: string[] = []): Promise<void> {
  const line = await open(spooler, leftBehind);
  await line.write(job.subarray(0, 100), 100);
  await line.write(job.subarray(100), 100);
  await line.finish?.(timeoutMs);
  await line.close();
}

describe('a job for a Windows queue', () => {
  it('is spooled once, RAW, under a name that says nothing about the holder', async () => {
    const spooler = new FakeSpooler();
    await print(spooler);
    expect(spooler.printed).toEqual([{ name: 'badge-station', datatype: 'RAW', bytes: Buffer.from(job) }]);
  });

  it('goes through a v4 driver as XPS_PASS', async () => {
    const spooler = new FakeSpooler();
    spooler.facts = { ...spooler.facts, driverVersion: 4 };
    await print(spooler);
    expect(spooler.printed[0]?.datatype).toBe('XPS_PASS');
  });

  it('does not exist before finish, nor after a close without it', async () => {
    const spooler = new FakeSpooler();
    const line = await open(spooler);
    await line.write(job, 100);
    await line.close();
    await expect(line.finish?.(100)).rejects.toMatchObject({ mayHaveLeft: false });
    expect(spooler.printed).toEqual([]);
  });

  it('does not exist where a line was opened only to ask', async () => {
    const spooler = new FakeSpooler();
    const line = await open(spooler);
    expect(await line.portStatus?.(500)).toEqual({ reasons: [] });
    await line.finish?.(500);
    expect(spooler.printed).toEqual([]);
  });

  it.each([
    ['printing, then gone', [0x10, 0x10, null]],
    ['printed and kept', [0x10, 0x80]],
    ['complete', [0x1000]],
    ['shown as deleted, which is how many drivers end a job', [0x10, 0x104]],
    ['out of paper for a while, then printing, then gone', [0x42, 0x10, null]],
  ])('is through when it is %s', async (_name, looks) => {
    const spooler = new FakeSpooler();
    spooler.looks = looks;
    await expect(print(spooler)).resolves.toBeUndefined();
  });

  it('is taken back at once when the line is closed while it waits', async () => {
    const spooler = new FakeSpooler();
    spooler.looks = [0x10];
    const line = await open(spooler);
    await line.write(job, 100);
    const ending = line.finish?.(60_000);
    const failing = expect(ending).rejects.toMatchObject({ reason: 'interrupted', mayHaveLeft: true });
    await expect.poll(() => spooler.printed.length).toBe(1);
    await line.close();
    await failing;
    expect(spooler.deleted).toEqual([42]);
  });

  it('is removed by us where the queue keeps printed documents', async () => {
    const spooler = new FakeSpooler();
    spooler.looks = [0x80];
    await print(spooler);
    expect(spooler.deleted).toEqual([42]);
  });

  it('is not called printed when it vanishes while it was stuck', async () => {
    const spooler = new FakeSpooler();
    spooler.looks = [0x10, 0x22, null];
    await expect(print(spooler)).rejects.toMatchObject({ reason: 'interrupted', mayHaveLeft: true });
  });

  it.each([
    [0x40, 'media-empty'],
    [0x20, 'offline'],
    [0x01, 'paused'],
    [0x02, 'printer-fault'],
    [0x200, 'printer-fault'],
    [0x10, 'stalled'],
    [0x00, 'stalled'],
  ])('with status 0x%s for too long is deleted, and its reason is %s', async (status, reason) => {
    const spooler = new FakeSpooler();
    spooler.looks = [status];
    await expect(print(spooler, 60)).rejects.toMatchObject({ reason, bytesSent: 0, mayHaveLeft: true });
    expect(spooler.deleted).toEqual([42]);
  });

  it.each([
    [1801, 'printer-unknown'],
    [5, 'permission-denied'],
    [1722, 'offline'],
    [1804, 'printer-fault'],
  ])('that the spooler refuses with %s has not left: %s', async (error, reason) => {
    const spooler = new FakeSpooler();
    spooler.printError = error;
    await expect(print(spooler)).rejects.toMatchObject({ reason, mayHaveLeft: false });
    expect(spooler.deleted).toEqual([]);
  });

  it('that breaks off while it is spooled is deleted, and may have left in part', async () => {
    const spooler = new FakeSpooler();
    spooler.printError = 112;
    spooler.breaksOff = true;
    await expect(print(spooler)).rejects.toMatchObject({ reason: 'printer-fault', mayHaveLeft: true });
    expect(spooler.deleted).toEqual([42]);
  });
});

describe('opening a Windows queue', () => {
  it('names an unknown one', async () => {
    const startHelper = () => new SpoolerHelper(new FakeSpooler());
    expect(await new WinspoolTransport('Nobody', { startHelper }).open(500)).toMatchObject({
      ok: false,
      failure: { code: 'printer-unknown', facts: { error: 1801 } },
    });
  });

  it('gives up on a spooler that does not answer, and on its helper', async () => {
    const helper = new SpoolerHelper(new FakeSpooler(), 'printer');
    const opened = await new WinspoolTransport('Badges', { startHelper: () => helper }).open(30);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'printer-silent' } });
    expect(helper.isKilled).toBe(true);
  });

  it('does not tell upper and lower case apart', () => {
    const key = (name: string) =>
      new WinspoolTransport(name, { startHelper: () => new SpoolerHelper(new FakeSpooler()) }).deviceKey;
    expect(key('Front Desk')).toBe(key('FRONT desk'));
  });

  it('says when printed documents are kept', async () => {
    const spooler = new FakeSpooler();
    const transport = new WinspoolTransport('Badges', { startHelper: () => new SpoolerHelper(spooler) });
    expect(await transport.hygiene(500)).toMatchObject({ keepsDocuments: 'no', advice: [] });
    spooler.facts = { ...spooler.facts, attributes: 0x100 };
    expect(await transport.hygiene(500)).toMatchObject({
      keepsDocuments: 'ours-removed',
      advice: ['keep-printed'],
    });
  });
});

describe('a call of the spooler that hangs', () => {
  it('costs the helper only: the next call gets a new one', async () => {
    const helpers: SpoolerHelper[] = [];
    const client = new SpoolerClient(() => {
      const helper = new SpoolerHelper(new FakeSpooler(), helpers.length === 0 ? 'list' : null);
      helpers.push(helper);
      return helper;
    });
    await expect(client.ask({ call: 'list' }, 30)).rejects.toMatchObject({ code: null });
    expect(await client.ask({ call: 'list' }, 500)).toMatchObject({ queues: ['Badges'] });
    expect(helpers.map((helper) => helper.isKilled)).toEqual([true, false]);
    client.close();
    expect(helpers[1]?.isKilled).toBe(true);
  });
});

describe('status bits', () => {
  it.each(printerBits)('printer bit $bit is $reason', ({ bit, reason }) => {
    expect(printerReasons(bit, 0)).toEqual([reason]);
  });

  it.each(jobBits)('job bit $bit is stuck for $reason', ({ bit, reason }) => {
    expect(readJobStatus(bit)).toEqual({ kind: 'stuck', reason });
  });

  it('an unplugged printer works offline', () => {
    expect(printerReasons(0, 0x400)).toEqual(['offline']);
    expect(printerReasons(0x80, 0x400)).toEqual(['offline']);
  });

  it('printing, warming up and saving power stop nothing', () => {
    expect(printerReasons(0x400 | 0x10000 | 0x1000000 | 0x20000, 0x4)).toEqual([]);
  });

  it('unknown errors are refusals, no answer is silence', () => {
    expect(spoolerError(99_999).code).toBe('printer-refused');
    expect(spoolerError(null)).toEqual({ code: 'printer-silent', reason: 'stalled' });
  });

  it.each([null, 3, 'spooler', {}, { kind: 'spooler' }, { kind: 'other', id: 1, call: 'list' }])(
    'messages like %j are left alone',
    (junk) => {
      expect(isSpoolerRequest(junk)).toBe(false);
      expect(isSpoolerReply(junk)).toBe(false);
    },
  );
});
