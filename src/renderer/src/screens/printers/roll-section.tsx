import { useState } from 'react';
import type { RollView } from '../../../../shared/ipc/printer-setup.ts';
import { useAction } from '../../api/use-action.ts';
import { Button, QuietButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Mark } from '../../components/mark.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { NumberField } from './number-field.tsx';
import form from './printer-form.module.css';
import css from './printers.module.css';

interface RollSectionProps {
  readonly printerId: string;
  readonly roll: RollView | null;
}

const usual = { labels: '250', warnAt: '20' };

/** Labels left on the roll: set when a new one is loaded, counted down by each label printed. */
export function RollSection({ printerId, roll }: RollSectionProps) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const words = text.printers.roll;
  const set = useAction('printerSetup.roll');
  const [labels, setLabels] = useState(roll === null ? usual.labels : String(roll.labels));
  const [warnAt, setWarnAt] = useState(roll === null ? usual.warnAt : String(roll.warnAt));
  const wanted = rollOf(labels, warnAt);
  const isLow = roll !== null && roll.left <= roll.warnAt;
  return (
    <section aria-labelledby="roll-title" className={css['section']}>
      <h2 id="roll-title" className={css['heading']}>
        {words.title}
      </h2>
      <p className={css['note']}>{words.what}</p>
      <p className={css['line']}>
        {roll === null ? words.notCounted : words.left(format.number(roll.left), format.number(roll.labels))}{' '}
        {isLow && <Mark>{words.low}</Mark>}
      </p>
      <div className={form['row']}>
        <NumberField
          label={words.labels}
          value={labels}
          onChange={setLabels}
          problem={wanted === null ? words.wrong : null}
        />
        <NumberField label={words.warnAt} value={warnAt} onChange={setWarnAt} />
      </div>
      {set.failure !== null && <Message {...say(set.failure)} />}
      <div className={css['actions']}>
        <Button
          isDisabled={wanted === null}
          isBusy={set.isBusy}
          onClick={() => {
            if (wanted !== null) void set.run({ printerId, roll: wanted });
          }}
        >
          {words.set}
        </Button>
        {roll !== null && (
          <QuietButton onClick={() => void set.run({ printerId, roll: null })}>{words.stop}</QuietButton>
        )}
      </div>
    </section>
  );
}

/** Whole numbers only, and a warning before the end; null for anything else. */
function rollOf(labels: string, warnAt: string): { readonly labels: number; readonly warnAt: number } | null {
  const isWhole = (typed: string): boolean => /^\d{1,5}$/.test(typed.trim());
  if (!isWhole(labels) || !isWhole(warnAt)) return null;
  const roll = { labels: Number(labels), warnAt: Number(warnAt) };
  return roll.labels >= 1 && roll.warnAt < roll.labels ? roll : null;
}
