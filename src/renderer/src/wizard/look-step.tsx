import { Message } from '../components/message.tsx';
import { Button, PrimaryButton } from '../components/buttons.tsx';
import { Screen } from '../components/screen.tsx';
import { StatusPanel } from '../components/status-panel.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import type { WizardEvent } from './reducer.ts';
import { HelpLink } from './help-link.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import type { Step } from './steps.ts';

interface LookStepProps {
  readonly step: Extract<Step, { kind: 'look' | 'plan' }>;
  readonly send: (event: WizardEvent) => void;
}

/** Waiting for an answer that changes nothing, or why it did not come. */
export function LookStep({ step, send }: LookStepProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const name = step.kind === 'look' ? step.holder.name : step.credential.holder.name;
  const title =
    step.kind === 'look'
      ? text.steps.choose.title(name)
      : text.steps.operations[step.choice.operation].title(name);
  const waiting = step.kind === 'look' ? text.steps.choose.reading(name) : text.steps.check.reading;
  const back = <Button onClick={() => send({ kind: 'back' })}>{text.shell.general.back}</Button>;
  if (step.failure === null) {
    return (
      <Screen title={title} actions={back}>
        <StatusPanel tone="working" title={waiting} />
      </Screen>
    );
  }
  const actions = (
    <>
      <PrimaryButton onClick={() => send({ kind: 'tried-again' })}>
        {text.shell.general.tryAgain}
      </PrimaryButton>
      {back}
    </>
  );
  return (
    <Screen title={title} actions={actions}>
      <Message {...say(step.failure)}>
        <SignInAgain failure={step.failure} />
        <HelpLink failure={step.failure} />
      </Message>
    </Screen>
  );
}
