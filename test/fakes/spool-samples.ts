import { tmpdir } from 'node:os';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openSpool, type SpoolOptions } from '../../src/main/spool/open.ts';
import type { JobRecord, NewIntent, NewJob, Spool } from '../../src/main/spool/types.ts';
import { toInstant } from '../../src/shared/ids.ts';
import type { Result } from '../../src/shared/result.ts';
import { FakeClock } from './clock.ts';
import { FakeKeyWrap } from './key-wrap.ts';

/** The value of a result that must be ok; its failure fails the test with a readable line. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.facts)}`);
  return result.value;
}

/** The failure code of a result that must not be ok. */
export function codeOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('expected a failure');
  return result.failure.code;
}

export const hourMs = 3_600_000;

export function sampleIntent(change: Partial<NewIntent> = {}): NewIntent {
  return {
    operation: 'first-badge',
    holderId: 'holder-1',
    holderName: 'Mara Lindqvist',
    holderUpn: 'mara@contoso.example',
    operatorId: 'operator-1',
    operatorName: 'Otto Operator',
    before: null,
    startsAt: null,
    expiresAt: null,
    printerId: 'front',
    reason: null,
    pin: null,
    ...change,
  };
}

/** A payload in the layout seen in public: marker, name, code id, key. */
export function samplePayload(
  codeId = 'code-1',
  upn = 'mara@contoso.example',
  key = 'cGF5bG9hZC1rZXk',
): Uint8Array {
  return new TextEncoder().encode(`ms-qrpin:v1|${upn}|${codeId}|${key}`);
}

export function sampleJob(
  clock: FakeClock,
  change: Partial<NewJob> = {},
  livesMs = 30 * 24 * hourMs,
): NewJob {
  const kind = change.kind ?? 'standard';
  return {
    kind,
    codeId: 'code-1',
    printerId: 'front',
    payload: samplePayload(change.codeId ?? 'code-1'),
    content: {
      kind,
      holderName: 'Mara Lindqvist',
      siteName: 'Site North',
      returnTo: 'Gate 2',
      expiresAt: toInstant(clock.now() + livesMs),
      practice: true,
      locale: 'en',
      timeZone: 'Europe/Berlin',
    },
    ...change,
  };
}

/** A folder in memory, where the system has one: thousands of short-lived files need no disk. */
export function quickFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}

/** A spool on a real file in a folder of its own, with a clock and a key store that the test owns. */
export class SpoolBench {
  readonly clock = new FakeClock();
  readonly keyWrap = new FakeKeyWrap();
  readonly dir: string;
  readonly file: string;
  #spool: Spool | null = null;

  /** @param parent folder for the test's own one; memory-backed where only the rules count and not the disk */
  constructor(parent: string = tmpdir()) {
    this.dir = mkdtempSync(path.join(parent, 'badge-spool-'));
    this.file = path.join(this.dir, 'spool.db');
  }

  open(change: Partial<SpoolOptions> = {}): Result<Spool> {
    const opened = openSpool({ path: this.file, clock: this.clock, keyWrap: this.keyWrap, ...change });
    if (opened.ok) this.#spool = opened.value;
    return opened;
  }

  get spool(): Spool {
    if (this.#spool === null) must(this.open());
    if (this.#spool === null) throw new Error('no spool');
    return this.#spool;
  }

  /** Closes and opens again, as a new start of the app does. */
  reopen(change: Partial<SpoolOptions> = {}): Spool {
    this.#spool?.close();
    return must(this.open(change));
  }

  /** An intent and its job, queued. */
  queue(intent: Partial<NewIntent> = {}, job: Partial<NewJob> = {}, livesMs?: number): JobRecord {
    const planned = must(this.spool.planIntent(sampleIntent(intent)));
    must(this.spool.noteIntent(planned.id, { state: 'writing', step: 'create-method' }));
    return must(this.spool.enqueue(planned.id, sampleJob(this.clock, job, livesMs)));
  }

  /** A queued job brought to `sending`. */
  lease(job: JobRecord): JobRecord {
    return must(this.spool.lease(job.id));
  }

  dispose(): void {
    this.#spool?.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
