import { useState } from 'react';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';
import { useStation } from '../../api/station-context.tsx';
import { useAction } from '../../api/use-action.ts';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';

interface SignInScreenProps {
  readonly snapshot: AppSnapshot;
  /** Opens the practice page again after it was closed; null outside of practice mode. */
  readonly onPracticePage: (() => void) | null;
}

/** Sign in, or wait for the browser with a way out. */
export function SignInScreen({ snapshot, onPracticePage }: SignInScreenProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const station = useStation();
  const signIn = useAction('session.signIn');
  const [isCancelling, setCancelling] = useState(false);
  const words = text.shell.signIn;
  const cancel = async () => {
    setCancelling(true);
    await station.call('session.cancel', {});
    setCancelling(false);
  };
  if (snapshot.signingIn || signIn.isBusy) {
    const actions = (
      <>
        <Button onClick={() => void cancel()} isBusy={isCancelling}>
          {text.shell.general.cancel}
        </Button>
        {onPracticePage !== null && <Button onClick={onPracticePage}>{words.practiceOpenAgain}</Button>}
      </>
    );
    return (
      <Screen key="waiting" title={words.waitingTitle} actions={actions}>
        <StatusPanel tone="working" title={snapshot.practice ? words.practiceWaiting : words.waitingWhat} />
      </Screen>
    );
  }
  return (
    <Screen
      key="start"
      title={words.title}
      intro={words.intro}
      actions={
        <PrimaryButton onClick={() => void signIn.run({ chooseAccount: false })}>
          {words.button}
        </PrimaryButton>
      }
    >
      {signIn.failure !== null && signIn.failure.code !== 'sign-in-cancelled' && (
        <Message {...say(signIn.failure)} />
      )}
      {signIn.failure?.code === 'sign-in-cancelled' && <Message {...say(signIn.failure)} tone="info" />}
    </Screen>
  );
}
