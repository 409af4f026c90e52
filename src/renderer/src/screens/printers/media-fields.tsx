import { Field, Select } from '@fluentui/react-components';
import { type CommonMedia, commonMedia } from '../../../../shared/printing/common-media.ts';
import type { MediaKind } from '../../../../shared/printing/media.ts';
import { useWords } from '../../text/use-words.tsx';
import { type Draft, mediaOf, type OwnMedia } from './draft.ts';
import { NumberField } from './number-field.tsx';
import css from './printer-form.module.css';

const names = Object.keys(commonMedia).filter((name): name is CommonMedia => name in commonMedia);
const kinds: readonly MediaKind[] = ['gap', 'mark', 'continuous', 'card'];

interface MediaFieldsProps {
  readonly draft: Pick<Draft, 'media' | 'own'>;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What is loaded: a common size, or one of its own. */
export function MediaFields({ draft, onChange }: MediaFieldsProps) {
  const { text } = useWords();
  const words = text.printers.form;
  const { own } = draft;
  const change = (more: Partial<OwnMedia>) => onChange({ own: { ...own, ...more } });
  const isTyped = own.widthMm !== '' && (own.heightMm !== '' || own.kind === 'continuous');
  return (
    <>
      <Field label={words.media} className={css['wide'] ?? ''}>
        <Select
          size="large"
          value={draft.media}
          onChange={(_event, { value }) => onChange({ media: names.find((name) => name === value) ?? 'own' })}
        >
          {names.map((name) => (
            <option key={name} value={name}>
              {words.sizes[name]}
            </option>
          ))}
          <option value="own">{words.own}</option>
        </Select>
      </Field>
      {draft.media === 'own' && (
        <div className={css['row']}>
          <Field label={words.mediaKind}>
            <Select
              size="large"
              value={own.kind}
              onChange={(_event, { value }) =>
                change({ kind: kinds.find((kind) => kind === value) ?? 'gap' })
              }
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words.mediaKinds[kind]}
                </option>
              ))}
            </Select>
          </Field>
          <NumberField
            label={words.width}
            value={own.widthMm}
            onChange={(widthMm) => change({ widthMm })}
            problem={isTyped && mediaOf(draft) === null ? words.sizeWrong : null}
          />
          <NumberField
            label={words.height}
            value={own.heightMm}
            onChange={(heightMm) => change({ heightMm })}
          />
          {(own.kind === 'gap' || own.kind === 'mark') && (
            <NumberField label={words.gap} value={own.gapMm} onChange={(gapMm) => change({ gapMm })} />
          )}
        </div>
      )}
    </>
  );
}
