import type { IssueView } from '../../../shared/ipc/views.ts';
import { isTerminal, type JobView } from '../../../shared/printing/job.ts';
import type { PrinterView } from '../../../shared/printing/printer.ts';
import type { Catalogue } from './catalogue.ts';
import { printerName } from './job-words.ts';

/** A printer that a badge may be sent to, with how it feels right now. */
interface Elsewhere {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

/** Where else this badge could be printed; none once it is on paper, and none without what is to be printed. */
export function elsewhere(
  job: JobView,
  printers: readonly PrinterView[],
  text: Catalogue,
): readonly Elsewhere[] {
  const isMovable = job.state === 'queued' || job.state === 'held' || job.state === 'unsure';
  if (!isMovable || !job.hasPayload || job.paper !== 'badge') return [];
  return printers
    .filter(({ id }) => id !== job.printerId)
    .map(({ id, name, mood }) => ({ id, name, state: text.shell.printer.moods[mood] }));
}

/** Says that the badge goes to another printer than the one chosen; null while it does not. */
export function wentElsewhere(
  issue: Pick<IssueView, 'printerId'>,
  job: JobView,
  printers: readonly PrinterView[],
  { elsewhere: words }: Catalogue,
): string | null {
  const chosen = issue.printerId;
  if (chosen === null || chosen === job.printerId || isTerminal(job.state)) return null;
  return words.went(printerName({ printerId: chosen }, printers), printerName(job, printers));
}
