import { OpenRegular } from '@fluentui/react-icons/svg/open';
import type { Failure } from '../../../shared/result.ts';
import { useHelp } from '../api/use-help.ts';
import { QuietButton } from '../components/buttons.tsx';
import { useWords } from '../text/use-words.tsx';

/** Leads to Microsoft's page about the error number of a failure, in the system's browser; nothing without a number. */
export function HelpLink({ failure }: { readonly failure: Failure }) {
  const { text } = useWords();
  const help = useHelp(failure);
  if (help === null) return null;
  return (
    <QuietButton icon={<OpenRegular />} onClick={help.open}>
      {text.people.help(String(help.number))}
    </QuietButton>
  );
}
