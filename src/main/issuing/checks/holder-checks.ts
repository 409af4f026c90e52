import { operationFacts } from '../../../shared/credential/kinds.ts';
import { offersFor } from '../../../shared/credential/offers.ts';
import type { Check } from '../../../shared/ipc/views.ts';
import { isTerminal } from '../../../shared/printing/job.ts';
import { fail } from '../../../shared/result.ts';
import type { Intent } from '../../spool/types.ts';
import type { PolicyBook } from '../policy-book.ts';
import { directoryNow, graphId, type IssuingPorts } from '../ports.ts';
import type { Refusals } from '../refusals.ts';
import { endsOf } from '../steps.ts';
import { openOf, overtakes } from '../supersede.ts';
import { type CheckInput, failed, passed, unknown, warned } from './check.ts';

const aboutHolder = ['holder-disabled', 'holder-guest'];

/** The account, and whether what the holder has now allows the operation: the rule the window offers by. */
export function checkHolder(
  ports: IssuingPorts,
  input: CheckInput,
): readonly [account: Check, credential: Check] {
  const { holder, state, operation } = input;
  const offer = offersFor(holder, state, directoryNow(ports)).find((one) => one.operation === operation);
  const refused = offer?.refused ?? null;
  const failure = refused === null ? null : fail(refused).failure;
  const isAboutHolder = failure !== null && aboutHolder.includes(failure.code);
  const account = holder.enabled === null || holder.guest === null ? unknown('holder') : passed('holder');
  return [
    isAboutHolder ? failed('holder', failure) : account,
    failure === null || isAboutHolder ? passed('credential') : failed('credential', failure),
  ];
}

/**
 * Microsoft asks for a licence per person (Entra how-to, prerequisites); whether Graph refuses somebody without one is
 * not documented, so it is a hint and no obstacle.
 */
export function checkLicence({ holder, operation }: CheckInput): readonly Check[] {
  if (operationFacts[operation].prints === null || typeof holder.licensed !== 'boolean') return [];
  return [holder.licensed ? passed('licence') : warned('licence', 'licence-missing')];
}

/**
 * What experience says about the operator's role. A role that does not reach the holder is refused at the first write,
 * which is the deletion where there is one, so that trying costs nothing.
 */
export function checkRole(ports: IssuingPorts, refusals: Refusals, input: CheckInput): readonly Check[] {
  const operator = ports.operator();
  if (operator === null) return [];
  const lately = refusals.lately(operator.objectId, input.holder.id, 'role', ports.now());
  if (lately !== null) return [warned('role', lately.code, lately.facts)];
  // One's own method has rules of its own (a fresh sign-in), which only show when they are tried.
  if (graphId(ports, input.holder.id) !== input.holder.id) return [unknown('role')];
  return refusals.hasWritten(operator.objectId) ? [passed('role')] : [];
}

/**
 * Whether the tenant's policy covers the holder. Checked above all because a holder outside of it loses the old code
 * and is refused the new one: deleting is allowed, creating is not.
 */
export async function checkPolicy(
  ports: IssuingPorts,
  book: PolicyBook,
  refusals: Refusals,
  input: CheckInput,
): Promise<readonly Check[]> {
  const { holder, operation, state } = input;
  if (operationFacts[operation].prints === null) return [];
  const covered = await book.covers(holder.id);
  if (covered === true) return [passed('policy')];
  if (covered === false) return [failed('policy', fail('graph-policy-refused').failure)];
  const operatorId = ports.operator()?.objectId ?? '';
  const lately = refusals.lately(operatorId, holder.id, 'policy', ports.now());
  if (lately === null) return [unknown('policy')];
  const endsSomething = endsOf(operation, state, directoryNow(ports)).length > 0;
  return [endsSomething ? failed('policy', lately) : warned('policy', lately.code, lately.facts)];
}

/**
 * Work of the same holder that is not finished. A badge on its way out must come to an end first; what this operation
 * takes over is no obstacle; the rest is named.
 */
export function checkOpenWork(ports: IssuingPorts, { holder, operation }: CheckInput): Check {
  const jobs = ports.spool.openJobsOf(holder.id);
  if (jobs.some((job) => job.state === 'sending')) return failed('open-work', fail('busy').failure);
  const left = openOf(ports, holder.id).find(
    (intent) => waits(ports, intent) && !overtakes(operation, intent.operation),
  );
  if (left === undefined) return passed('open-work');
  return warned('open-work', 'work-unfinished', { operation: left.operation, state: left.state });
}

function waits({ spool }: IssuingPorts, intent: Intent): boolean {
  if (intent.state === 'planned') return false;
  if (intent.state !== 'created' || intent.hasPin) return true;
  return spool.jobsOfIntent(intent.id).some((job) => !isTerminal(job.state));
}
