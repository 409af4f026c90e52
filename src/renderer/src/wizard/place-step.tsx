import { Input } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Holder } from '../../../shared/credential/holder.ts';
import type { Place, PlaceKind } from '../../../shared/credential/place.ts';
import { useAction } from '../api/use-action.ts';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button } from '../components/buttons.tsx';
import { PressList } from '../components/press-list.tsx';
import { useWords } from '../text/use-words.tsx';
import { CodeGuard } from '../components/code-guard.ts';
import { ListTrouble } from './list-trouble.tsx';
import { MemberList } from './member-list.tsx';
import css from './place-step.module.css';

interface PlaceStepProps {
  readonly kind: PlaceKind;
  readonly onChosen: (holder: Holder) => void;
}

/**
 * Finds a group or an administrative unit by name and lists its people. It asks when the operator says so and not while
 * they type, because the first question may open the browser for the permission it needs.
 */
export function PlaceStep({ kind, onChosen }: PlaceStepProps) {
  const { text } = useWords();
  const words = text.people.lists;
  const id = useId();
  const search = useAction('holders.places');
  const [typed, setTyped] = useState('');
  const [guard] = useState(() => new CodeGuard());
  const [found, setFound] = useState<{ readonly text: string; readonly places: readonly Place[] } | null>(
    null,
  );
  const [place, setPlace] = useState<Place | null>(null);
  const none = found !== null && found.places.length === 0 ? words.noPlace(found.text) : null;
  useAnnouncement(none);

  const find = async () => {
    const name = typed.trim();
    if (name === '') return;
    const reply = await search.run({ kind, text: name });
    setFound(reply?.ok === true ? { text: name, places: reply.value } : null);
  };

  if (place !== null) {
    return (
      <>
        <MemberList
          title={words.members(place.name)}
          source={{ kind, placeId: place.id }}
          onChosen={onChosen}
        />
        <div>
          <Button onClick={() => setPlace(null)}>{words.another}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <div className={css['field']}>
        <label htmlFor={id} className={css['label']}>
          {words.placeLabel[kind]}
        </label>
        <div className={css['row']}>
          <Input
            id={id}
            size="large"
            className={css['input'] ?? ''}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={typed}
            // SECURITY: scanned-codes (docs/security.md). A badge scanned into this field must not reach a query, a log or
            // the screen.
            onChange={(_event, { value }) => setTyped(guard.pass(value, performance.now()) ?? '')}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (!guard.isSwallowing(performance.now())) void find();
            }}
          />
          <Button onClick={() => void find()} isBusy={search.isBusy} isDisabled={typed.trim() === ''}>
            {words.find}
          </Button>
        </div>
      </div>
      {search.failure !== null && <ListTrouble failure={search.failure} onAgain={() => void find()} />}
      {none !== null && <p className={css['none']}>{none}</p>}
      {found !== null && found.places.length > 0 && (
        <PressList label={words.places} items={found.places} keyOf={(each) => each.id} onPressed={setPlace}>
          {({ name }) => <bdi>{name}</bdi>}
        </PressList>
      )}
    </>
  );
}
