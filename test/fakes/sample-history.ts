import type { HistoryItem, TrailEntry } from '../../src/shared/ipc/history.ts';
import { toInstant } from '../../src/shared/ids.ts';
import { ok } from '../../src/shared/result.ts';
import type { Answers } from './bridge.ts';
import { sampleJob } from './sample-views.ts';

const minuteMs = 60_000;
const anchor = { seq: 812, fingerprint: '0f1e-2d3c-4b5a-6978-8796-a5b4-c3d2-e1f0' };

/** A week at the desk: badges handed over, one that expired, one printed twice, a PIN. Nobody here is real. */
export function sampleHistory(nowMs: number): readonly HistoryItem[] {
  const item = (number: number, holderName: string, change: Partial<HistoryItem>): HistoryItem => {
    const createdAt = toInstant(nowMs - number * 47 * minuteMs);
    return {
      intentId: `intent-${number}`,
      operation: 'replace',
      holderName,
      operatorName: 'Jordan Reyes',
      state: 'done',
      badge: null,
      createdAt,
      changedAt: createdAt,
      ...change,
    };
  };
  const badge = (number: number, change: Parameters<typeof sampleJob>[1]) =>
    sampleJob(nowMs, { id: `job-${number}`, intentId: `intent-${number}`, hasPayload: false, ...change });
  return [
    item(1, 'Ana Lima', { badge: badge(1, { state: 'handed-over', witness: 'scan' }) }),
    item(2, 'حنان العلي', {
      operation: 'temporary',
      badge: badge(2, { state: 'expired', kind: 'temporary', serial: 'P2M-9HT' }),
    }),
    item(3, 'Anouk de Vries', { operation: 'new-pin', operatorName: 'Mina Sato' }),
    item(4, 'Anand Krishnamurthy-Vasudevan', {
      operation: 'first-badge',
      badge: badge(4, { state: 'handed-over', copy: 2, serial: 'R4C-7WD', printerId: 'receipt' }),
    }),
    item(5, 'Olu Adeyemi', { state: 'picture-lost' }),
  ];
}

function sampleTrail(nowMs: number): readonly TrailEntry[] {
  const entry = (
    seq: number,
    event: string,
    operator: string | null,
    facts: TrailEntry['facts'],
  ): TrailEntry => ({
    seq,
    at: toInstant(nowMs - (900 - seq) * minuteMs),
    event,
    jobId: 'job-1',
    operator,
    facts,
  });
  return [
    entry(801, 'intent-planned', 'Jordan Reyes', { operation: 'replace', printerId: 'front' }),
    entry(803, 'intent-writing', null, {
      step: 'create-standard',
      clientRequestId: '5b1c7f0e-2d3c-4b5a-9978-8796a5b4c3d2',
      requestId: '0c9a51f2-7d1e-4d0b-8a63-0d4f7b6a9e11',
      status: 201,
    }),
    entry(804, 'job-queued', 'Jordan Reyes', { kind: 'standard', printerId: 'front', serial: 'K7Q-4MX' }),
    entry(806, 'job-confirmed', null, { by: 'worker', copy: 1, fence: 1, witness: 'printer' }),
    entry(808, 'job-handed-over', 'Jordan Reyes', { by: 'person', from: 'verified' }),
  ];
}

/** What main answers on the channels of the history. */
export function historyAnswers(now: () => number): Answers {
  return {
    'history.find': ({ text, filter }) => {
      const items = sampleHistory(now()).filter(
        ({ holderName, badge }) =>
          holderName.toLowerCase().includes(text.toLowerCase()) &&
          (filter !== 'copies' || (badge?.copy ?? 1) > 1),
      );
      return ok({ items, more: items.length > 3 ? 'intent-5' : null });
    },
    'history.trail': () => ok(sampleTrail(now())),
    'history.anchor': () => ok(anchor),
    'history.check': () => ok({ kind: 'whole', entries: 612, firstSeq: 201, anchor }),
    'history.export': () => ok({ file: 'badge-station-record-2026-11-21.csv', anchor }),
  };
}
