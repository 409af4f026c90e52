import type { MethodRecord } from '../../../src/main/practice/records.ts';
import { practiceAddresses } from '../../../src/main/practice/directory.ts';
import type { CodeKind, Operation } from '../../../src/shared/credential/kinds.ts';
import { operationFacts } from '../../../src/shared/credential/kinds.ts';
import type { IssueState } from '../../../src/shared/ipc/views.ts';
import { codeIdOf, readLabel } from './paper.ts';
import type { StationRig } from './rig.ts';

/** What the station said about an operation; `nothing` = it lists nothing, so it claims that nothing is left to do. */
export type Statement = IssueState | 'nothing' | 'refused';

/**
 * Whether a statement is true of the directory, given what it held before the operation. `unknown` claims nothing, so
 * it cannot be false; that it is not said too often is for the caller to check.
 */
export function isTrue(
  statement: Statement,
  operation: Operation,
  before: MethodRecord | null,
  after: MethodRecord | null,
): boolean {
  const kind = operationFacts[operation].prints;
  const isNew = kind === null ? pinMoved(before, after) : isNewCode(before, after, kind);
  switch (statement) {
    case 'created':
    case 'picture-lost':
      return isNew;
    case 'half-done':
      return kind !== null && before?.[kind] !== null && (after?.[kind] ?? null) === null;
    case 'not-done':
    case 'refused':
    case 'nothing':
      return JSON.stringify(after) === JSON.stringify(before);
    case 'unknown':
      return true;
    case 'done':
      return false;
  }
}

function isNewCode(before: MethodRecord | null, after: MethodRecord | null, kind: CodeKind): boolean {
  const code = after?.[kind] ?? null;
  return code !== null && code.id !== before?.[kind]?.id;
}

function pinMoved(before: MethodRecord | null, after: MethodRecord | null): boolean {
  return before !== null && after !== null && before.pin.updatedMs !== after.pin.updatedMs;
}

/** How many papers carry the holder's active code of this kind. */
export async function usablePapers(rig: StationRig, holderId: string, kind: CodeKind): Promise<number> {
  const active = rig.truth(holderId)?.[kind]?.id;
  const texts = await Promise.all(rig.sim.labels.map(readLabel));
  return texts.filter((text) => text !== null && codeIdOf(text) === active).length;
}

/** Whether this is the holder's PIN, asked the way a phone would: by changing it. It is another one afterwards. */
export async function isPinOf(rig: StationRig, holderId: string, pin: string): Promise<boolean> {
  const outcome = await rig.tenant.send({
    method: 'PATCH',
    url: `${practiceAddresses.graphBase}/users/${holderId}/authentication/qrCodePinMethod/pin/updatePin`,
    headers: {
      Authorization: `Bearer ${rig.canaries.token ?? ''}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ currentPin: pin, newPin: '73916204' }),
    timeoutMs: 1000,
  });
  return outcome.ok && outcome.answer.status === 204;
}
