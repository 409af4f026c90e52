import type { IssueState, IssueView } from '../../../shared/ipc/views.ts';
import { useAction } from '../api/use-action.ts';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button, PrimaryButton } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { Screen } from '../components/screen.tsx';
import { StatusPanel } from '../components/status-panel.tsx';
import type { Tone } from '../components/verdict-icon.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';

type Trouble = Exclude<IssueState, 'created' | 'done'>;

const tones: Readonly<Record<Trouble, Tone>> = {
  'not-done': 'warning',
  'picture-lost': 'warning',
  unknown: 'unknown',
  'half-done': 'bad',
};

interface TroubleStepProps {
  readonly issue: IssueView;
  readonly onRemedy: () => void;
  readonly onChanged: (issue: IssueView) => void;
  readonly onHandOver: () => void;
  readonly onLater: () => void;
}

/** The write ended without a badge or without a clear answer: said plainly, with the one thing to do. */
export function TroubleStep({ issue, onRemedy, onChanged, onHandOver, onLater }: TroubleStepProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const dismiss = useAction('issue.dismiss');
  const look = useAction('issue.resume');
  const state = issue.state === 'created' || issue.state === 'done' ? 'unknown' : issue.state;
  const words = text.finish.troubles[state];
  const pinLost = issue.operation === 'new-pin' && (state === 'picture-lost' || state === 'unknown');
  const { title, what } = pinLost ? text.failures['pin-not-disclosed'] : words;
  const action = pinLost ? text.steps.operations['new-pin'].button : words.action;
  useAnnouncement(`${title}. ${what}`);
  const putAway = () =>
    void dismiss.run({ intentId: issue.intentId }).then((reply) => {
      if (reply?.ok === true) onLater();
    });
  const lookAgain = () =>
    void look.run({ intentId: issue.intentId }).then((reply) => {
      if (reply?.ok === true) onChanged(reply.value);
    });
  // A PIN that still has to reach the holder must not be put away with the rest.
  const canPutAway = (state === 'not-done' || state === 'picture-lost') && !issue.pinWaiting;
  const actions = (
    <>
      <PrimaryButton onClick={state === 'unknown' && !pinLost ? lookAgain : onRemedy} isBusy={look.isBusy}>
        {action}
      </PrimaryButton>
      {issue.pinWaiting && state === 'picture-lost' && (
        <Button onClick={onHandOver}>{text.queue.noJob.pin}</Button>
      )}
      {canPutAway ? (
        <Button onClick={putAway} isBusy={dismiss.isBusy}>
          {text.queue.actions.dismiss}
        </Button>
      ) : (
        <Button onClick={onLater}>{text.finish.print.finishLater}</Button>
      )}
    </>
  );
  return (
    <Screen title={text.finish.issue.title(issue.holderName)} actions={actions}>
      <StatusPanel tone={tones[state]} title={title}>
        <p>{what}</p>
      </StatusPanel>
      {issue.failure !== null && <Message {...say(issue.failure)} isNews={false} />}
      {dismiss.failure !== null && <Message {...say(dismiss.failure)} />}
      {look.failure !== null && <Message {...say(look.failure)} />}
    </Screen>
  );
}
