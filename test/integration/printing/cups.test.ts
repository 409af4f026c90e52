import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { discover } from '../../../src/main/printing/discovery/discover.ts';
import { lookAtCups } from '../../../src/main/printing/discovery/looks.ts';
import { CupsServer } from '../../../src/main/printing/transports/cups/cups-server.ts';
import { CupsTransport } from '../../../src/main/printing/transports/cups/cups-transport.ts';
import type { Line, LineErrorFacts } from '../../../src/main/printing/types.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { PrivateCups } from '../../fakes/printing/private-cups.ts';
import { Sink } from '../../fakes/printing/sink.ts';

describe.skipIf(process.platform !== 'linux')('a CUPS queue', () => {
  let cups: PrivateCups;
  let sink: Sink;
  const lines: Line[] = [];
  const leftBehind: string[] = [];

  beforeAll(async () => {
    sink = await Sink.open();
    // A port that nothing listens on: the backend keeps trying to connect.
    const gone = await Sink.open();
    const dead = gone.port;
    await gone.close();
    cups = await PrivateCups.open([
      { name: 'good', deviceUri: `socket://127.0.0.1:${sink.port}` },
      { name: 'dead', deviceUri: `socket://127.0.0.1:${dead}`, errorPolicy: 'retry-job' },
      { name: 'stopped', deviceUri: `socket://127.0.0.1:${sink.port}`, state: 'Stopped' },
      { name: 'closed', deviceUri: `socket://127.0.0.1:${sink.port}`, accepting: false },
    ]);
  });

  afterEach(async () => {
    for (const line of lines.splice(0)) await line.close();
    sink.isReading = true;
    sink.jobs.length = 0;
    leftBehind.length = 0;
  });

  afterAll(async () => {
    await cups.close();
    await sink.close();
  });

  const transportTo = (queue: string, place: 'socket' | 'tcp' = 'socket') =>
    new CupsTransport(queue, {
      server: new CupsServer(
        place === 'socket' ? { socketPath: cups.socketPath } : { host: '127.0.0.1', port: cups.port },
      ),
      confFile: cups.confFile,
      onLeftBehind: ({ why }) => leftBehind.push(why),
    });

  async function open(queue: string, place: 'socket' | 'tcp' = 'socket'): Promise<Line> {
    const opened = await transportTo(queue, place).open(5000);
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    lines.push(opened.value);
    return opened.value;
  }

  async function trouble(work: Promise<void> | undefined): Promise<LineErrorFacts> {
    try {
      await work;
    } catch (error) {
      expect(error).toMatchObject({ name: 'LineError' });
      return error as LineErrorFacts;
    }
    throw new Error('it went well');
  }

  const everyByte = Buffer.concat([
    Buffer.from(Array.from({ length: 256 }, (_, at) => at)),
    randomBytes(90_000),
  ]);

  it('passes every byte on unchanged, in one job, and keeps no document afterwards', async () => {
    const line = await open('good');
    await line.write(everyByte.subarray(0, 1000), 1000);
    await line.write(everyByte.subarray(1000), 1000);
    expect(sink.jobs).toHaveLength(0);
    await line.finish?.(15_000);
    expect(sink.jobs).toHaveLength(1);
    expect(sink.jobs[0]?.equals(everyByte)).toBe(true);
    expect(await cups.documents()).toEqual([]);
    expect(leftBehind).toEqual([]);
  });

  it('prints nothing when the line is closed before it is finished', async () => {
    const line = await open('good');
    await line.write(everyByte, 1000);
    await line.close();
    expect(await trouble(line.finish?.(1000))).toMatchObject({ mayHaveLeft: false });
    expect(sink.jobs).toHaveLength(0);
    expect(await cups.documents()).toEqual([]);
  });

  it('knows a queue that is not there', async () => {
    expect(await transportTo('absent').open(5000)).toMatchObject({
      ok: false,
      failure: { code: 'printer-unknown' },
    });
  });

  it('says that a queue is paused, and takes its job back unprinted', async () => {
    const line = await open('stopped');
    expect(await line.portStatus?.(3000)).toEqual({ reasons: ['paused'] });
    await line.write(everyByte, 1000);
    expect(await trouble(line.finish?.(600))).toMatchObject({
      reason: 'paused',
      bytesSent: 0,
      mayHaveLeft: false,
    });
    expect(await cups.documents()).toEqual([]);
    expect(sink.jobs).toHaveLength(0);
  });

  it('says that a queue takes no jobs, and that nothing has left', async () => {
    const line = await open('closed');
    expect(await line.portStatus?.(3000)).toEqual({ reasons: ['paused'] });
    await line.write(everyByte, 1000);
    expect(await trouble(line.finish?.(5000))).toMatchObject({ reason: 'paused', mayHaveLeft: false });
  });

  it('sees before the job that a printer cannot be reached', async () => {
    expect(await (await open('dead')).portStatus?.(3000)).toEqual({ reasons: ['offline'] });
    expect(await (await open('good')).portStatus?.(3000)).toEqual({ reasons: [] });
  });

  it('gives up on a printer that cannot be reached, so that nothing comes out later', async () => {
    const line = await open('dead');
    await line.write(everyByte, 1000);
    expect(await trouble(line.finish?.(1500))).toMatchObject({ reason: 'offline', bytesSent: 0 });
    expect(await cups.documents()).toEqual([]);
    expect(leftBehind).toEqual([]);
  });

  it('gives up on a printer that stops reading, and cannot say how much has left', async () => {
    sink.isReading = false;
    const line = await open('good');
    await line.write(new Uint8Array(24 * 1024 * 1024), 1000);
    const error = await trouble(line.finish?.(1500));
    expect(error).toMatchObject({ reason: 'stalled', bytesSent: 0, mayHaveLeft: true });
    sink.readOn();
    await eventually('the backend has let go', () => sink.connections === 0);
    expect(sink.jobs[0]?.length).toBeLessThan(24 * 1024 * 1024);
    expect(await cups.documents()).toEqual([]);
  });

  it('cannot cancel without proving who it is: over TCP the job is reported as left behind', async () => {
    const line = await open('dead', 'tcp');
    await line.write(everyByte, 1000);
    expect(await trouble(line.finish?.(500))).toMatchObject({ mayHaveLeft: true });
    expect(leftBehind).toEqual(['http-401']);
    // Tidied up by its owner over the socket.
    const server = new CupsServer({ socketPath: cups.socketPath });
    const { CupsQueue } = await import('../../../src/main/printing/transports/cups/cups-queue.ts');
    const queue = new CupsQueue(server, 'dead');
    for (let id = 1; id < 20; id += 1) await queue.purge(id, 3000).catch(() => undefined);
    await eventually('no document is left', async () => (await cups.documents()).length === 0);
  });

  it('takes its job back at once when the line is closed while it waits', async () => {
    const line = await open('dead');
    await line.write(everyByte, 1000);
    const ending = trouble(line.finish?.(60_000));
    await eventually('the job is there', async () => (await cups.documents()).length === 1);
    await line.close();
    expect(await ending).toMatchObject({ reason: 'interrupted' });
    expect(await cups.documents()).toEqual([]);
  });

  it('reports what the settings mean for a badge at rest', async () => {
    expect(await transportTo('good').hygiene(3000)).toEqual({
      keepsDocuments: 'ours-removed',
      retriesByItself: false,
      advice: ['preserve-job-files'],
    });
    expect(await transportTo('dead').hygiene(3000)).toMatchObject({
      retriesByItself: true,
      advice: ['preserve-job-files', 'error-policy'],
    });
  });

  it('is listed with the others when printers are looked for', async () => {
    const found = await discover([lookAtCups(() => new CupsServer({ socketPath: cups.socketPath }))], []);
    expect(found.map((printer) => printer.address).sort()).toEqual([
      'queue:closed',
      'queue:dead',
      'queue:good',
      'queue:stopped',
    ]);
  });

  it('is offline while the print server is down, and prints again after it is back', async () => {
    await cups.stop();
    expect(await transportTo('good').open(2000)).toMatchObject({
      ok: false,
      failure: { code: 'printer-offline' },
    });
    await cups.start();
    const line = await open('good');
    await line.write(Uint8Array.of(1, 2, 3), 1000);
    await line.finish?.(15_000);
    expect([...(sink.jobs[0] ?? [])]).toEqual([1, 2, 3]);
  });

  it('does not know what came of a job when the print server dies with it', async () => {
    sink.isReading = false;
    const line = await open('good');
    await line.write(new Uint8Array(24 * 1024 * 1024), 1000);
    const ending = trouble(line.finish?.(2500));
    await eventually('the job is on its way', () => sink.connections === 1);
    await cups.stop();
    expect(await ending).toMatchObject({ mayHaveLeft: true });
    await cups.start();
  });
});
