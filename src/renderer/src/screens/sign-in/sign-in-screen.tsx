import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { useState } from 'react';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';
import type { Failure } from '../../../../shared/result.ts';
import { useStation } from '../../api/station-context.tsx';
import { useAction } from '../../api/use-action.ts';
import { useHelp } from '../../api/use-help.ts';
import { Button, PrimaryButton, QuietButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { DeviceCode } from './device-code.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';

interface SignInScreenProps {
  readonly snapshot: AppSnapshot;
  /** Opens the practice page again after it was closed; null outside of practice mode. */
  readonly onPracticePage: (() => void) | null;
}

/** Sign in here or on another device, or wait for it with a way out. */
export function SignInScreen({ snapshot, onPracticePage }: SignInScreenProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const station = useStation();
  const signIn = useAction('session.signIn');
  const byCode = useAction('session.signInByCode');
  const [isCancelling, setCancelling] = useState(false);
  const words = text.shell.signIn;
  const cancel = async () => {
    setCancelling(true);
    await station.call('session.cancel', {});
    setCancelling(false);
  };
  const isByCode = byCode.isBusy || snapshot.deviceCode !== null;
  if (snapshot.signingIn || signIn.isBusy || isByCode) {
    const actions = (
      <>
        <Button onClick={() => void cancel()} isBusy={isCancelling}>
          {text.shell.general.cancel}
        </Button>
        {onPracticePage !== null && (
          <Button onClick={onPracticePage}>
            {isByCode ? text.people.byCode.practice : words.practiceOpenAgain}
          </Button>
        )}
      </>
    );
    if (isByCode) {
      return (
        <Screen key="code" title={text.people.byCode.link} actions={actions}>
          <DeviceCode shown={snapshot.deviceCode} />
        </Screen>
      );
    }
    return (
      <Screen key="waiting" title={words.waitingTitle} actions={actions}>
        <StatusPanel tone="working" title={snapshot.practice ? words.practiceWaiting : words.waitingWhat} />
      </Screen>
    );
  }
  // Only one of them was tried last, and starting one forgets what the other came to.
  const failure = signIn.failure ?? byCode.failure;
  const start = (run: () => void) => {
    signIn.forget();
    byCode.forget();
    run();
  };
  const actions = (
    <>
      <PrimaryButton onClick={() => start(() => void signIn.run({ chooseAccount: false }))}>
        {words.button}
      </PrimaryButton>
      <QuietButton onClick={() => start(() => void byCode.run({}))}>{text.people.byCode.link}</QuietButton>
    </>
  );
  return (
    <Screen key="start" title={words.title} intro={words.intro} actions={actions}>
      {failure !== null && (
        <Message {...say(failure)} tone={failure.code === 'sign-in-cancelled' ? 'info' : 'warning'}>
          <Help failure={failure} />
        </Message>
      )}
    </Screen>
  );
}

/** Microsoft's page about the error number, in the system's browser; nothing without a number. */
function Help({ failure }: { readonly failure: Failure }) {
  const { text } = useWords();
  const help = useHelp(failure);
  if (help === null) return null;
  return (
    <QuietButton icon={<OpenRegular />} onClick={help.open}>
      {text.people.help(String(help.number))}
    </QuietButton>
  );
}
