import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { holdsMarker } from '../../../../shared/credential/payload.ts';
import type { BatchSource } from '../../../../shared/ipc/batch.ts';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { useWords } from '../../text/use-words.tsx';
import css from './batch.module.css';
import { PlaceFinder } from './place-finder.tsx';

const ways = ['file', 'text', 'reports', 'group', 'unit'] as const;
type Way = (typeof ways)[number];

/** What one request may carry (requests.ts); longer lists come as files. */
const longestText = 24_000;

interface SourceFieldsProps {
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly onRead: (source: BatchSource) => void;
}

/** Where the people come from, and the button that reads them. */
export function SourceFields({ isReady, isBusy, onRead }: SourceFieldsProps) {
  const { text } = useWords();
  const words = text.batch;
  const [way, setWay] = useState<Way>('file');
  const [pasted, setPasted] = useState('');
  const nameOf = (each: Way): string =>
    each === 'file' || each === 'text' ? words.from[each] : text.people.ways[each];
  const main = (label: string, source: BatchSource, isEmpty = false) => (
    <PrimaryButton
      isBusy={isBusy}
      isDisabled={!isReady || isEmpty}
      onClick={() => isReady && !isEmpty && onRead(source)}
    >
      {label}
    </PrimaryButton>
  );
  return (
    <fieldset className={css['group']}>
      <legend className={css['legend']}>{words.from.label}</legend>
      <div className={css['tabs']}>
        {ways.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === way}
            className={css['tab']}
            onClick={() => setWay(each)}
          >
            {nameOf(each)}
          </button>
        ))}
      </div>
      <div className={css['source']}>
        {way === 'file' && (
          <>
            <p className={css['hint']}>{words.file.what}</p>
            {main(words.file.button, { kind: 'file' })}
          </>
        )}
        {way === 'text' && (
          <>
            <Field label={words.paste.label} className={css['wide'] ?? ''}>
              <Textarea
                size="large"
                rows={6}
                resize="vertical"
                spellCheck={false}
                maxLength={longestText}
                textarea={{ className: css['pasted'] ?? '' }}
                value={pasted}
                // SECURITY: scanned-codes (docs/security.md). A badge scanned into this field does not stay on the screen.
                onChange={(_event, { value }) => setPasted(holdsMarker(value) ? '' : value)}
              />
            </Field>
            {main(words.paste.button, { kind: 'text', text: pasted }, pasted.trim() === '')}
          </>
        )}
        {way === 'reports' && main(words.readList, { kind: 'reports' })}
        {(way === 'group' || way === 'unit') && (
          <PlaceFinder
            key={way}
            kind={way}
            onChosen={({ id, name }) =>
              isReady && !isBusy && onRead({ kind: 'place', place: way, placeId: id, name })
            }
          />
        )}
      </div>
    </fieldset>
  );
}

/** For callers that offer a list again without a source of its own. */
export function AgainButton({ isBusy, onRead }: Pick<SourceFieldsProps, 'isBusy' | 'onRead'>) {
  const { text } = useWords();
  return (
    <Button isBusy={isBusy} onClick={() => onRead({ kind: 'again' })}>
      {text.batch.ended.again}
    </Button>
  );
}
