import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { Place, PlaceKind } from '../../../../shared/credential/place.ts';
import { useAction } from '../../api/use-action.ts';
import { useAnnouncement } from '../../components/announcer.tsx';
import { Button } from '../../components/buttons.tsx';
import { CodeGuard } from '../../components/code-guard.ts';
import { Message } from '../../components/message.tsx';
import { PressList } from '../../components/press-list.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import css from './batch.module.css';

interface PlaceFinderProps {
  readonly kind: PlaceKind;
  readonly onChosen: (place: Place) => void;
}

/** Finds a group or an administrative unit by name; asks when the operator says so, for it may open the browser. */
export function PlaceFinder({ kind, onChosen }: PlaceFinderProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const words = text.people.lists;
  const search = useAction('holders.places');
  const [typed, setTyped] = useState('');
  const [guard] = useState(() => new CodeGuard());
  const [found, setFound] = useState<{ readonly text: string; readonly places: readonly Place[] } | null>(
    null,
  );
  const none = found !== null && found.places.length === 0 ? words.noPlace(found.text) : null;
  useAnnouncement(none);
  const find = async () => {
    const name = typed.trim();
    if (name === '') return;
    const reply = await search.run({ kind, text: name });
    setFound(reply?.ok === true ? { text: name, places: reply.value } : null);
  };
  return (
    <>
      <div className={css['finder']}>
        <Field label={words.placeLabel[kind]}>
          <Input
            size="large"
            className={css['input'] ?? ''}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={typed}
            // SECURITY: scanned-codes (docs/security.md). A badge scanned into this field must not reach a query or the screen.
            onChange={(_event, { value }) => setTyped(guard.pass(value, performance.now()) ?? '')}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (!guard.isSwallowing(performance.now())) void find();
            }}
          />
        </Field>
        <Button onClick={() => void find()} isBusy={search.isBusy} isDisabled={typed.trim() === ''}>
          {words.find}
        </Button>
      </div>
      {search.failure !== null && <Message {...say(search.failure)} />}
      {none !== null && <p className={css['hint']}>{none}</p>}
      {found !== null && found.places.length > 0 && (
        <div className={css['wide']}>
          <PressList label={words.places} items={found.places} keyOf={({ id }) => id} onPressed={onChosen}>
            {({ name }) => <bdi>{name}</bdi>}
          </PressList>
        </div>
      )}
    </>
  );
}
