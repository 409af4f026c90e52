import path from 'node:path';
import type { AsideView } from '../../shared/ipc/storage.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Cipher } from '../auth/encrypted-file.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log/types.ts';
import { reportDamage } from '../spool/damage.ts';
import { openSpool } from '../spool/open.ts';
import type { Spool } from '../spool/types.ts';
import { cipherWrap } from './cipher-wrap.ts';
import { SlowWrites } from './slow-writes.ts';

/** What the ledger needs of the station's world. */
export interface LedgerWorld {
  readonly userDataDir: string;
  readonly cipher: Cipher;
  readonly clock: Clock;
  readonly log: Log;
}

/** An open ledger, and what was put aside to get there. */
export interface OpenLedger {
  readonly spool: Spool;
  readonly aside: AsideView | null;
  readonly slowWrites: SlowWrites;
}

export function ledgerFile({ userDataDir }: Pick<LedgerWorld, 'userDataDir'>): string {
  return path.join(userDataDir, 'spool.db');
}

/** Opens the ledger as it is. A damaged one is left alone: only a person may put it aside. */
export function openLedger(world: LedgerWorld): Result<OpenLedger> {
  const slowWrites = new SlowWrites(world.log);
  const opened = open(world, slowWrites, false);
  return opened.ok ? ok({ spool: opened.value, aside: null, slowWrites }) : opened;
}

/**
 * Puts a damaged ledger aside, after a person agreed, and begins a new one. What was not finished is read out first: the
 * window lists it for this run, and the new audit trail keeps it.
 */
export async function startAnew(world: LedgerWorld): Promise<Result<OpenLedger>> {
  const damage = await reportDamage(ledgerFile(world));
  const slowWrites = new SlowWrites(world.log);
  const opened = open(world, slowWrites, true);
  if (!opened.ok) return opened;
  const spool = opened.value;
  const file = spool.setAsideAs;
  // Sound after all, for instance because the disk is back.
  if (file === null) return ok({ spool, aside: null, slowWrites });
  world.log.warn('spool.set-aside', { unfinished: damage.unfinished.length, isReadable: damage.isReadable });
  for (const { holderName, operation, badge, pinWaited, startedAt } of damage.unfinished) {
    spool.audit('unfinished-set-aside', { holderName, operation, badge, pinWaited, startedAt });
  }
  return ok({ spool, aside: { ...damage, file }, slowWrites });
}

function open(
  { cipher, clock, log, ...world }: LedgerWorld,
  slowWrites: SlowWrites,
  setAsideCorrupt: boolean,
): Result<Spool> {
  return openSpool({
    path: ledgerFile(world),
    clock,
    keyWrap: cipherWrap(cipher),
    readsOpenWork: true,
    setAsideCorrupt,
    onListenerError: () => log.error('spool.listener-failed'),
    onSlowWrite: (ms) => slowWrites.note(ms),
  });
}
