import type { JobView } from '../../../shared/printing/job.ts';
import type { PrinterView } from '../../../shared/printing/printer.ts';
import { type JobWords, printerName } from './job-words.ts';
import type { Words } from './use-words.tsx';

/** The icon and the sentences for a PIN slip on its way. "Sent" never claims paper. */
export function slipWords(
  slip: JobView,
  printers: readonly PrinterView[],
  { text, format }: Words,
  nowMs: number,
): JobWords {
  const words = text.slip;
  const printer = printerName(slip, printers);
  const trouble = slip.reason === null ? [] : [text.queue.reasons[slip.reason].what];
  switch (slip.state) {
    case 'queued': {
      const again =
        slip.retryAt === null ? [] : [text.finish.print.retryAt(format.shortTime(slip.retryAt, nowMs))];
      return { tone: 'waiting', title: words.queued, more: [...trouble, words.queuedWhat, ...again] };
    }
    case 'sending':
      return { tone: 'working', title: words.sending(printer), more: [] };
    case 'sent': {
      const title = slip.witness === 'person' ? words.byPerson : words.sent(printer);
      return { tone: 'good', title, more: [] };
    }
    case 'confirmed':
    // A slip has nothing to scan; the ledger allows the state all the same.
    case 'verified':
      return { tone: 'good', title: words.confirmed(printer), more: [] };
    case 'held':
      return { tone: 'warning', title: words.held, more: trouble };
    case 'unsure':
      return { tone: 'warning', title: words.unsure, more: [...trouble, words.unsureWhat] };
    case 'handed-over':
      return { tone: 'good', title: words.handedOver, more: [] };
    case 'cancelled':
      return { tone: 'unknown', title: words.cancelled, more: [] };
    case 'expired':
      return { tone: 'unknown', title: words.expired, more: [] };
    case 'replaced':
      return { tone: 'unknown', title: words.replaced, more: [] };
  }
}
