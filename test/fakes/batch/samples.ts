import type { NewBatch, NewBatchLine } from '../../../src/main/spool/types.ts';
import { badgeWish } from './wishes.ts';

export function sampleBatch(change: Partial<NewBatch> = {}): NewBatch {
  return { listName: 'shift.csv', wish: badgeWish, operatorName: 'Otto Operator', ...change };
}

export function sampleLine(change: Partial<NewBatchLine> = {}): NewBatchLine {
  return {
    line: 2,
    entry: '104201',
    holderId: 'holder-1',
    holderName: 'Mara Lindqvist',
    operation: 'first-badge',
    codeBefore: null,
    ends: false,
    state: 'waiting',
    reason: null,
    ...change,
  };
}
