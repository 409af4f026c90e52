import fs from 'node:fs';
import path from 'node:path';
import { systemClock } from '../../../../src/main/clock.ts';
import { openSpool } from '../../../../src/main/spool/open.ts';
import type { Spool } from '../../../../src/main/spool/types.ts';
import type { Result } from '../../../../src/shared/result.ts';
import { FakeKeyWrap } from '../../../fakes/key-wrap.ts';

/**
 * A station's ledger on a disk that fails, in a process of its own: what was stored before the disk failed, what it said
 * then, and what is there after the disk is well again. Says all that as one line of JSON.
 *
 * Arguments: how the disk fails, the folder.
 */
const [how = '', dir = ''] = process.argv.slice(2);
const file = path.join(dir, 'spool.db');
const keyWrap = new FakeKeyWrap();
const open = (): Result<Spool> => openSpool({ path: file, clock: systemClock, keyWrap, readsOpenWork: true });
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.failure.code);

/** Plans and stores one badge; the failure code of the step that was refused, or `stored`. */
function issue(spool: Spool, n: number, stored: string[]): string {
  const planned = spool.planIntent({
    operation: 'replace',
    holderId: `holder-${n}`,
    holderName: 'Holder',
    holderUpn: `holder-${n}@contoso.example`,
    operatorId: 'operator',
    operatorName: 'Operator',
    before: null,
    startsAt: null,
    expiresAt: null,
    printerId: 'front',
    reason: null,
    pin: '48201593',
  });
  if (!planned.ok) return planned.failure.code;
  const noted = spool.noteIntent(planned.value.id, { state: 'writing', step: 'create-standard' });
  if (!noted.ok) return noted.failure.code;
  const kind = 'standard' as const;
  const job = spool.enqueue(planned.value.id, {
    kind,
    codeId: `code-${n}`,
    printerId: 'front',
    payload: new Uint8Array(600).fill(65 + (n % 20)),
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
  if (!job.ok) return job.failure.code;
  stored.push(job.value.id);
  return 'stored';
}

/** Until the disk refuses, or for so many badges. */
function issueUntilRefused(spool: Spool, from: number, most: number, stored: string[]): string {
  for (let n = from; n < from + most; n += 1) {
    const said = issue(spool, n, stored);
    if (said !== 'stored') return said;
  }
  return 'stored';
}

const faults: Readonly<Record<string, { readonly fail: () => void; readonly mend: () => void }>> = {
  full: {
    fail: () => {
      const filler = fs.openSync(path.join(dir, 'filler'), 'w');
      const block = Buffer.alloc(4096, 1);
      try {
        for (;;) fs.writeSync(filler, block);
      } catch {
        fs.closeSync(filler);
      }
      // Leaves room for a few badges, so that it gets full in the midst of one.
      fs.truncateSync(path.join(dir, 'filler'), fs.statSync(path.join(dir, 'filler')).size - 64 * 1024);
    },
    mend: () => fs.rmSync(path.join(dir, 'filler')),
  },
  // The shell has set the limit (disk.test.ts); it cannot be taken back in this process.
  'file-limit': { fail: () => undefined, mend: () => undefined },
};

const stored: string[] = [];

function mustOpen(): Spool {
  const opened = open();
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

/** What is there in the end, after a new start. */
function end(): object {
  const spool = mustOpen();
  const found = {
    stored,
    inTheEnd: spool.openJobs().map(({ id }) => id),
    chain: spool.verifyAudit(),
    unfinished: spool.openIntents().filter(({ state }) => state !== 'created').length,
  };
  spool.close();
  return found;
}

/** A life of the ledger in which the disk fails and is mended. */
function live(): object {
  const fault = faults[how];
  if (fault === undefined) throw new Error(`No such fault: ${how}`);
  const spool = mustOpen();
  if (how === 'full') issueUntilRefused(spool, 0, 3, stored);
  fault.fail();
  const refusal = issueUntilRefused(spool, 100, 2000, stored);
  const openWhileBad = spool.openJobs().map(({ id }) => id);
  const payloads = openWhileBad.filter((id) => spool.payload(id).ok).length;
  const chainWhileBad = spool.verifyAudit();
  fault.mend();
  const after = how === 'full' ? issueUntilRefused(spool, 5000, 3, stored) : 'not-tried';
  spool.close();
  return { refusal, openWhileBad, payloads, chainWhileBad, after, ...end() };
}

/** The shell mounts the disk anew between these, which it cannot while a process has a file open for writing. */
const steps: Readonly<Record<string, () => object>> = {
  store: () => {
    const spool = mustOpen();
    const after = issueUntilRefused(spool, Date.now(), 3, stored);
    spool.close();
    return { after, ...end() };
  },
  open: () => ({ refusal: codeOf(open()) }),
};

fs.writeSync(1, `${JSON.stringify((steps[how] ?? live)())}\n`);
