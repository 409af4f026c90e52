import type { Failure } from '../../../shared/result.ts';
import type { FailureCode } from '../../../shared/failure-codes.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/buttons.tsx';
import { useWords } from '../text/use-words.tsx';

/** Failures that a new sign-in can end. */
const codes: readonly FailureCode[] = [
  'not-signed-in',
  'sign-in-refused',
  'sign-in-interaction-required',
  'graph-token-refused',
  'graph-claims-challenge',
];

/** The way out of a sign-in that has ended, beside the message that says so; nothing for any other failure. */
export function SignInAgain({ failure }: { readonly failure: Failure }) {
  const { text } = useWords();
  const signIn = useAction('session.signIn');
  if (!codes.includes(failure.code)) return null;
  return (
    <Button onClick={() => void signIn.run({ chooseAccount: false })} isBusy={signIn.isBusy}>
      {text.shell.signIn.button}
    </Button>
  );
}
