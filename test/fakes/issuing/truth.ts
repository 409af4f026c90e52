import type { HttpDoor } from '../../../src/main/net/door.ts';
import type { MethodRecord } from '../../../src/main/practice/records.ts';
import { practiceAddresses } from '../../../src/main/practice/directory.ts';
import type { CodeKind, Operation } from '../../../src/shared/credential/kinds.ts';
import { operationFacts } from '../../../src/shared/credential/kinds.ts';
import type { IssueState } from '../../../src/shared/ipc/views.ts';
import { codeIdOf, type Site } from './site.ts';

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
export async function usablePapers(site: Site, holderId: string, kind: CodeKind): Promise<number> {
  const active = site.truth(holderId)?.[kind]?.id;
  return (await site.papers()).filter((text) => codeIdOf(text) === active).length;
}

/** Whether this is the holder's PIN, asked the way a phone would: by changing it, here to itself. */
export async function isPinOf(
  tenant: HttpDoor,
  token: string | null,
  holderId: string,
  pin: string,
): Promise<boolean> {
  const outcome = await tenant.send({
    method: 'PATCH',
    url: `${practiceAddresses.graphBase}/users/${holderId}/authentication/qrCodePinMethod/pin/updatePin`,
    headers: { Authorization: `Bearer ${token ?? ''}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ currentPin: pin, newPin: pin }),
    timeoutMs: 1000,
  });
  return outcome.ok && outcome.answer.status === 204;
}
