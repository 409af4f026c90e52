import type { QueueAdvice } from '../../../../shared/printing/queue-advice.ts';
import type { FailureText } from '../types.ts';

/** What should be changed about the queue of the system behind a printer. */
export const queueAdvice: Readonly<Record<QueueAdvice, FailureText>> = {
  'left-behind': {
    title: 'A badge may still be in the printer’s queue',
    what: 'The print system would not let Badge Station remove it. It may come out later, or its picture may stay on the disk.',
    next: 'Open this printer’s queue in the system’s settings and delete what is in it, or ask your IT team to.',
  },
  'preserve-job-files': {
    title: 'The print system keeps printed documents',
    what: 'Badge Station removes its own after printing. Should this computer fail in between, the picture of a badge stays on its disk.',
    next: 'Ask your IT team to set “PreserveJobFiles No” in cupsd.conf and to restart CUPS.',
  },
  'keep-printed': {
    title: 'Windows keeps printed documents in this queue',
    what: 'Badge Station removes its own after printing. Should this computer fail in between, the picture of a badge stays on its disk.',
    next: 'Ask your IT team to clear “Keep printed documents” in the printer’s advanced properties.',
  },
  'error-policy': {
    title: 'The queue may print a failed badge later by itself',
    what: 'Badge Station takes its badge back when a printer does not get on. Should this computer fail in between, the badge could come out unasked.',
    next: 'Ask your IT team to set “printer-error-policy=abort-job” for this queue.',
  },
  'keeping-unknown': {
    title: 'Whether printed documents are kept cannot be seen here',
    what: 'The settings of the print system may not be read by this account. Badge Station removes its own documents after printing.',
    next: 'Your IT team can make sure with “PreserveJobFiles No” in cupsd.conf.',
  },
};

export type QueueAdviceText = typeof queueAdvice;
