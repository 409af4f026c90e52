import { useMemo } from 'react';
import type { EventName } from '../../../../shared/ipc/contract.ts';
import type { Failure } from '../../../../shared/result.ts';
import { useReading } from '../../api/use-reading.ts';
import { type QueueItem, queueItems } from './items.ts';

/** A new operator or setting may change what is open; a change of a job or an operation always does. */
const events: readonly EventName[] = ['job', 'issue', 'snapshot'];

export interface Queue {
  /** null until it has been read. */
  readonly items: readonly QueueItem[] | null;
  readonly failure: Failure | null;
  readonly again: () => void;
}

/** What is not finished, kept fresh by main's events. */
export function useQueue(): Queue {
  const issues = useReading('issue.open', events);
  const jobs = useReading('jobs.open', events);
  const openIssues = issues.reply?.ok === true ? issues.reply.value : null;
  const openJobs = jobs.reply?.ok === true ? jobs.reply.value : null;
  const items = useMemo(
    () => (openIssues === null || openJobs === null ? null : queueItems(openIssues, openJobs)),
    [openIssues, openJobs],
  );
  const failed = [issues.reply, jobs.reply].find((reply) => reply?.ok === false);
  return {
    items,
    failure: failed?.ok === false ? failed.failure : null,
    again: () => {
      issues.again();
      jobs.again();
    },
  };
}
