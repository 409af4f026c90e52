import type { LearnedView, ModelView } from '../../../../shared/ipc/printer-setup.ts';
import { useAction } from '../../api/use-action.ts';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import type { SetPrinter } from './use-setup.ts';

interface LearnedResultProps {
  readonly printer: SetPrinter;
  readonly models: readonly ModelView[];
  readonly learned: LearnedView;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** What a test page taught: stored, or that the head is another than the model that is set up. */
export function LearnedResult({ printer, models, learned, onAgain, onBack }: LearnedResultProps) {
  const { view, setup } = printer;
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.printers.test;
  const change = useAction('printerSetup.change');
  const { dpi } = learned;
  const better = models.find(({ id }) => id === dpi?.suggestedProfileId);
  if (dpi === null) {
    return (
      <Screen
        title={words.title(view.name)}
        actions={<PrimaryButton onClick={onBack}>{words.done}</PrimaryButton>}
      >
        <StatusPanel tone="good" title={words.savedTitle} />
      </Screen>
    );
  }
  const useBetter = () => {
    if (better === undefined) return;
    void change
      .run({
        printerId: view.id,
        name: view.name,
        profileId: better.id,
        place: { kind: 'keep' },
        media: view.media,
        turned: setup.turned,
        // Dots of another head.
        calibration: null,
      })
      .then((reply) => reply?.ok === true && onAgain());
  };
  const modelName = better === undefined ? '' : `${better.maker} ${better.name}`;
  return (
    <Screen
      title={words.title(view.name)}
      actions={
        <>
          {better !== undefined && (
            <PrimaryButton isBusy={change.isBusy} onClick={useBetter}>
              {words.otherModel(modelName)}
            </PrimaryButton>
          )}
          <Button onClick={onAgain}>{words.again}</Button>
          <Button onClick={onBack}>{text.shell.general.back}</Button>
        </>
      }
    >
      <StatusPanel tone="warning" title={words.otherHead(format.number(dpi.measured))}>
        <p>{words.otherHeadWhat}</p>
        {better === undefined && <p>{words.chooseOther}</p>}
      </StatusPanel>
      {change.failure !== null && <Message {...say(change.failure)} />}
    </Screen>
  );
}
