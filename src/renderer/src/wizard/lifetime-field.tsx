import { Field, Input } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { CredentialState } from '../../../shared/credential/kinds.ts';
import { type Lifetime, lifetimeMs, temporaryHoursRange } from '../../../shared/credential/lifetimes.ts';
import { toInstant } from '../../../shared/ids.ts';
import { useNow } from '../text/use-now.ts';
import { useWords } from '../text/use-words.tsx';
import { daysRange } from './choice.ts';
import css from './lifetime-field.module.css';
import { hoursUntil, shiftHours, wallClock } from './shift.ts';
import type { Choice } from './steps.ts';

interface LifetimeFieldProps {
  readonly choice: Choice;
  readonly state: CredentialState | null;
  readonly onChanged: (lifetime: Lifetime) => void;
}

/** How long the code lives: days for a badge, the length or the end of a shift for a temporary code. */
export function LifetimeField({ choice, state, onChanged }: LifetimeFieldProps) {
  const { lifetime } = choice;
  if (lifetime === null) return null;
  return lifetime.kind === 'standard' ? (
    <DaysField choice={choice} days={lifetime.days} state={state} onChanged={onChanged} />
  ) : (
    <ShiftField hours={lifetime.hours} onChanged={onChanged} />
  );
}

/** Whether the lifetime of a choice can be asked for; what is typed half-way cannot. */
export function isLifetimeComplete(
  { operation, lifetime }: Choice,
  state: CredentialState | null,
  nowMs: number,
): boolean {
  if (lifetime === null) return true;
  if (lifetimeMs(lifetime) === null) return false;
  if (lifetime.kind === 'temporary') return true;
  const { min, max } = daysRange(operation, state, nowMs);
  return Number.isInteger(lifetime.days) && lifetime.days >= min && lifetime.days <= max;
}

function DaysField({ choice, days, state, onChanged }: LifetimeFieldProps & { readonly days: number }) {
  const { text, format } = useWords();
  const now = useNow();
  const { min, max } = daysRange(choice.operation, state, now);
  const [typed, setTyped] = useState(String(days));
  const isComplete = isLifetimeComplete(choice, state, now);
  const change = (value: string) => {
    const digits = value.replace(/\D/g, '').slice(0, 3);
    setTyped(digits);
    onChanged({ kind: 'standard', days: Number(digits) });
  };
  const endsAt = toInstant(now + days * 24 * 60 * 60 * 1000);
  const sentence = choice.operation === 'extend' ? text.steps.lifetime.newEnd : text.steps.lifetime.endsOn;
  return (
    <Field
      label={text.steps.lifetime.days}
      className={css['field'] ?? ''}
      {...(isComplete
        ? { hint: sentence(format.date(endsAt)) }
        : { validationMessage: text.steps.lifetime.daysRange(format.number(min), format.number(max)) })}
    >
      <Input
        className={css['days'] ?? ''}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(_event, data) => change(data.value)}
      />
    </Field>
  );
}

function ShiftField({
  hours,
  onChanged,
}: {
  readonly hours: number;
  readonly onChanged: LifetimeFieldProps['onChanged'];
}) {
  const { text, format } = useWords();
  const words = text.steps.lifetime;
  const group = useId();
  const now = useNow();
  const [endTime, setEndTime] = useState<string | null>(null);
  const presets: readonly number[] =
    shiftHours.some((preset) => preset === hours) || endTime !== null
      ? shiftHours
      : [...shiftHours, hours].sort((a, b) => a - b);
  const until = (length: number) => words.until(format.time(toInstant(now + length * 60 * 60 * 1000)));
  const toEndOfShift = (time: string) => {
    setEndTime(time);
    // Outside the range the length is no number, and "Continue" waits for a better one.
    onChanged({ kind: 'temporary', hours: hoursUntil(time, now, format.timeZone) ?? Number.NaN });
  };
  const isOutside = endTime !== null && hoursUntil(endTime, now, format.timeZone) === null;
  const edge = (length: number) => format.time(toInstant(now + length * 60 * 60 * 1000));
  return (
    <fieldset className={css['shift']}>
      <legend className={css['legend']}>{words.hours}</legend>
      <div className={css['presets']}>
        {presets.map((preset) => (
          <label key={preset} className={css['preset']}>
            <input
              type="radio"
              name={group}
              className={css['radio']}
              checked={endTime === null && preset === hours}
              onChange={() => {
                setEndTime(null);
                onChanged({ kind: 'temporary', hours: preset });
              }}
            />
            <span>
              {words.hoursChoice(format.count(preset))}
              <span className={css['until']}> {until(preset)}</span>
            </span>
          </label>
        ))}
        <label className={css['preset']}>
          <input
            type="radio"
            name={group}
            className={css['radio']}
            checked={endTime !== null}
            onChange={() => toEndOfShift(wallClock(now + 8 * 60 * 60 * 1000, format.timeZone))}
          />
          <span>{words.endOfShift}</span>
        </label>
      </div>
      {endTime !== null && (
        <Field
          label={words.endTime}
          className={css['field'] ?? ''}
          {...(isOutside
            ? {
                validationMessage: words.endRange(
                  edge(temporaryHoursRange.min),
                  edge(temporaryHoursRange.max),
                ),
              }
            : {})}
        >
          <Input
            type="time"
            className={css['days'] ?? ''}
            value={endTime}
            onChange={(_event, data) => toEndOfShift(data.value)}
          />
        </Field>
      )}
    </fieldset>
  );
}
