import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useId } from 'react';
import { wishKinds, withinDaysRange } from '../../../../shared/credential/batch.ts';
import { standardDaysRange, temporaryHoursRange } from '../../../../shared/credential/lifetimes.ts';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';
import { useWords } from '../../text/use-words.tsx';
import css from './batch.module.css';
import { type BatchForm, wholeIn } from './form.ts';

interface WishFieldsProps {
  readonly form: BatchForm;
  readonly snapshot: AppSnapshot;
  readonly onChanged: (form: BatchForm) => void;
}

/** What everybody on the list gets, for how long, and where it is printed. */
export function WishFields({ form, snapshot, onChanged }: WishFieldsProps) {
  const { text } = useWords();
  const words = text.batch;
  const group = useId();
  const isBadge = form.kind === 'badge';
  return (
    <>
      <fieldset className={css['group']}>
        <legend className={css['legend']}>{words.wish.label}</legend>
        <div className={css['options']}>
          {wishKinds.map((kind) => (
            <label key={kind} className={css['option']}>
              <input
                type="radio"
                name={group}
                value={kind}
                className={css['radio']}
                checked={kind === form.kind}
                onChange={() => onChanged({ ...form, kind })}
              />
              <span className={css['optionName']}>{words.wish.kinds[kind].name}</span>
              <span className={css['optionWhat']}>{words.wish.kinds[kind].what}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className={css['fields']}>
        {form.kind === 'temporary' ? (
          <NumberField
            label={words.hours}
            typed={form.hours}
            range={temporaryHoursRange}
            onTyped={(hours) => onChanged({ ...form, hours })}
          />
        ) : (
          <>
            <NumberField
              label={text.steps.lifetime.days}
              typed={form.days}
              range={standardDaysRange}
              onTyped={(days) => onChanged({ ...form, days })}
            />
            <NumberField
              label={words.withinDays}
              typed={form.withinDays}
              range={withinDaysRange}
              onTyped={(withinDays) => onChanged({ ...form, withinDays })}
            />
          </>
        )}
        {form.kind !== 'extend' && (
          <Field label={text.steps.printer.label} className={css['field'] ?? ''}>
            <Select
              size="large"
              value={form.printerId ?? ''}
              onChange={(_event, { value }) => onChanged({ ...form, printerId: value === '' ? null : value })}
            >
              {form.printerId === null && <option value="">{text.steps.printer.choose}</option>}
              {snapshot.printers.map(({ id, name, mood }) => (
                <option key={id} value={id}>
                  {`${name} – ${text.shell.printer.moods[mood]}`}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      {isBadge && snapshot.routes.pinSlip.length > 0 && (
        <Checkbox
          size="large"
          label={words.slips}
          checked={form.slips}
          onChange={(_event, { checked }) => onChanged({ ...form, slips: checked === true })}
        />
      )}
      {isBadge && !form.slips && <p className={css['hint']}>{words.pinsHint}</p>}
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly typed: string;
  readonly range: { readonly min: number; readonly max: number };
  readonly onTyped: (typed: string) => void;
}

function NumberField({ label, typed, range, onTyped }: NumberFieldProps) {
  const { text, format } = useWords();
  const isFit = wholeIn(typed, range) !== null;
  return (
    <Field
      label={label}
      className={css['field'] ?? ''}
      {...(isFit
        ? {}
        : {
            validationMessage: text.steps.lifetime.daysRange(
              format.number(range.min),
              format.number(range.max),
            ),
          })}
    >
      <Input
        className={css['short'] ?? ''}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(_event, { value }) => onTyped(value.replace(/\D/g, '').slice(0, 3))}
      />
    </Field>
  );
}
