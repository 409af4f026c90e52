import fs from 'node:fs';
import { systemClock } from '../../../../src/main/clock.ts';
import type { PrintOutcome, PrintRequest } from '../../../../src/main/printing/types.ts';
import { openSpool } from '../../../../src/main/spool/open.ts';
import { SpoolWorker } from '../../../../src/main/spool/worker.ts';
import { FakeBadges } from '../../../fakes/fake-badges.ts';
import { FakePrinters } from '../../../fakes/fake-printers.ts';
import { FakeKeyWrap } from '../../../fakes/key-wrap.ts';

/**
 * A station without a window, to be killed: it stores badges as fast as it can and prints them on a "printer" that
 * writes one line per paper into a file. Says on its standard output what is durable, line by line.
 *
 * Arguments: the spool's file, the paper's file, a number that makes its holders its own.
 */
const [file = '', paperFile = '', run = '0'] = process.argv.slice(2);
const opened = openSpool({ path: file, clock: systemClock, keyWrap: new FakeKeyWrap() });
if (!opened.ok) throw new Error(opened.failure.code);
const spool = opened.value;
const printers = new FakePrinters(['front', 'back']);
const paper = fs.openSync(paperFile, 'a');
const say = (line: string): void => void fs.writeSync(1, `${line}\n`);

printers.usual = async (request: PrintRequest): Promise<PrintOutcome> => {
  if (!request.mayStart()) return { kind: 'not-started', reason: 'interrupted', retryAfterMs: null };
  say(`leased ${request.jobId}`);
  // Paper comes out at some moment between the first byte and the answer.
  await new Promise((resolve) => setImmediate(resolve));
  const copy = String.fromCharCode(request.badge.page.bits[0] ?? 0x3f);
  fs.writeSync(paper, `${request.jobId} ${copy}\n`);
  say(`paper ${request.jobId}`);
  await new Promise((resolve) => setImmediate(resolve));
  return { kind: 'confirmed' };
};

const worker = new SpoolWorker({
  store: spool,
  printers,
  badges: new FakeBadges(),
  clock: systemClock,
  log: { info: () => {}, warn: () => {} },
});
const recovered = worker.start();
if (!recovered.ok) throw new Error(recovered.failure.code);
say('started');

async function issue(n: number): Promise<void> {
  const holderUpn = `holder-${run}-${n}@contoso.example`;
  const intent = spool.planIntent({
    operation: 'first-badge',
    holderId: `holder-${run}-${n}`,
    holderName: 'Holder',
    holderUpn,
    operatorId: 'operator',
    operatorName: 'Operator',
    before: null,
    startsAt: null,
    expiresAt: null,
    printerId: 'front',
    reason: null,
    pin: '48201593',
  });
  if (!intent.ok) throw new Error(intent.failure.code);
  say(`planned ${intent.value.id}`);
  const noted = spool.noteIntent(intent.value.id, { state: 'writing', step: 'create-method' });
  if (!noted.ok) throw new Error(noted.failure.code);
  const codeId = `code-${run}-${n}`;
  const kind = 'standard' as const;
  const job = spool.enqueue(intent.value.id, {
    kind,
    codeId,
    printerId: n % 2 === 0 ? 'front' : 'back',
    payload: new TextEncoder().encode(`ms-qrpin:v1|${holderUpn}|${codeId}|key`),
    content: {
      kind,
      holderName: 'Holder',
      siteName: 'Site',
      returnTo: '',
      expiresAt: '2099-01-01T00:00:00Z',
      practice: true,
      locale: 'en',
      timeZone: 'UTC',
    },
  });
  if (!job.ok) throw new Error(job.failure.code);
  say(`stored ${job.value.id}`);
  // Most badges are handed over, so that erasing and scrubbing are killed in the midst, too.
  const done = spool.openJobs().find((each) => each.state === 'confirmed');
  if (n % 4 !== 0 && done !== undefined) {
    const over = spool.change(done.id, { to: 'handed-over' });
    if (!over.ok) throw new Error(over.failure.code);
    const closed = spool.closeIntent(done.intentId);
    if (!closed.ok) throw new Error(closed.failure.code);
    say(`closed ${done.id}`);
  }
  await new Promise((resolve) => setImmediate(resolve));
}

for (let n = 0; n < 300; n += 1) await issue(n);
// Then it waits for its end.
setInterval(() => say('idle'), 1000);
