import type { EventName } from '../../../shared/ipc/contract.ts';
import type { IssueProgress } from '../../../shared/ipc/progress.ts';
import { useAction } from '../api/use-action.ts';
import { useReading } from '../api/use-reading.ts';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button, PrimaryButton } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { Screen } from '../components/screen.tsx';
import { StatusPanel } from '../components/status-panel.tsx';
import { useNow } from '../text/use-now.ts';
import { useFailureWords, useWords, type Words } from '../text/use-words.tsx';
import type { WizardEvent } from './reducer.ts';
import { SignInAgain } from './sign-in-again.tsx';
import type { Step } from './steps.ts';

const events: readonly EventName[] = ['issue'];

interface IssueStepProps {
  readonly step: Extract<Step, { kind: 'issue' }>;
  readonly send: (event: WizardEvent) => void;
  readonly onQueue: () => void;
}

/** The write is under way, or main turned it away. There is no way back in between: its answer must find its place. */
export function IssueStep({ step, send, onQueue }: IssueStepProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const { name } = step.credential.holder;
  if (step.failure === null) return <Working name={name} />;
  const actions = (
    <>
      <PrimaryButton onClick={() => send({ kind: 'back' })}>{text.finish.issue.failedAgain}</PrimaryButton>
      <Button onClick={onQueue}>{text.shell.openWork.open}</Button>
    </>
  );
  return (
    <Screen title={text.finish.issue.title(name)} actions={actions}>
      <Message {...say(step.failure)}>
        <SignInAgain failure={step.failure} />
      </Message>
    </Screen>
  );
}

/** What main waits for, and the way to end a wait that has become long. */
function Working({ name }: { readonly name: string }) {
  const words = useWords();
  const now = useNow();
  const { issue } = words.text.finish;
  const { reply } = useReading('issue.progress', events);
  const stop = useAction('issue.cancelWait');
  const progress = reply?.ok === true ? reply.value : null;
  const more = progress === null ? [] : sentences(progress, words, now);
  useAnnouncement(more.length === 0 ? null : more.join(' '));
  // A write takes a second or two; a way out is offered once main has something to wait for.
  const isWaiting = progress?.phase === 'pausing' || progress?.phase === 'reading';
  return (
    <Screen
      title={issue.title(name)}
      actions={
        isWaiting && (
          <Button onClick={() => void stop.run({})} isBusy={stop.isBusy}>
            {issue.stopWaiting}
          </Button>
        )
      }
    >
      <StatusPanel tone="working" title={progress === null ? issue.working : issue.phases[progress.phase]}>
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </StatusPanel>
    </Screen>
  );
}

function sentences(
  { pause, cancelled }: IssueProgress,
  { text, format }: Words,
  now: number,
): readonly string[] {
  const { issue } = text.finish;
  const paused =
    pause === null ? [] : [issue.pauses[pause.reason], issue.nextTry(format.shortTime(pause.until, now))];
  return cancelled ? [...paused, issue.stopping] : paused;
}
