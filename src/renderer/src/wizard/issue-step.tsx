import { Button, PrimaryButton } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { Screen } from '../components/screen.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import type { WizardEvent } from './reducer.ts';
import { SignInAgain } from './sign-in-again.tsx';
import type { Step } from './steps.ts';
import { WaitPanel } from './wait-panel.tsx';

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
  if (step.failure === null) return <WaitPanel name={name} />;
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
