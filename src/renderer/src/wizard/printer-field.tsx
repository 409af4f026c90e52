import { Field, Select } from '@fluentui/react-components';
import { operationFacts } from '../../../shared/credential/kinds.ts';
import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import type { PrinterView } from '../../../shared/printing/printer.ts';
import { useWords } from '../text/use-words.tsx';
import { printersFor } from './choice.ts';
import css from './lifetime-field.module.css';
import type { Choice } from './steps.ts';

interface PrinterFieldProps {
  readonly choice: Choice;
  readonly snapshot: AppSnapshot;
  readonly onChanged: (printerId: string | null) => void;
}

/** Which printer: the usual one first. Not shown where there is nothing to print or nothing to choose from. */
export function PrinterField({ choice, snapshot, onChanged }: PrinterFieldProps) {
  const { text } = useWords();
  const { routed, others } = printersFor(choice.operation, snapshot);
  if (operationFacts[choice.operation].prints === null || routed.length + others.length === 0) return null;
  const option = (printer: PrinterView, isUsual: boolean) => {
    const mood = text.shell.printer.moods[printer.mood];
    const words = isUsual ? [printer.name, text.steps.printer.usual, mood] : [printer.name, mood];
    return (
      <option key={printer.id} value={printer.id}>
        {words.join(' – ')}
      </option>
    );
  };
  return (
    <Field label={text.steps.printer.label} className={css['field'] ?? ''}>
      <Select
        size="large"
        value={choice.printerId ?? ''}
        onChange={(_event, data) => onChanged(data.value === '' ? null : data.value)}
      >
        {choice.printerId === null && <option value="">{text.steps.printer.choose}</option>}
        {routed.map((printer, place) => option(printer, place === 0))}
        {others.map((printer) => option(printer, false))}
      </Select>
    </Field>
  );
}
