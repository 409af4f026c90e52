import type { JobState, JobView } from '../../../shared/printing/job.ts';
import type { PrinterView } from '../../../shared/printing/printer.ts';
import type { Words } from './use-words.tsx';

/** How a job stands, in words. The tone names an icon; it never stands alone. */
export interface JobWords {
  readonly tone: 'good' | 'warning' | 'bad' | 'unknown' | 'waiting' | 'working';
  readonly title: string;
  readonly more: readonly string[];
}

const tones: Readonly<Record<JobState, JobWords['tone']>> = {
  queued: 'waiting',
  sending: 'working',
  sent: 'waiting',
  confirmed: 'waiting',
  verified: 'good',
  'handed-over': 'good',
  held: 'warning',
  unsure: 'warning',
  cancelled: 'bad',
  expired: 'bad',
  replaced: 'bad',
};

/** The icon for a state. */
export function jobTone(state: JobState): Exclude<JobWords['tone'], 'working'> {
  const tone = tones[state];
  return tone === 'working' ? 'waiting' : tone;
}

/** The icon and the sentences for a job, with the printer's problem and what to do about it. */
export function jobWords(
  job: JobView,
  printers: readonly PrinterView[],
  words: Words,
  nowMs: number,
): JobWords {
  return {
    tone: tones[job.state],
    title: titleOf(job, printers, words),
    more: moreOf(job, printers, words, nowMs),
  };
}

/** The same as one text for a screen reader: each sentence ends as one. */
export function spokenWords({ title, more }: JobWords): string {
  return [title, ...more]
    .map((sentence) => (/[.?!。؟]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}

/** The printer's name as the operator knows it; its id when it is no longer set up. */
export function printerName(job: Pick<JobView, 'printerId'>, printers: readonly PrinterView[]): string {
  return printers.find(({ id }) => id === job.printerId)?.name ?? job.printerId;
}

function titleOf(job: JobView, printers: readonly PrinterView[], { text }: Words): string {
  const { print } = text.finish;
  const printer = printerName(job, printers);
  switch (job.state) {
    case 'queued':
      return print.queued;
    case 'sending':
      return print.sending(printer);
    case 'sent':
      return job.witness === 'person' ? print.byPerson : print.sent(printer);
    case 'confirmed':
      return print.confirmed(printer);
    case 'verified':
      return print.verified;
    case 'held':
      return print.held;
    case 'unsure':
      return print.unsure;
    case 'cancelled':
      return print.cancelled;
    case 'expired':
      return print.expired;
    case 'replaced':
      return print.replaced;
    case 'handed-over':
      return text.queue.states['handed-over'];
  }
}

function moreOf(
  job: JobView,
  printers: readonly PrinterView[],
  { text, format }: Words,
  nowMs: number,
): readonly string[] {
  const { print } = text.finish;
  const reason = job.reason === null ? null : text.queue.reasons[job.reason];
  switch (job.state) {
    case 'queued': {
      if (reason === null) return [print.queuedWhat];
      const retry = job.retryAt === null ? [] : [print.retryAt(format.shortTime(job.retryAt, nowMs))];
      return [reason.what, reason.next, ...retry];
    }
    case 'held':
      return reason === null ? [] : [reason.what, reason.next];
    case 'unsure':
      return reason === null
        ? [print.unsureWhat(printerName(job, printers))]
        : [reason.what, print.unsureLook];
    case 'sending':
    case 'sent':
    case 'confirmed':
    case 'verified':
    case 'handed-over':
    case 'cancelled':
    case 'expired':
    case 'replaced':
      return [];
  }
}
