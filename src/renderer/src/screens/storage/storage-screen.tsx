import { useState } from 'react';
import type { Failure } from '../../../../shared/result.ts';
import { useAction } from '../../api/use-action.ts';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import css from './storage-screen.module.css';
import { SetAsideDialog } from './set-aside-dialog.tsx';

/** In place of everything else while the ledger is not open: why, and what a person can do about it. */
export function StorageScreen({ failure }: { readonly failure: Failure }) {
  const { text } = useWords();
  const say = useFailureWords();
  const words = text.storage;
  const reopen = useAction('storage.reopen');
  const [isAsking, setAsking] = useState(false);
  const { text: said, details } = say(failure);
  return (
    <Screen
      title={said.title}
      actions={
        <>
          <PrimaryButton isBusy={reopen.isBusy} onClick={() => void reopen.run({ setAside: false })}>
            {words.tryAgain}
          </PrimaryButton>
          {failure.code === 'spool-corrupt' && (
            <Button onClick={() => setAsking(true)}>{words.aside.button}</Button>
          )}
        </>
      }
    >
      <StatusPanel tone="bad" title={said.what}>
        <p>{said.next}</p>
        <details className={css['details']}>
          <summary>{details.label}</summary>
          {/* Names and values as they stand in the log: left-to-right and untranslated. */}
          <code dir="ltr" className={css['facts']}>
            {details.line}
          </code>
        </details>
      </StatusPanel>
      {isAsking && <SetAsideDialog onClose={() => setAsking(false)} />}
    </Screen>
  );
}
