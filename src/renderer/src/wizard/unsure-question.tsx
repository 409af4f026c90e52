import { useState } from 'react';
import type { JobView } from '../../../shared/printing/job.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { PrinterMenu, type PrinterOption } from '../components/printer-menu.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import css from './unsure-question.module.css';

interface UnsureQuestionProps {
  readonly job: JobView;
  readonly printer: string;
  /** Where a second copy could be printed instead. */
  readonly elsewhere: readonly PrinterOption[];
  readonly onAnswered: () => void;
  /** Only another code settles it. */
  readonly onNewCode: () => void;
}

type Answer = 'yes' | 'no' | 'cannot-tell';

/** Reasons kept in the audit trail; codes, so that they read the same in every language. */
const notes: Readonly<Record<Answer, string>> = {
  yes: 'operator-saw-badge',
  no: 'operator-saw-no-badge',
  'cannot-tell': 'operator-cannot-tell',
};

/**
 * "Did a badge come out?" Nobody but the person at the printer knows. None of the answers is the main one: Enter
 * must not decide about a second copy.
 */
export function UnsureQuestion({ job, printer, elsewhere, onAnswered, onNewCode }: UnsureQuestionProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const { print } = text.finish;
  const answer = useAction('jobs.answer');
  const move = useAction('jobs.move');
  const [given, setGiven] = useState<Answer | null>(null);
  const give = (choice: Answer) => {
    setGiven(choice);
    void answer.run({ jobId: job.id, answer: choice, note: notes[choice] }).then((reply) => {
      if (reply?.ok === true && choice === 'cannot-tell') onNewCode();
      else onAnswered();
    });
  };
  const options: readonly { answer: Answer; label: string; what: string | null }[] = [
    { answer: 'yes', label: print.yes, what: null },
    { answer: 'no', label: print.no, what: print.noWhat },
    { answer: 'cannot-tell', label: print.cannotTell, what: print.cannotTellWhat },
  ];
  return (
    <fieldset aria-label={`${print.unsure} ${printer}`} className={css['options']}>
      {answer.failure !== null && <Message {...say(answer.failure)} />}
      {options.map((option) => (
        <div key={option.answer} className={css['option']}>
          <Button
            onClick={() => give(option.answer)}
            isBusy={answer.isBusy && given === option.answer}
            isDisabled={answer.isBusy}
          >
            {option.label}
          </Button>
          {option.what !== null && <span className={css['what']}>{option.what}</span>}
        </div>
      ))}
      {move.failure !== null && <Message {...say(move.failure)} />}
      <div className={css['option']}>
        <PrinterMenu
          label={text.elsewhere.nothingCameOut}
          options={elsewhere}
          isBusy={move.isBusy || answer.isBusy}
          onChoose={(printerId) =>
            void move.run({ jobId: job.id, printerId, note: notes.no }).then(onAnswered)
          }
        />
      </div>
    </fieldset>
  );
}
