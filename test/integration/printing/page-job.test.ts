import { afterEach, describe, expect, it } from 'vitest';
import { CupsQueue } from '../../../src/main/printing/transports/cups/cups-queue.ts';
import { CupsServer } from '../../../src/main/printing/transports/cups/cups-server.ts';
import { takeOut } from '../../../src/main/printing/transports/cups/page-job.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { PrivateCups } from '../../fakes/printing/private-cups.ts';
import { Sink } from '../../fakes/printing/sink.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const document = Buffer.from('%PDF-1.4 a page');
const job = { document, jobName: 'badge-0123', keepSeconds: 600 };

/** A queue with a printer that takes everything, or one that was stopped. */
async function open(state: 'Idle' | 'Stopped') {
  const sink = await Sink.open();
  closing.push(() => sink.close());
  const cups = await PrivateCups.open([
    { name: 'cards', deviceUri: `socket://127.0.0.1:${sink.port}`, state },
  ]);
  closing.push(() => cups.close());
  const server = new CupsServer({ socketPath: cups.socketPath });
  return { cups, server, queue: new CupsQueue(server, 'cards') };
}

describe.runIf(process.platform === 'linux')('a page that Electron printed', () => {
  it('is taken out of CUPS when it has printed, which would keep it for a day', async () => {
    const { cups, server, queue } = await open('Idle');
    const id = await queue.printJob(job, 5000);
    await eventually('the job has ended', async () => (await queue.job(id, 2000))?.state === 9);
    expect(await cups.documents()).toHaveLength(1);
    await takeOut('cards', job.jobName, false, { server });
    expect(await cups.documents()).toEqual([]);
    expect(await queue.job(id, 2000)).toBeNull();
  });

  it('is cancelled when we gave up on it, so that it cannot come out later', async () => {
    const { cups, server, queue } = await open('Stopped');
    const id = await queue.printJob(job, 5000);
    await takeOut('cards', job.jobName, true, { server });
    expect(await queue.job(id, 2000)).toBeNull();
    expect(await cups.documents()).toEqual([]);
  });

  it('leaves other jobs alone, and says when its own does not end', async () => {
    const { cups, server, queue } = await open('Stopped');
    const id = await queue.printJob({ ...job, jobName: 'somebody else' }, 5000);
    const left: unknown[] = [];
    await takeOut('cards', job.jobName, true, {
      server,
      patienceMs: 300,
      onLeftBehind: (what) => left.push(what),
    });
    expect(left).toEqual([{ queue: 'cards', why: 'not-ended' }]);
    expect(await queue.job(id, 2000)).not.toBeNull();
    expect(await cups.documents()).toHaveLength(1);
  });

  it('says so when the print server is gone', async () => {
    const left: { queue: string }[] = [];
    const server = new CupsServer({ socketPath: '/nowhere/cups.sock' });
    await takeOut('cards', job.jobName, false, {
      server,
      patienceMs: 300,
      onLeftBehind: (what) => left.push(what),
    });
    expect(left).toHaveLength(1);
  });
});
