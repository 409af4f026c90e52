import type { Operation } from '../../src/shared/credential/kinds.ts';
import { practiceHolders } from '../../src/main/practice/directory.ts';
import type { PracticeSnapshot } from '../../src/main/practice/records.ts';
import type { Random } from './random.ts';

/** What people come for, as often as it stands here. */
const usualDay: readonly Operation[] = [
  'first-badge',
  'first-badge',
  'replace',
  'replace',
  'replace',
  'temporary',
  'temporary',
  'temporary',
  'new-pin',
  'new-pin',
  'extend',
  'end-temporary',
  'remove',
];

/** Everybody for whom an ordinary administrator may issue, and whose badge prints. */
const ordinaryPeople = practiceHolders.filter(
  ({ enabled, guest, privileged, marks }) => enabled && !guest && !privileged && !marks.has('renamed'),
);

export interface Wish {
  readonly holderId: string;
  readonly operation: Operation;
}

/** Who comes next and what they need, by what they have; what is `wanted`, when there is somebody for it. */
export function nextWish(
  { methods }: PracticeSnapshot,
  nowMs: number,
  wanted: Operation | null,
  random: Random,
): Wish {
  const wishes: Operation[] = [random.pick(usualDay), 'replace', 'first-badge'];
  if (wanted !== null) wishes.unshift(wanted);
  for (const operation of wishes) {
    const people = ordinaryPeople.filter(({ id }) => needs(methods[id] ?? null, operation, nowMs));
    if (people.length > 0) return { holderId: random.pick(people).id, operation };
  }
  throw new Error('Nobody needs anything');
}

function needs(
  method: PracticeSnapshot['methods'][string] | null,
  operation: Operation,
  nowMs: number,
): boolean {
  const isActive = (code: { readonly expireMs: number } | null): boolean =>
    code !== null && code.expireMs > nowMs;
  switch (operation) {
    case 'first-badge':
      return method === null;
    case 'replace':
    case 'temporary':
    case 'new-pin':
    case 'remove':
      return method !== null;
    case 'end-temporary':
      return isActive(method?.temporary ?? null);
    case 'extend':
      return isActive(method?.standard ?? null);
  }
}
