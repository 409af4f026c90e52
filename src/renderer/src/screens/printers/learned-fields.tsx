import { Checkbox, Field, Select } from '@fluentui/react-components';
import { darknessRange, testDots } from '../../../../shared/printing/calibration.ts';
import { useWords } from '../../text/use-words.tsx';
import { type LearnedDraft, learnedOf } from './draft.ts';
import { NumberField } from './number-field.tsx';
import css from './printer-form.module.css';

interface LearnedFieldsProps {
  readonly learned: LearnedDraft;
  readonly turned: boolean;
  readonly canDarken: boolean;
  readonly onLearned: (learned: LearnedDraft) => void;
  readonly onTurned: (turned: boolean) => void;
}

/** What a test page taught, to be set right by hand: a person may know better. */
export function LearnedFields({ learned, turned, canDarken, onLearned, onTurned }: LearnedFieldsProps) {
  const { text, format } = useWords();
  const words = text.printers.form;
  const change = (more: Partial<LearnedDraft>) => onLearned({ ...learned, ...more });
  const problem = learnedOf({ learned }) === 'wrong' ? words.offsetWrong : null;
  return (
    <fieldset className={css['kinds']}>
      <legend className={css['legend']}>{words.calibration}</legend>
      <div className={css['row']}>
        <Field label={words.minDots}>
          <Select
            size="large"
            value={learned.minDots}
            onChange={(_event, { value }) => change({ minDots: value })}
          >
            <option value="">{words.minDotsUsual}</option>
            {steps(testDots.min, testDots.max).map((dots) => (
              <option key={dots} value={dots}>
                {format.number(dots)}
              </option>
            ))}
          </Select>
        </Field>
        <NumberField
          label={words.right}
          value={learned.rightMm}
          problem={problem}
          onChange={(rightMm) => change({ rightMm })}
        />
        <NumberField label={words.down} value={learned.downMm} onChange={(downMm) => change({ downMm })} />
        {canDarken && (
          <DarknessField value={learned.darkness} onChange={(darkness) => change({ darkness })} />
        )}
      </div>
      <Checkbox
        size="large"
        label={words.turned}
        checked={turned}
        onChange={(_event, { checked }) => onTurned(checked === true)}
      />
    </fieldset>
  );
}

/** How dark to print; empty = as the printer is set. */
export function DarknessField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { text, format } = useWords();
  const words = text.printers.form;
  return (
    <Field label={words.darkness}>
      <Select size="large" value={value} onChange={(_event, data) => onChange(data.value)}>
        <option value="">{words.darknessUsual}</option>
        {steps(darknessRange.min, darknessRange.max).map((step) => (
          <option key={step} value={step}>
            {format.number(step)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const steps = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
