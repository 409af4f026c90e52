import type { MethodRecord } from '../../../../src/main/practice/records.ts';
import { operationFacts } from '../../../../src/shared/credential/kinds.ts';
import type { ReplyOf } from '../../../../src/shared/ipc/contract.ts';
import type { IssueView } from '../../../../src/shared/ipc/views.ts';

/**
 * What is false in the answer to one operation, given what the directory held before it and holds now; null when it is
 * true. `unknown` claims nothing; that it is not said too often is judged elsewhere.
 */
export function lieIn(
  reply: ReplyOf<'issue.run'>,
  before: MethodRecord | null,
  after: MethodRecord | null,
): string | null {
  const isUnchanged = JSON.stringify(before) === JSON.stringify(after);
  if (!reply.ok) return isUnchanged ? null : `refused with ${reply.failure.code}, and something changed`;
  const { state, operation } = reply.value;
  const isTrue = truthOf(reply.value, before, after, isUnchanged);
  return isTrue ? null : `${operation} is called ${state}, which is false`;
}

function truthOf(
  view: IssueView,
  before: MethodRecord | null,
  after: MethodRecord | null,
  isUnchanged: boolean,
): boolean {
  switch (view.state) {
    case 'unknown':
      return true;
    case 'not-done':
      return isUnchanged;
    case 'half-done': {
      const kind = operationFacts[view.operation].prints;
      return kind !== null && (before?.[kind] ?? null) !== null && (after?.[kind] ?? null) === null;
    }
    case 'created':
    case 'picture-lost':
      return isMade(view, before, after);
    case 'done':
      return isDone(view, after);
  }
}

function isMade(view: IssueView, before: MethodRecord | null, after: MethodRecord | null): boolean {
  const kind = operationFacts[view.operation].prints;
  if (kind === null) return after !== null && after.pin.updatedMs >= Date.parse(view.createdAt);
  const code = after?.[kind] ?? null;
  return code !== null && code.id !== before?.[kind]?.id;
}

function isDone({ operation, expiresAt }: IssueView, after: MethodRecord | null): boolean {
  switch (operation) {
    case 'remove':
      return after === null;
    case 'end-temporary':
      return (after?.temporary ?? null) === null;
    case 'extend':
      return after?.standard?.expireMs === Date.parse(expiresAt ?? '');
    case 'first-badge':
    case 'replace':
    case 'temporary':
    case 'new-pin':
      return false;
  }
}
