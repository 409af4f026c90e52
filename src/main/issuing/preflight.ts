import type { Holder } from '../../shared/credential/holder.ts';
import {
  type CodeKind,
  type CredentialState,
  type Operation,
  operationFacts,
} from '../../shared/credential/kinds.ts';
import { offersFor } from '../../shared/credential/offers.ts';
import type { Check, CheckName } from '../../shared/ipc/views.ts';
import type { PrinterView } from '../../shared/printing/printer.ts';
import { type Failure, fail, type Result } from '../../shared/result.ts';
import type { IssuingPorts } from './ports.ts';

/** Free space below which nothing is issued: room for the spool, its log and a few hundred jobs. */
const minFreeBytes = 50 * 1024 * 1024;
/** Clock differences (our clock against Microsoft's): warned from, refused from. Dates on badges come from our clock. */
const clockWarnMs = 2 * 60_000;
const clockRefuseMs = 10 * 60_000;
/** Bytes of a payload beside the holder's name: marker, code id, separators and a key. Generous, so that the size check is on the safe side. */
const payloadOverheadBytes = 180;

export interface PreflightInput {
  readonly holder: Holder;
  readonly state: CredentialState | null;
  readonly operation: Operation;
  readonly printerId: string | null;
}

export interface PreflightReport {
  readonly checks: readonly Check[];
  readonly printer: PrinterView | null;
}

/**
 * Everything that must be right before a working code may be ended (rule R1). Nothing here changes the directory; a
 * failed check leaves the old badge working.
 */
export async function preflight(ports: IssuingPorts, input: PreflightInput): Promise<PreflightReport> {
  const kind = operationFacts[input.operation].prints;
  const [printing, disk] = await Promise.all([
    kind === null ? Promise.resolve(null) : checkPrinter(ports, input, kind),
    checkDisk(ports),
  ]);
  const checks: Check[] = [
    checkHolder(ports, input),
    checkOpenWork(ports, input),
    checkClock(ports),
    checkSeal(ports, input),
    disk,
    ...(printing?.checks ?? []),
  ];
  return { checks, printer: printing?.printer ?? null };
}

/** Ready = nothing failed. `warning` and `unknown` are shown but leave the decision to the operator. */
export function isReady(checks: readonly Check[]): boolean {
  return checks.every((check) => check.verdict !== 'failed');
}

function checkHolder(ports: IssuingPorts, input: PreflightInput): Check {
  const offer = offersFor(input.holder, input.state, ports.now()).find(
    (candidate) => candidate.operation === input.operation,
  );
  if (offer?.refused) return failed('holder', fail(offer.refused).failure);
  return input.holder.enabled === null
    ? { name: 'holder', verdict: 'unknown', failure: null }
    : passed('holder');
}

/** A job of this holder that is on its way out, or an operation that stopped half-way, must be settled first. */
function checkOpenWork(ports: IssuingPorts, input: PreflightInput): Check {
  const jobs = ports.spool.openJobs().filter((job) => job.holderId === input.holder.id);
  if (jobs.some((job) => job.state === 'sending')) return failed('open-work', fail('busy').failure);
  return passed('open-work');
}

function checkClock(ports: IssuingPorts): Check {
  const skew = ports.graph.clockSkewMs;
  if (skew === null) return { name: 'clock', verdict: 'unknown', failure: null };
  const failure = fail('clock-wrong', { minutes: Math.round(skew / 60_000) }).failure;
  if (Math.abs(skew) >= clockRefuseMs) return failed('clock', failure);
  return Math.abs(skew) >= clockWarnMs ? { name: 'clock', verdict: 'warning', failure } : passed('clock');
}

function checkSeal(ports: IssuingPorts, input: PreflightInput): Check {
  const facts = operationFacts[input.operation];
  const bearsSecret = facts.prints !== null || facts.pin === 'drawn' || facts.pin === 'reset';
  if (!bearsSecret || ports.spool.keepsSecrets) return passed('seal');
  return { name: 'seal', verdict: 'warning', failure: fail('seal-unavailable').failure };
}

async function checkDisk(ports: IssuingPorts): Promise<Check> {
  // A real write, because free space alone does not say that the ledger can be written.
  const written = ports.spool.audit('checked-before-issuing', {});
  if (!written.ok) return failed('disk', written.failure);
  const free = await ports.diskFreeBytes();
  if (free !== null && free < minFreeBytes) {
    return failed('disk', fail('spool-unwritable', { freeMegabytes: Math.floor(free / 1_048_576) }).failure);
  }
  return passed('disk');
}

async function checkPrinter(
  ports: IssuingPorts,
  input: PreflightInput,
  kind: CodeKind,
): Promise<{ checks: Check[]; printer: PrinterView | null }> {
  if (input.printerId === null) {
    return { checks: [failed('printer', fail('printer-not-chosen', { kind }).failure)], printer: null };
  }
  const ready = await ports.printers.ready(input.printerId);
  const printer = ready.ok ? ready.value : findPrinter(ports, input.printerId);
  return { checks: [fromResult('printer', ready), checkMedia(ports, input, input.printerId)], printer };
}

function checkMedia(ports: IssuingPorts, input: PreflightInput, printerId: string): Check {
  const canvas = ports.printers.canvas(printerId);
  if (!canvas.ok) return failed('media', canvas.failure);
  const bytes = new TextEncoder().encode(input.holder.upn).length + payloadOverheadBytes;
  return fromResult('media', ports.badges.fits(bytes, canvas.value));
}

function findPrinter(ports: IssuingPorts, printerId: string): PrinterView | null {
  return ports.printers.list().find((printer) => printer.id === printerId) ?? null;
}

function passed(name: CheckName): Check {
  return { name, verdict: 'ok', failure: null };
}

function failed(name: CheckName, failure: Failure): Check {
  return { name, verdict: 'failed', failure };
}

function fromResult(name: CheckName, result: Result<unknown>): Check {
  return result.ok ? passed(name) : failed(name, result.failure);
}
