import type { FailureCode } from '../../../shared/failure-codes.ts';
import type { Failure } from '../../../shared/result.ts';
import { Button } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import { HelpLink } from './help-link.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** Said no, by an administrator, by a rule or by the person: the list stays closed and nothing else changes. */
const notAllowed: readonly FailureCode[] = [
  'graph-refused',
  'graph-refused-role',
  'sign-in-consent-required',
  'sign-in-refused',
  'sign-in-cancelled',
];

/** Why a list cannot be shown. A missing permission is said as what it is: not a fault, and no obstacle to the rest. */
export function ListTrouble({
  failure,
  onAgain,
}: {
  readonly failure: Failure;
  readonly onAgain: () => void;
}) {
  const { text } = useWords();
  const say = useFailureWords();
  const words = say(failure);
  const isRefused = notAllowed.includes(failure.code);
  return (
    <Message
      text={isRefused ? text.people.lists.notAllowed : words.text}
      details={words.details}
      tone={isRefused ? 'info' : 'warning'}
    >
      <Button onClick={onAgain}>{text.shell.general.tryAgain}</Button>
      <SignInAgain failure={failure} />
      <HelpLink failure={failure} />
    </Message>
  );
}
