import { appendFile, realpath } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { PrinterDoor } from '../../../src/main/printing/printer.ts';
import { CupsServer } from '../../../src/main/printing/transports/cups/cups-server.ts';
import { forkHelper } from '../../../src/main/printing/transports/helper/helper-process.ts';
import type { PrintOutcome } from '../../../src/main/printing/types.ts';
import { badgePage, testPayload } from '../../fakes/pages.ts';
import { builtHelper } from '../../fakes/printing/built-helper.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { PrivateCups } from '../../fakes/printing/private-cups.ts';
import { PtyPair } from '../../fakes/printing/pty-pair.ts';
import { Sink } from '../../fakes/printing/sink.ts';

const page = badgePage({ dpi: 203, widthMm: 54, heightMm: 86, payload: testPayload(180), dotsPerModule: 5 });
const symbol = {
  version: 8,
  modules: 49,
  errorCorrection: 'M',
  dotsPerModule: 5,
  moduleMm: 0.6,
  sizeMm: 35,
  leftDots: 0,
  topDots: 0,
} as const;

/** The whole door, from settings to the device, by each way in that needs no hardware. */
describe.skipIf(process.platform !== 'linux')('printing through the door', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function doorTo(address: string, cups?: PrivateCups, server?: CupsServer): Promise<PrinterDoor> {
    const ofCups = cups
      ? {
          cups: server ?? new CupsServer({ socketPath: cups.socketPath }),
          cupsConfFile: cups.confFile,
        }
      : {};
    const door = new PrinterDoor({
      practice: false,
      timings: { answerMs: 300, pollMs: 10, busyMs: 200, queueMs: 10_000 },
      devices: { startHelper: forkHelper(await builtHelper()), ...ofCups },
    });
    closing.push(() => door.close());
    door.configure([
      {
        id: 'front',
        name: 'Front desk',
        profile: 'zebra-zd421-203',
        address,
        media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
      },
    ]);
    return door;
  }

  async function print(address: string, cups?: PrivateCups): Promise<PrintOutcome> {
    return printAt(await doorTo(address, cups));
  }

  function printAt(door: PrinterDoor): Promise<PrintOutcome> {
    return door.print({
      printerId: 'front',
      jobId: 'job-1',
      badge: { page, symbol, advice: [] },
      mayStart: () => true,
    });
  }

  async function cupsWith(
    state: 'Idle' | 'Stopped',
    accepting = true,
  ): Promise<{ cups: PrivateCups; sink: Sink }> {
    const sink = await Sink.open();
    closing.push(() => sink.close());
    const deviceUri = `socket://127.0.0.1:${sink.port}`;
    const cups = await PrivateCups.open([{ name: 'badges', deviceUri, state, accepting }]);
    closing.push(() => cups.close());
    return { cups, sink };
  }

  it('a queue gets the whole label once, and the word is "sent"', async () => {
    const { cups, sink } = await cupsWith('Idle');
    expect(await print('queue:badges', cups)).toEqual({ kind: 'sent' });
    const jobs = sink.jobs.filter((job) => job.length > 0).map((job) => job.toString('latin1'));
    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatch(/\^XA[\s\S]*\^XZ/);
  });

  it.each([
    ['paused', 'Stopped', true],
    ['closed to jobs', 'Idle', false],
  ] as const)('a queue that is %s has not begun', async (_name, state, accepting) => {
    const { cups, sink } = await cupsWith(state, accepting);
    expect(await print('queue:badges', cups)).toMatchObject({ kind: 'not-started', reason: 'paused' });
    expect(sink.jobs.filter((job) => job.length > 0)).toEqual([]);
    expect(await cups.documents()).toEqual([]);
  });

  it('a queue that is not there is an unknown printer', async () => {
    const { cups } = await cupsWith('Idle');
    expect(await print('queue:nobody', cups)).toMatchObject({
      kind: 'not-started',
      reason: 'printer-unknown',
    });
  });

  it('a queue that keeps documents and tries again by itself is said to, and no longer when it was mended', async () => {
    const sink = await Sink.open();
    closing.push(() => sink.close());
    const deviceUri = `socket://127.0.0.1:${sink.port}`;
    const cups = await PrivateCups.open([{ name: 'badges', deviceUri, errorPolicy: 'retry-job' }]);
    closing.push(() => cups.close());
    const door = await doorTo('queue:badges', cups);
    const advice = () => door.list()[0]?.advice;
    await eventually('the queue was asked', () => advice()?.length === 2);
    expect(advice()).toEqual(['preserve-job-files', 'error-policy']);
    // It is advice: the badge is printed all the same.
    expect(await printAt(door)).toEqual({ kind: 'sent' });

    await appendFile(cups.confFile, '\nPreserveJobFiles No\n');
    await door.ready('front');
    await eventually('the queue was asked again', () => advice()?.length === 1);
    expect(advice()).toEqual(['error-policy']);
  });

  it('a job that the print server would not let us take out is said to be there still', async () => {
    const { cups } = await cupsWith('Idle');
    // Over TCP a strict server lets nobody remove a job who does not prove who they are.
    const door = await doorTo('queue:badges', cups, new CupsServer({ host: '127.0.0.1', port: cups.port }));
    const changed: string[] = [];
    door.onChange((printerId) => changed.push(printerId));
    expect(await printAt(door)).toEqual({ kind: 'sent' });
    await eventually('it is told', () => door.list()[0]?.advice[0] === 'left-behind');
    expect(changed).toContain('front');
    expect(await cups.documents()).not.toEqual([]);
  });

  it('a serial printer that answers nothing gets the label, and the word is "sent"', async () => {
    const pair = await PtyPair.open();
    closing.push(() => pair.close());
    const port = await realpath(pair.ours);
    expect(await print(`serial:${port}?baud=115200&flow=none`)).toEqual({ kind: 'sent' });
    await eventually('the label is there', () => pair.received.toString('latin1').includes('^XZ'));
  });

  it('a file that is no printer is never written to', async () => {
    const pair = await PtyPair.open();
    closing.push(() => pair.close());
    const outcome = await print(`lp:${await realpath(pair.ours)}`);
    expect(outcome).toMatchObject({ kind: 'not-started' });
    expect(pair.received).toHaveLength(0);
  });
});
