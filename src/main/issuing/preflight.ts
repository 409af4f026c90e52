import type { Check } from '../../shared/ipc/views.ts';
import type { CheckInput } from './checks/check.ts';
import { checkHolder, checkLicence, checkOpenWork, checkPolicy, checkRole } from './checks/holder-checks.ts';
import { checkPaper, type PaperReport } from './checks/paper-checks.ts';
import { checkClock, checkDisk, checkSeal } from './checks/station-checks.ts';
import type { OwnDeletes } from './own-deletes.ts';
import type { PolicyBook } from './policy-book.ts';
import type { IssuingPorts } from './ports.ts';
import type { Refusals } from './refusals.ts';

/** What a plan goes by beside the ports: the tenant's rules, what was refused lately, and what we have deleted. */
export interface Experience {
  readonly ownDeletes: OwnDeletes;
  readonly policies: PolicyBook;
  readonly refusals: Refusals;
}

/**
 * Everything that must be right before a working code may be ended (rule R1). Nothing here changes the directory; a
 * failed check leaves the old badge working.
 */
export async function preflight(
  ports: IssuingPorts,
  experience: Pick<Experience, 'policies' | 'refusals'>,
  input: CheckInput,
): Promise<PaperReport> {
  const { policies, refusals } = experience;
  const [paper, disk, policy] = await Promise.all([
    checkPaper(ports, input),
    checkDisk(ports),
    checkPolicy(ports, policies, refusals, input),
  ]);
  const [account, credential] = checkHolder(ports, input);
  const checks = [
    account,
    ...checkLicence(input),
    credential,
    ...checkRole(ports, refusals, input),
    ...policy,
    checkOpenWork(ports, input),
    checkClock(ports),
    checkSeal(ports, input),
    disk,
    ...paper.checks,
  ];
  return { checks, printer: paper.printer };
}

/** Ready = nothing failed. `warning` and `unknown` are shown but leave the decision to the operator. */
export function isReady(checks: readonly Check[]): boolean {
  return checks.every((check) => check.verdict !== 'failed');
}
