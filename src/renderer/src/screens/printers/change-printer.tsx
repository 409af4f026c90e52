import { useState } from 'react';
import type { ModelView } from '../../../../shared/ipc/printer-setup.ts';
import { useAction } from '../../api/use-action.ts';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { draftOf, isComplete, learnedOf, mediaOf } from './draft.ts';
import { PrinterForm } from './printer-form.tsx';
import type { SetPrinter } from './use-setup.ts';

interface ChangePrinterProps {
  readonly printer: SetPrinter;
  readonly models: readonly ModelView[];
  readonly onBack: () => void;
}

/** Changes a printer's name, address, model, media and what it learned. */
export function ChangePrinter({ printer: { view, setup }, models, onBack }: ChangePrinterProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const words = text.printers.form;
  const change = useAction('printerSetup.change');
  // As typed from here on: what changes elsewhere meanwhile must not move under somebody's fingers.
  const [draft, setDraft] = useState(() => draftOf(view, setup, String));
  const media = mediaOf(draft);
  const calibration = learnedOf(draft);
  const isReady = isComplete(draft) && media !== null && calibration !== 'wrong';
  const send = () => {
    if (!isReady) return;
    const address = (draft.address ?? '').trim();
    void change
      .run({
        printerId: view.id,
        name: draft.name.trim(),
        profileId: draft.profileId,
        place: address === setup.address ? { kind: 'keep' } : { kind: 'typed', address },
        media,
        turned: draft.turned,
        calibration,
      })
      .then((reply) => reply?.ok === true && onBack());
  };
  return (
    <Screen
      title={words.changeTitle(view.name)}
      actions={
        <>
          <PrimaryButton
            isDisabled={!isReady}
            isBusy={change.isBusy}
            onClick={send}
            {...(isReady ? {} : { describedBy: 'incomplete' })}
          >
            {words.save}
          </PrimaryButton>
          <Button onClick={onBack}>{text.shell.general.cancel}</Button>
          {!isReady && <span id="incomplete">{words.incomplete}</span>}
        </>
      }
    >
      {change.failure !== null && <Message {...say(change.failure)} />}
      <PrinterForm
        draft={draft}
        models={models}
        freeKinds={null}
        canDarken={setup.canDarken}
        onChange={setDraft}
      />
    </Screen>
  );
}
