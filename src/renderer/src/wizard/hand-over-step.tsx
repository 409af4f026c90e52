import { useState } from 'react';
import { operationFacts } from '../../../shared/credential/kinds.ts';
import type { AppSnapshot, IssueView } from '../../../shared/ipc/views.ts';
import { isTerminal } from '../../../shared/printing/job.ts';
import { useAction } from '../api/use-action.ts';
import { Button, PrimaryButton } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { Screen } from '../components/screen.tsx';
import { VerdictIcon } from '../components/verdict-icon.tsx';
import { useNow } from '../text/use-now.ts';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import css from './hand-over-step.module.css';
import { PinReveal } from './pin-reveal.tsx';
import { PinSlip } from './pin-slip.tsx';

interface HandOverStepProps {
  readonly issue: IssueView;
  readonly snapshot: AppSnapshot;
  readonly onChanged: (issue: IssueView) => void;
  readonly onRefresh: () => void;
  readonly onLater: () => void;
  readonly onNewPin: () => void;
}

/** Badge and PIN go to the holder; then everything secret is erased. */
export function HandOverStep(props: HandOverStepProps) {
  const { issue, snapshot, onChanged, onRefresh, onLater, onNewPin } = props;
  const { text, format } = useWords();
  const now = useNow();
  const say = useFailureWords();
  const { handOver, print } = text.finish;
  const handOverNow = useAction('issue.handOver');
  const [wasShown, setShown] = useState(issue.pinRevealed);
  const { job, slip } = issue;
  // Erasing a PIN nobody has seen would lose it for good.
  const mustShow = issue.pinWaiting && !issue.pinRevealed && !wasShown;
  // A slip that is neither out nor cancelled would come out behind the holder's back.
  const slipIsOpen =
    slip !== null && !isTerminal(slip.state) && slip.state !== 'sent' && slip.state !== 'confirmed';
  const reason = slipIsOpen ? text.slip.unfinished : mustShow ? handOver.notShownYet : handOver.what;
  const close = () =>
    void handOverNow.run({ intentId: issue.intentId }).then((reply) => {
      if (reply?.ok === true) onChanged(reply.value);
    });
  const actions = (
    <>
      <PrimaryButton
        onClick={close}
        isBusy={handOverNow.isBusy}
        isDisabled={mustShow || slipIsOpen}
        describedBy="hand-over-reason"
      >
        {handOverNow.isBusy ? handOver.closing : handOver.button}
      </PrimaryButton>
      <Button onClick={onLater}>{print.finishLater}</Button>
      <span id="hand-over-reason">{reason}</span>
    </>
  );
  return (
    <Screen title={handOver.title(issue.holderName)} actions={actions}>
      {job !== null && (
        <ul className={css['list']}>
          <li className={css['line']}>
            <VerdictIcon tone={job.state === 'verified' ? 'good' : 'warning'} />
            {job.state === 'verified' ? handOver.verified : handOver.notVerified}
          </li>
          <li className={css['line']}>
            <VerdictIcon tone="waiting" />
            {`${handOver.badge} ${handOver.worksUntil(format.expiry(job.expiresAt, job.kind, now))}`}
          </li>
          {operationFacts[issue.operation].pin === 'kept' && !issue.pinWaiting && (
            <li className={css['line']}>
              <VerdictIcon tone="good" />
              {handOver.pinKept}
            </li>
          )}
        </ul>
      )}
      {issue.pinWaiting && (
        <PinReveal
          key={issue.intentId}
          intentId={issue.intentId}
          title={issue.operation === 'new-pin' ? handOver.newPinTitle : handOver.pinTitle}
          onRevealed={() => {
            setShown(true);
            onRefresh();
          }}
        />
      )}
      {issue.pinWaiting && (snapshot.routes.pinSlip.length > 0 || slip !== null) && (
        <PinSlip issue={issue} snapshot={snapshot} onChanged={onRefresh} onNewPin={onNewPin} />
      )}
      {issue.operation === 'first-badge' && <p className={css['hint']}>{handOver.firstSignIn}</p>}
      {handOverNow.failure !== null && <Message {...say(handOverNow.failure)} />}
    </Screen>
  );
}
