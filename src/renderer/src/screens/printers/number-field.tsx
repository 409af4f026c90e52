import { Field, Input } from '@fluentui/react-components';
import css from './printer-form.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** Shown below the field; `problem` takes its place while the number cannot be used. */
  readonly hint?: string | undefined;
  readonly problem?: string | null;
}

/** A number with decimals, typed with a comma or a dot. Kept as text, for half a number is none yet. */
export function NumberField({ label, value, onChange, hint, problem = null }: NumberFieldProps) {
  return (
    <Field
      label={label}
      className={css['narrow'] ?? ''}
      {...(problem === null ? (hint === undefined ? {} : { hint }) : { validationMessage: problem })}
    >
      <Input
        size="large"
        className={css['number'] ?? ''}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        maxLength={8}
        value={value}
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}
