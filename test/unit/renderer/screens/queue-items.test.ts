import { describe, expect, it } from 'vitest';
import type { IssueState } from '../../../../src/shared/ipc/views.ts';
import type { JobState } from '../../../../src/shared/printing/job.ts';
import { filterItems, needsPerson, queueItems } from '../../../../src/renderer/src/screens/queue/items.ts';
import { sampleIssue, sampleJob } from '../../../fakes/sample-views.ts';

const nowMs = Date.parse('2026-11-21T08:00:00.000Z');
const issue = (intentId: string, createdAt: string, job: Parameters<typeof sampleJob>[1] | null) =>
  sampleIssue(nowMs, {
    intentId,
    createdAt,
    job: job === null ? null : sampleJob(nowMs, { intentId, ...job }),
  });

describe('who has to act', () => {
  const waits: Readonly<Partial<Record<JobState, boolean>>> = {
    queued: false,
    sending: false,
    sent: true,
    confirmed: true,
    verified: true,
    held: true,
    unsure: true,
    cancelled: true,
    expired: true,
    replaced: true,
  };
  it.each(Object.entries(waits))('a badge that is %s needs a person: %s', (state, expected) => {
    const job = sampleJob(nowMs, { state: state as JobState });
    expect(needsPerson(sampleIssue(nowMs, { job }), job)).toBe(expected);
  });

  it.each(['not-done', 'picture-lost', 'unknown', 'half-done'] as const)(
    'an operation that is %s does',
    (state: IssueState) => {
      expect(needsPerson(sampleIssue(nowMs, { state, job: null }), null)).toBe(true);
    },
  );
});

describe('the list', () => {
  it('puts what needs a person first, then the oldest', () => {
    const items = queueItems(
      [
        issue('a', '2026-11-21T07:00:00Z', { state: 'queued' }),
        issue('b', '2026-11-21T07:30:00Z', { state: 'unsure' }),
        issue('c', '2026-11-21T07:10:00Z', null),
      ],
      [],
    );
    expect(items.map(({ intentId }) => intentId)).toEqual(['c', 'b', 'a']);
  });

  it('takes the fresher of two readings of the same badge', () => {
    const older = issue('a', '2026-11-21T07:00:00Z', { state: 'queued', changedAt: '2026-11-21T07:00:00Z' });
    const newer = sampleJob(nowMs, { intentId: 'a', state: 'unsure', changedAt: '2026-11-21T07:00:05Z' });
    expect(queueItems([older], [newer])[0]).toMatchObject({ job: { state: 'unsure' }, needsPerson: true });
  });

  it('shows a badge whose operation is not listed, once', () => {
    const job = sampleJob(nowMs, { intentId: 'lost', state: 'held' });
    const items = queueItems([issue('a', '2026-11-21T07:00:00Z', { state: 'queued' })], [job]);
    expect(items.map(({ intentId }) => intentId)).toEqual(['lost', 'a']);
  });

  it('leaves out badges that are closed', () => {
    expect(queueItems([], [sampleJob(nowMs, { intentId: 'x', state: 'handed-over' })])).toEqual([]);
  });

  it('filters by who has to act', () => {
    const items = queueItems(
      [
        issue('a', '2026-11-21T07:00:00Z', { state: 'queued' }),
        issue('b', '2026-11-21T07:00:01Z', { state: 'held' }),
      ],
      [],
    );
    const ids = (filter: Parameters<typeof filterItems>[1]) =>
      filterItems(items, filter).map((item) => item.intentId);
    expect(ids('all')).toEqual(['b', 'a']);
    expect(ids('person')).toEqual(['b']);
    expect(ids('printer')).toEqual(['a']);
  });
});

describe('a PIN slip', () => {
  const slip = sampleJob(nowMs, { id: 'slip-1', intentId: 'a', paper: 'pin-slip', state: 'held' });

  it('stands with its operation and never in the place of its badge', () => {
    const [item, ...others] = queueItems([issue('a', '2026-11-21T07:00:00Z', { state: 'sent' })], [slip]);
    expect(item?.job?.paper).toBe('badge');
    expect(item?.slip?.id).toBe('slip-1');
    expect(others).toEqual([]);
  });

  it('is gone from the line once it is over', () => {
    const over = { ...slip, state: 'handed-over' as const };
    const open = { ...issue('a', '2026-11-21T07:00:00Z', null), slip: over };
    expect(queueItems([open], [])[0]?.slip).toBeNull();
  });

  it('makes no line of its own', () => {
    expect(queueItems([], [slip])).toEqual([]);
  });
});
