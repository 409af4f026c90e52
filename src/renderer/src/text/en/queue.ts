import type { JobReason, JobState } from '../../../../shared/printing/job.ts';
import type { Count, ReasonText } from '../types.ts';

/** Short words for a job's state. "Sent" never claims paper. */
const states: Readonly<Record<JobState, string>> = {
  queued: 'Waiting to print',
  sending: 'Sending to the printer',
  sent: 'Sent, not scanned yet',
  confirmed: 'Confirmed by the printer, not scanned yet',
  verified: 'Scanned, not handed over yet',
  'handed-over': 'Handed over',
  held: 'Waiting for you',
  unsure: 'Did a badge come out?',
  cancelled: 'Cancelled',
  expired: 'Code ended',
  replaced: 'Replaced by a newer code',
};

const reasons: Readonly<Record<JobReason, ReasonText>> = {
  offline: {
    what: 'The printer cannot be reached.',
    next: 'Check its power and cable. The badge prints by itself.',
  },
  busy: {
    what: 'The printer is busy with something else.',
    next: 'Wait a moment. The badge prints by itself.',
  },
  paused: { what: 'The printer is paused.', next: 'Press pause or feed on the printer to go on.' },
  'media-empty': { what: 'The printer is out of labels.', next: 'Load a roll. The badge prints by itself.' },
  'media-mismatch': {
    what: 'What is loaded has another size than expected.',
    next: 'Load the size set up for this printer, then send the badge again.',
  },
  'cover-open': { what: 'The cover of the printer is open.', next: 'Close it. The badge prints by itself.' },
  'head-hot': {
    what: 'The print head is too hot.',
    next: 'Let it cool for a minute. The badge prints by itself.',
  },
  'cutter-jam': {
    what: 'The cutter is stuck.',
    next: 'Open the cover and free the cutter. The badge prints by itself.',
  },
  'printer-fault': {
    what: 'The printer reports a fault.',
    next: 'Look at its display, switch it off and on. The badge prints by itself.',
  },
  'printer-unknown': {
    what: 'The printer is no longer set up here.',
    next: 'Set it up again, or cancel this badge and replace it.',
  },
  'permission-denied': {
    what: 'This account may not use the printer.',
    next: 'Ask your IT team for access, then send the badge again.',
  },
  'not-readable': {
    what: 'The finished badge could not be read back, so it was not sent.',
    next: 'Use a larger badge or another printer, then replace it.',
  },
  'holder-mismatch': {
    what: 'The code names another person, so it was not sent.',
    next: 'Cancel this badge and issue it again.',
  },
  'seal-lost': {
    what: 'The stored code can no longer be opened.',
    next: 'Cancel this badge and replace it.',
  },
  parked: { what: 'It was put aside to be finished later.', next: 'Go on with it when you are ready.' },
  interrupted: {
    what: 'Badge Station stopped while this badge was being sent.',
    next: 'Look at the printer, then answer the question.',
  },
  vanished: { what: 'The printer was disconnected.', next: 'Connect it again. The badge prints by itself.' },
  stalled: {
    what: 'The printer stopped taking data.',
    next: 'Switch it off and on. The badge prints by itself.',
  },
  'fault-while-printing': {
    what: 'The printer reported a fault while printing.',
    next: 'Look at what came out, then answer the question.',
  },
};

/** Words of the queue, and of a job's state wherever it is shown. */
export const queue = {
  title: 'Queue',
  summary: (count: Count) =>
    count.n === 1 ? '1 badge is not finished' : `${count.text} badges are not finished`,
  empty: 'Nothing waiting.',
  emptyFilter: 'Nothing here.',
  emptyNext: 'Find a holder',
  loading: 'Reading the queue…',
  filters: { label: 'Show', all: 'All', person: 'Needs you', printer: 'Waiting for the printer' },
  list: 'Unfinished badges',
  states,
  reasons,
  noJob: {
    pin: 'A new PIN waits to be shown',
    waiting: 'Not finished',
  },
  printer: (name: string) => `Printer: ${name}`,
  age: (time: string) => `Started ${time}`,
  expires: (when: string) => `Code ends ${when}`,
  serial: (serial: string) => `Serial ${serial}`,
  copy: (copy: string) => `Copy ${copy}`,
  current: 'Open on the badge screen',
  actions: {
    goOn: 'Go on',
    answer: 'Answer',
    release: 'Send again',
    cancel: 'Cancel badge',
    dismiss: 'Put away',
  },
  cancelDialog: {
    title: (name: string) => `Cancel the badge of ${name}?`,
    what: 'It will not be printed, and what is stored of the code is erased. The code itself stays in Microsoft Entra until it is replaced, removed or expires.',
    reason: 'Reason',
    reasons: {
      'wrong-person': 'Wrong person',
      'not-needed': 'No longer needed',
      'paper-spoiled': 'The paper is spoiled',
      other: 'Another reason',
    },
    confirm: 'Cancel badge',
    keep: 'Keep it',
  },
};

export type QueueText = typeof queue;
