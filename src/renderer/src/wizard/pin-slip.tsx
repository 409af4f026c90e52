import { useState } from 'react';
import type { AppSnapshot, IssueView } from '../../../shared/ipc/views.ts';
import { isTerminal, type JobView } from '../../../shared/printing/job.ts';
import { useAction } from '../api/use-action.ts';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button, QuietButton } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { VerdictIcon } from '../components/verdict-icon.tsx';
import { printerName, spokenWords } from '../text/job-words.ts';
import { slipWords } from '../text/slip-words.ts';
import { useNow } from '../text/use-now.ts';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import css from './pin-slip.module.css';

interface PinSlipProps {
  readonly issue: IssueView;
  readonly snapshot: AppSnapshot;
  readonly onChanged: () => void;
  /** Only another PIN makes a slip worthless that nobody can find. */
  readonly onNewPin: () => void;
}

/** Reasons kept in the audit trail; codes, so that they read the same in every language. */
const notes = { yes: 'operator-saw-slip', no: 'operator-saw-no-slip' } as const;

/** The PIN on paper of its own, instead of on the screen or beside it. */
export function PinSlip({ issue, snapshot, onChanged, onNewPin }: PinSlipProps) {
  const words = useWords();
  const now = useNow();
  const say = useFailureWords();
  const { text } = words;
  const print = useAction('issue.printSlip');
  const { slip } = issue;
  const shown = slip === null ? null : slipWords(slip, snapshot.printers, words, now);
  useAnnouncement(shown === null ? null : spokenWords(shown));
  const [printerId] = snapshot.routes.pinSlip;
  const canPrint = printerId !== undefined && (slip === null || isTerminal(slip.state));
  return (
    <section aria-label={text.slip.title} className={css['box']}>
      <h2 className={css['title']}>{text.slip.title}</h2>
      {shown !== null && (
        <div className={css['state']}>
          <VerdictIcon tone={shown.tone === 'working' ? 'waiting' : shown.tone} />
          <div>
            <p className={css['line']}>{shown.title}</p>
            {shown.more.map((sentence) => (
              <p key={sentence} className={css['what']}>
                {sentence}
              </p>
            ))}
          </div>
        </div>
      )}
      {canPrint && (
        <>
          <p className={css['what']}>{text.slip.what(printerName({ printerId }, snapshot.printers))}</p>
          {print.failure !== null && <Message {...say(print.failure)} />}
          <div className={css['buttons']}>
            <Button
              isBusy={print.isBusy}
              onClick={() => void print.run({ intentId: issue.intentId }).then(onChanged)}
            >
              {text.slip.print}
            </Button>
          </div>
        </>
      )}
      {slip !== null && <SlipActions key={slip.id} slip={slip} onChanged={onChanged} onNewPin={onNewPin} />}
    </section>
  );
}

interface SlipActionsProps {
  readonly slip: JobView;
  readonly onChanged: () => void;
  readonly onNewPin: () => void;
}

/** What a person can do about a slip that is not in the holder's hand yet. */
function SlipActions({ slip, onChanged, onNewPin }: SlipActionsProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const answer = useAction('jobs.answer');
  const cancel = useAction('jobs.cancel');
  const release = useAction('jobs.release');
  const [isMissed, setMissed] = useState(false);
  const give = (choice: 'yes' | 'no') =>
    void answer.run({ jobId: slip.id, answer: choice, note: notes[choice] }).then(() => {
      setMissed(false);
      onChanged();
    });
  const isSent = slip.state === 'sent' || slip.state === 'confirmed';
  const isAsked = slip.state === 'unsure' || (isSent && isMissed);
  const failure = answer.failure ?? cancel.failure ?? release.failure;
  return (
    <>
      {failure !== null && <Message {...say(failure)} />}
      {isAsked && (
        <fieldset aria-label={text.slip.unsure} className={css['options']}>
          <div className={css['option']}>
            <Button
              isDisabled={answer.isBusy}
              onClick={() => (slip.state === 'unsure' ? give('yes') : setMissed(false))}
            >
              {text.slip.yes}
            </Button>
          </div>
          <div className={css['option']}>
            <Button isDisabled={answer.isBusy} onClick={onNewPin}>
              {text.slip.newPin}
            </Button>
            <span className={css['what']}>{text.slip.newPinWhat}</span>
          </div>
          <div className={css['option']}>
            <Button isBusy={answer.isBusy} onClick={() => give('no')}>
              {text.slip.again}
            </Button>
            <span className={css['what']}>{text.slip.againWhat}</span>
          </div>
        </fieldset>
      )}
      <div className={css['buttons']}>
        {slip.state === 'held' && slip.hasPayload && (
          <Button
            isBusy={release.isBusy}
            onClick={() => void release.run({ jobId: slip.id }).then(onChanged)}
          >
            {text.slip.release}
          </Button>
        )}
        {(slip.state === 'held' || slip.state === 'queued') && (
          <QuietButton
            isBusy={cancel.isBusy}
            onClick={() => void cancel.run({ jobId: slip.id, note: 'not-needed' }).then(onChanged)}
          >
            {text.slip.cancel}
          </QuietButton>
        )}
        {isSent && !isMissed && <QuietButton onClick={() => setMissed(true)}>{text.slip.notOut}</QuietButton>}
      </div>
    </>
  );
}
