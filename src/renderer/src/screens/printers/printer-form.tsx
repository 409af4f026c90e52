import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import type { ModelView } from '../../../../shared/ipc/printer-setup.ts';
import { type PrintKind, printKinds } from '../../../../shared/printing/routes.ts';
import { useWords } from '../../text/use-words.tsx';
import type { Draft } from './draft.ts';
import { LearnedFields } from './learned-fields.tsx';
import { MediaFields } from './media-fields.tsx';
import css from './printer-form.module.css';

interface PrinterFormProps {
  readonly draft: Draft;
  readonly models: readonly ModelView[];
  readonly onChange: (draft: Draft) => void;
  /** Kinds that can be chosen here; null where the printer is changed, and routes are set elsewhere. */
  readonly freeKinds: readonly PrintKind[] | null;
  readonly canDarken: boolean;
}

/** Name, address, model and media of a printer; what it is used for, or what it learned. */
export function PrinterForm({ draft, models, onChange, freeKinds, canDarken }: PrinterFormProps) {
  const { text } = useWords();
  const words = text.printers.form;
  const change = (more: Partial<Draft>) => onChange({ ...draft, ...more });
  const toggle = (kind: PrintKind, isOn: boolean) =>
    change({ kinds: printKinds.filter((each) => (each === kind ? isOn : draft.kinds.includes(each))) });
  return (
    <div className={css['form']}>
      <Field label={words.name} hint={words.nameHint} className={css['wide'] ?? ''}>
        <Input
          size="large"
          value={draft.name}
          maxLength={60}
          autoComplete="off"
          onChange={(_event, { value }) => change({ name: value })}
        />
      </Field>
      {draft.address !== null && (
        <Field label={words.address} hint={words.addressHint} className={css['wide'] ?? ''}>
          <Input
            size="large"
            dir="ltr"
            value={draft.address}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
            onChange={(_event, { value }) => change({ address: value })}
          />
        </Field>
      )}
      <Field label={words.model} hint={words.modelHint} className={css['wide'] ?? ''}>
        <Select
          size="large"
          value={draft.profileId}
          onChange={(_event, { value }) => change({ profileId: value })}
        >
          {draft.profileId === '' && <option value="">{words.chooseModel}</option>}
          <ModelOptions models={models} generic={words.generic} />
        </Select>
      </Field>
      <MediaFields draft={draft} onChange={change} />
      {freeKinds !== null && (
        <fieldset className={css['kinds']}>
          <legend className={css['legend']}>{words.uses}</legend>
          {printKinds.map((kind) => (
            <Checkbox
              key={kind}
              size="large"
              label={text.printers.kinds[kind]}
              disabled={!freeKinds.includes(kind)}
              checked={freeKinds.includes(kind) && draft.kinds.includes(kind)}
              onChange={(_event, { checked }) => toggle(kind, checked === true)}
            />
          ))}
          <span className={css['hint']}>{words.usesHint}</span>
        </fieldset>
      )}
      {draft.learned !== null && (
        <LearnedFields
          learned={draft.learned}
          turned={draft.turned}
          canDarken={canDarken}
          onLearned={(learned) => change({ learned })}
          onTurned={(turned) => change({ turned })}
        />
      )}
    </div>
  );
}

/** Models by maker; those for printers nobody has described come last, under their own words. */
function ModelOptions({
  models,
  generic,
}: {
  readonly models: readonly ModelView[];
  readonly generic: string;
}) {
  const { text, format } = useWords();
  const makers = [...new Set(models.map(({ maker }) => maker))];
  return makers.map((maker) => (
    <optgroup key={maker} label={maker === 'Generic' ? generic : maker}>
      {models
        .filter((model) => model.maker === maker)
        .map(({ id, name, dpi }) => (
          <option key={id} value={id}>
            {/dpi/.test(name) ? name : text.printers.form.modelAt(name, format.number(dpi))}
          </option>
        ))}
    </optgroup>
  ));
}
