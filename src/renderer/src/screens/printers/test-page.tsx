import { useState } from 'react';
import type { LearnedView, ModelView, TestPageView } from '../../../../shared/ipc/printer-setup.ts';
import { useAction } from '../../api/use-action.ts';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { DarknessField } from './learned-fields.tsx';
import { LearnedResult } from './learned-result.tsx';
import css from './printers.module.css';
import { ReadBack } from './read-back.tsx';
import type { SetPrinter } from './use-setup.ts';

interface TestPageProps {
  readonly printer: SetPrinter;
  readonly models: readonly ModelView[];
  readonly onBack: () => void;
}

/** How far somebody is with a test page. */
type Stage =
  | { readonly kind: 'start' }
  | { readonly kind: 'printed'; readonly page: TestPageView }
  | { readonly kind: 'learned'; readonly learned: LearnedView };

/** Prints a test page, has it read back and measured, and stores what that taught. */
export function TestPage({ printer, models, onBack }: TestPageProps) {
  const { view, setup } = printer;
  const { text } = useWords();
  const say = useFailureWords();
  const words = text.printers.test;
  const print = useAction('printerSetup.testPage');
  const [stage, setStage] = useState<Stage>({ kind: 'start' });
  const [darkness, setDarkness] = useState(String(setup.calibration?.darkness ?? ''));
  const start = () =>
    void print
      .run({ printerId: view.id, darkness: darkness === '' ? null : Number(darkness) })
      .then((reply) => reply?.ok === true && setStage({ kind: 'printed', page: reply.value }));
  switch (stage.kind) {
    case 'start':
      return (
        <Screen
          title={words.title(view.name)}
          intro={words.intro}
          actions={
            <>
              <PrimaryButton isBusy={print.isBusy} onClick={start}>
                {words.print}
              </PrimaryButton>
              <Button onClick={onBack}>{text.shell.general.back}</Button>
            </>
          }
        >
          {print.isBusy && <StatusPanel tone="working" title={words.printing} />}
          {print.failure !== null && <Message {...say(print.failure)} />}
          {setup.canDarken && (
            <div className={css['actions']}>
              <DarknessField value={darkness} onChange={setDarkness} />
            </div>
          )}
        </Screen>
      );
    case 'printed':
      return (
        <ReadBack
          key={stage.page.nonce}
          printer={printer}
          page={stage.page}
          onAgain={() => setStage({ kind: 'start' })}
          onBack={onBack}
          onLearned={(learned) => setStage({ kind: 'learned', learned })}
        />
      );
    case 'learned':
      return (
        <LearnedResult
          printer={printer}
          models={models}
          learned={stage.learned}
          onAgain={() => setStage({ kind: 'start' })}
          onBack={onBack}
        />
      );
  }
}
