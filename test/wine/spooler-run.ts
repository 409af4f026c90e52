/**
 * Runs on Windows' own Node under Wine (test/integration/printing/wine.test.ts): our spooler calls against Wine's
 * winspool.drv, which hands jobs to a private CUPS. Arguments: a file for the answers, the job file, two queue names.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { HelperProcess } from '../../src/main/printing/transports/helper/helper-process.ts';
import { isSpoolerRequest } from '../../src/main/printing/transports/winspool/messages.ts';
import { SpoolerDesk } from '../../src/main/printing/transports/winspool/spooler-desk.ts';
import { SpoolerError, loadSpooler } from '../../src/main/printing/transports/winspool/spooler.ts';
import { WinspoolTransport } from '../../src/main/printing/transports/winspool/winspool-transport.ts';

const [answerFile = '', jobFile = '', good = '', absent = ''] = process.argv.slice(2);
const spooler = await loadSpooler();
const answers: Record<string, unknown> = { platform: process.platform, arch: process.arch };

/** The helper's work in this process: Wine 8 cannot give a Windows Node a pipe to its child. */
function inProcessHelper(change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) {
  return (): HelperProcess => {
    const listeners: ((message: unknown) => void)[] = [];
    const watched = {
      ...spooler,
      print: (...[queue, document, onJob]: Parameters<typeof spooler.print>) =>
        spooler.print(queue, { ...document, bytes: change(document.bytes) }, onJob),
    };
    const desk = new SpoolerDesk(
      async () => watched,
      (reply) => {
        for (const listener of listeners) listener(reply);
      },
    );
    return {
      post: (message) => {
        if (isSpoolerRequest(message)) void desk.answer(message);
      },
      onMessage: (listener) => void listeners.push(listener),
      onExit: () => undefined,
      kill: () => undefined,
    };
  };
}

async function print(queue: string, startHelper: () => HelperProcess): Promise<unknown> {
  const opened = await new WinspoolTransport(queue, { startHelper }).open(20_000);
  if (!opened.ok) return opened.failure;
  const line = opened.value;
  try {
    const status = await line.portStatus?.(5000);
    const job = readFileSync(jobFile);
    await line.write(job.subarray(0, 5000), 1000);
    await line.write(job.subarray(5000), 1000);
    await line.finish?.(10_000);
    return { sent: job.length, status };
  } catch (error) {
    return error instanceof Error ? Object.fromEntries(Object.entries(error)) : String(error);
  } finally {
    await line.close();
  }
}

answers['list'] = spooler.list();
answers['printer'] = spooler.printer(good);
answers['hygiene'] = await new WinspoolTransport(good, { startHelper: inProcessHelper() }).hygiene(5000);
answers['good'] = await print(good, inProcessHelper());
answers['absent'] = await print(absent, inProcessHelper());
/** A document that breaks off in the middle, as when the spooler's disk is full. */
class Broken extends Uint8Array<ArrayBuffer> {
  override subarray(begin?: number, end?: number): Uint8Array<ArrayBuffer> {
    if ((begin ?? 0) > 0) throw new SpoolerError('WritePrinter', 112);
    return new Uint8Array(this.buffer, begin, end);
  }
}
answers['broken'] = await print(
  good,
  inProcessHelper(() => new Broken(new ArrayBuffer(200_000))),
);
/** The calls about one job, made while it is being spooled. */
const calls: unknown[] = [];
spooler.print(good, { name: 'calls', datatype: 'RAW', bytes: Uint8Array.of(1, 2, 3) }, (jobId) => {
  calls.push(spooler.jobStatus(good, jobId));
  spooler.deleteJob(good, jobId);
  calls.push('deleted');
});
answers['calls'] = calls;
answers['jobGone'] = spooler.jobStatus(good, 4711);
writeFileSync(answerFile, JSON.stringify(answers));
