import type { AppSnapshot, IssueView } from '../../../shared/ipc/views.ts';
import type { JobView } from '../../../shared/printing/job.ts';
import { isTerminal } from '../../../shared/printing/job.ts';
import { useAction } from '../api/use-action.ts';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button, PrimaryButton } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { PrinterMenu } from '../components/printer-menu.tsx';
import { Screen } from '../components/screen.tsx';
import { StatusPanel } from '../components/status-panel.tsx';
import { useNow } from '../text/use-now.ts';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import { elsewhere, wentElsewhere } from '../text/elsewhere-words.ts';
import { type JobWords, jobWords, printerName, spokenWords } from '../text/job-words.ts';
import { JobFacts } from './job-facts.tsx';
import { WentElsewhere } from './went-elsewhere.tsx';
import { UnsureQuestion } from './unsure-question.tsx';

interface PrintStepProps {
  readonly issue: IssueView;
  readonly snapshot: AppSnapshot;
  readonly onChanged: () => void;
  readonly onLater: () => void;
  readonly onNewCode: () => void;
  readonly onHandOver: () => void;
}

/** The badge on its way to paper: where it is, what keeps it, and the one thing that helps. */
export function PrintStep({ issue, snapshot, onChanged, onLater, onNewCode, onHandOver }: PrintStepProps) {
  const words = useWords();
  const now = useNow();
  const { text } = words;
  const { job } = issue;
  const say = useFailureWords();
  const move = useAction('jobs.move');
  const shown = job === null ? null : jobWords(job, snapshot.printers, words, now);
  const went = job === null ? null : wentElsewhere(issue, job, snapshot.printers, text);
  useAnnouncement(shown === null ? null : [spokenWords(shown), went ?? ''].join(' ').trim());
  const later = <Button onClick={onLater}>{text.finish.print.finishLater}</Button>;
  if (job === null || shown === null) {
    return (
      <Screen title={text.finish.issue.title(issue.holderName)} actions={later}>
        <StatusPanel tone="working" title={text.finish.issue.working} />
      </Screen>
    );
  }
  const actions = isTerminal(job.state) ? (
    <>
      <PrimaryButton onClick={onNewCode}>{text.finish.print.issueNew}</PrimaryButton>
      {issue.pinWaiting && <Button onClick={onHandOver}>{text.queue.noJob.pin}</Button>}
      <Button onClick={onLater}>{text.finish.print.startOver}</Button>
    </>
  ) : (
    <>
      {job.state === 'held' && <Release job={job} onChanged={onChanged} onNewCode={onNewCode} />}
      {job.state !== 'unsure' && (
        <PrinterMenu
          label={text.elsewhere.button}
          options={elsewhere(job, snapshot.printers, text)}
          isBusy={move.isBusy}
          onChoose={(printerId) => void move.run({ jobId: job.id, printerId, note: '' }).then(onChanged)}
        />
      )}
      {later}
    </>
  );
  return (
    <Screen title={text.finish.print.title(issue.holderName)} actions={actions}>
      <JobStatus shown={shown} />
      {move.failure !== null && <Message {...say(move.failure)} />}
      <WentElsewhere said={went} />
      {job.state === 'unsure' && (
        <UnsureQuestion
          job={job}
          printer={printerName(job, snapshot.printers)}
          elsewhere={elsewhere(job, snapshot.printers, text)}
          onAnswered={onChanged}
          onNewCode={onNewCode}
        />
      )}
      <JobFacts job={job} snapshot={snapshot} />
    </Screen>
  );
}

export function JobStatus({ shown }: { readonly shown: JobWords }) {
  return (
    <StatusPanel tone={shown.tone} title={shown.title}>
      {shown.more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </StatusPanel>
  );
}

interface ReleaseProps {
  readonly job: JobView;
  readonly onChanged: () => void;
  readonly onNewCode: () => void;
}

/** Sends a held badge again, or issues a new code where the old one is gone. */
function Release({ job, onChanged, onNewCode }: ReleaseProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const release = useAction('jobs.release');
  if (!job.hasPayload) return <PrimaryButton onClick={onNewCode}>{text.finish.print.issueNew}</PrimaryButton>;
  return (
    <>
      {release.failure !== null && <Message {...say(release.failure)} />}
      <PrimaryButton
        isBusy={release.isBusy}
        onClick={() => void release.run({ jobId: job.id }).then(onChanged)}
      >
        {text.finish.print.release}
      </PrimaryButton>
    </>
  );
}
