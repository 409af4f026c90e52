import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import type { JobView } from '../../../shared/printing/job.ts';
import { Facts } from '../components/facts.tsx';
import { printerName } from '../text/job-words.ts';
import { useNow } from '../text/use-now.ts';
import { useWords } from '../text/use-words.tsx';

/** What tells this badge from another: printer, serial on the paper, when its code ends. */
export function JobFacts({ job, snapshot }: { readonly job: JobView; readonly snapshot: AppSnapshot }) {
  const { text, format } = useWords();
  const now = useNow();
  const serial =
    job.copy > 1 ? `${job.serial} · ${text.finish.print.copy(format.number(job.copy))}` : job.serial;
  return (
    <Facts
      facts={[
        { name: text.steps.check.printer, value: printerName(job, snapshot.printers) },
        { name: text.finish.print.serial, value: <bdi>{serial}</bdi> },
        { name: text.steps.check.validUntil, value: format.expiry(job.expiresAt, job.kind, now) },
      ]}
    />
  );
}
