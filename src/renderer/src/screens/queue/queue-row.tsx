import type { AppSnapshot, IssueView } from '../../../../shared/ipc/views.ts';
import { isTerminal } from '../../../../shared/printing/job.ts';
import { useAction } from '../../api/use-action.ts';
import { Button, QuietButton } from '../../components/buttons.tsx';
import { InlineFacts } from '../../components/inline-facts.tsx';
import { Mark } from '../../components/mark.tsx';
import { Message } from '../../components/message.tsx';
import { PrinterMenu } from '../../components/printer-menu.tsx';
import { type Tone, VerdictIcon } from '../../components/verdict-icon.tsx';
import { elsewhere, wentElsewhere } from '../../text/elsewhere-words.ts';
import { jobWords, printerName } from '../../text/job-words.ts';
import { slipWords } from '../../text/slip-words.ts';
import { useNow } from '../../text/use-now.ts';
import { useFailureWords, useWords, type Words } from '../../text/use-words.tsx';
import type { QueueItem } from './items.ts';
import css from './queue-row.module.css';

interface QueueRowProps {
  readonly item: QueueItem;
  readonly snapshot: AppSnapshot;
  readonly isCurrent: boolean;
  readonly onGoOn: (issue: IssueView) => void;
  readonly onCancel: () => void;
  readonly onChanged: () => void;
}

/** One unfinished operation: whose it is, how it stands, what to do about it. */
export function QueueRow({ item, snapshot, isCurrent, onGoOn, onCancel, onChanged }: QueueRowProps) {
  const words = useWords();
  const now = useNow();
  const say = useFailureWords();
  const { text, format } = words;
  const { actions } = text.queue;
  const release = useAction('jobs.release');
  const dismiss = useAction('issue.dismiss');
  const move = useAction('jobs.move');
  const { issue, job } = item;
  const { tone, title, more } = standing(item, snapshot, words, now);
  const slip = item.slip === null ? null : slipWords(item.slip, snapshot.printers, words, now);
  const went = issue === null || job === null ? null : wentElsewhere(issue, job, snapshot.printers, text);
  const facts = [
    issue === null ? null : text.steps.operations[issue.operation].name,
    job === null ? null : text.queue.printer(printerName(job, snapshot.printers)),
    job === null ? null : text.queue.serial(job.serial),
    job !== null && job.copy > 1 ? text.queue.copy(format.number(job.copy)) : null,
    text.queue.age(format.relative(item.startedAt, now)),
    job === null ? null : text.queue.expires(format.expiry(job.expiresAt, job.kind, now)),
  ].filter((fact) => fact !== null);
  const isOver = job !== null && isTerminal(job.state);
  const hasEnded = issue?.state === 'not-done' || issue?.state === 'picture-lost' || isOver;
  const canPutAway = issue !== null && !issue.pinWaiting && hasEnded;
  // Once a byte has left, cancelling would leave a badge that nobody accounts for.
  const canCancel = job?.state === 'queued' || job?.state === 'held';
  return (
    <li className={css['row']}>
      <VerdictIcon tone={tone} />
      <div className={css['words']}>
        <h2 className={css['name']}>
          <bdi>{item.holderName}</bdi>
          {isCurrent && <Mark>{text.queue.current}</Mark>}
        </h2>
        <p className={css['state']}>{title}</p>
        {went !== null && <p className={css['more']}>{went}</p>}
        {more.map((sentence) => (
          <p key={sentence} className={css['more']}>
            {sentence}
          </p>
        ))}
        {slip !== null && <p className={css['more']}>{text.slip.line(slip.title)}</p>}
        <div className={css['facts']}>
          <InlineFacts facts={facts} />
        </div>
        {release.failure !== null && <Message {...say(release.failure)} />}
        {dismiss.failure !== null && <Message {...say(dismiss.failure)} />}
        {move.failure !== null && <Message {...say(move.failure)} />}
      </div>
      <div className={css['actions']}>
        {issue !== null && (
          <Button onClick={() => onGoOn(issue)} about={item.holderName}>
            {job?.state === 'unsure' ? actions.answer : actions.goOn}
          </Button>
        )}
        {job?.state === 'held' && job.hasPayload && (
          <Button
            isBusy={release.isBusy}
            about={item.holderName}
            onClick={() => void release.run({ jobId: job.id }).then(onChanged)}
          >
            {actions.release}
          </Button>
        )}
        {/* An unsure badge first needs the answer to its question, which the wizard asks. */}
        {job !== null && job.state !== 'unsure' && (
          <PrinterMenu
            label={text.elsewhere.button}
            about={item.holderName}
            options={elsewhere(job, snapshot.printers, text)}
            isBusy={move.isBusy}
            onChoose={(printerId) => void move.run({ jobId: job.id, printerId, note: '' }).then(onChanged)}
          />
        )}
        {canPutAway && (
          <QuietButton
            isBusy={dismiss.isBusy}
            about={item.holderName}
            onClick={() => void dismiss.run({ intentId: item.intentId }).then(onChanged)}
          >
            {actions.dismiss}
          </QuietButton>
        )}
        {canCancel && (
          <QuietButton onClick={onCancel} about={item.holderName}>
            {actions.cancel}
          </QuietButton>
        )}
      </div>
    </li>
  );
}

/** An operation that went wrong says so; otherwise its badge says how it stands; a PIN alone waits to be shown. */
function standing(
  { issue, job }: QueueItem,
  snapshot: AppSnapshot,
  words: Words,
  now: number,
): { readonly tone: Tone; readonly title: string; readonly more: readonly string[] } {
  const { text } = words;
  if (issue !== null && issue.state !== 'created' && issue.state !== 'done') {
    const { title, what } = text.finish.troubles[issue.state];
    return { tone: issue.state === 'unknown' ? 'unknown' : 'warning', title, more: [what] };
  }
  if (job === null) {
    const title = issue?.pinWaiting === true ? text.queue.noJob.pin : text.queue.noJob.waiting;
    return { tone: 'warning', title, more: [] };
  }
  const { tone, more } = jobWords(job, snapshot.printers, words, now);
  return { tone: tone === 'working' ? 'waiting' : tone, title: text.queue.states[job.state], more };
}
