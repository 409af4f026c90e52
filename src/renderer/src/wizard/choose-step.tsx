import { useId } from 'react';
import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import { Button, PrimaryButton } from '../components/buttons.tsx';
import { HolderSummary } from './holder-summary.tsx';
import { Message } from '../components/message.tsx';
import { Screen } from '../components/screen.tsx';
import { useNow } from '../text/use-now.ts';
import { useWords } from '../text/use-words.tsx';
import { choiceFor } from './choice.ts';
import css from './choose-step.module.css';
import { CredentialSummary } from './credential-summary.tsx';
import { isLifetimeComplete, LifetimeField } from './lifetime-field.tsx';
import { OperationCards } from './operation-cards.tsx';
import { PrinterField } from './printer-field.tsx';
import type { WizardEvent } from './reducer.ts';
import type { Step } from './steps.ts';
import { usePhoto } from './use-photo.ts';

interface ChooseStepProps {
  readonly step: Extract<Step, { kind: 'choose' }>;
  readonly snapshot: AppSnapshot;
  readonly send: (event: WizardEvent) => void;
}

/** What the holder has, and what to do about it. The most likely wish is chosen already, so that Enter is enough. */
export function ChooseStep({ step, snapshot, send }: ChooseStepProps) {
  const { text } = useWords();
  const now = useNow();
  const { choice, credential } = step;
  const photo = usePhoto(credential.holder.id);
  const hintId = useId();
  const canGoOn = choice !== null && isLifetimeComplete(choice, credential.state, now);
  const actions = (
    <>
      <PrimaryButton onClick={() => send({ kind: 'check-asked' })} isDisabled={!canGoOn} describedBy={hintId}>
        {text.steps.choose.continue}
      </PrimaryButton>
      <Button onClick={() => send({ kind: 'back' })}>{text.shell.general.back}</Button>
    </>
  );
  return (
    <Screen title={text.steps.choose.title(credential.holder.name)} actions={actions}>
      <div className={css['who']}>
        <HolderSummary holder={credential.holder} photo={photo} size="large" />
        <CredentialSummary state={credential.state} />
      </div>
      {credential.own && <Message text={text.people.own} tone="info" isNews={false} />}
      {choice === null && (
        <p id={hintId} className={css['nothing']}>
          {text.steps.choose.nothing}
        </p>
      )}
      <OperationCards
        offers={credential.offers}
        chosen={choice?.operation ?? null}
        onChosen={(operation) =>
          send({
            kind: 'choice-changed',
            choice: choiceFor(operation, credential.state, snapshot, Date.now()),
          })
        }
      />
      {choice !== null && choice.lifetime !== null && (
        <LifetimeField
          // Another operation has another range and another default.
          key={choice.operation}
          choice={choice}
          state={credential.state}
          onChanged={(lifetime) => send({ kind: 'choice-changed', choice: { ...choice, lifetime } })}
        />
      )}
      {choice !== null && (
        <PrinterField
          choice={choice}
          snapshot={snapshot}
          onChanged={(printerId) => send({ kind: 'choice-changed', choice: { ...choice, printerId } })}
        />
      )}
    </Screen>
  );
}
