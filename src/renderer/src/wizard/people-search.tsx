import { SearchBox, Spinner } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState, useSyncExternalStore } from 'react';
import type { Holder } from '../../../shared/credential/holder.ts';
import { useStation } from '../api/station-context.tsx';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import css from './find-step.module.css';
import { HolderList, optionId } from './holder-list.tsx';
import { CodeGuard } from '../components/code-guard.ts';
import { HolderSearch } from './holder-search.ts';
import { HelpLink } from './help-link.tsx';
import { SignInAgain } from './sign-in-again.tsx';

interface PeopleSearchProps {
  readonly onChosen: (holder: Holder) => void;
}

/** Finds the holder: results as typing pauses, arrows and Enter to choose, or a scan of a staff card. */
export function PeopleSearch({ onChosen }: PeopleSearchProps) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const station = useStation();
  const listId = useId();
  const [search] = useState(() => new HolderSearch(station));
  useEffect(() => () => search.stop(), [search]);
  const state = useSyncExternalStore(search.subscribe, search.state);
  const only = state.kind === 'found' ? state.only : null;
  const choose = useEffectEvent(onChosen);
  useEffect(() => {
    if (only !== null) choose(only);
  }, [only]);
  useEffect(() => document.getElementById(`${listId}field`)?.focus(), [listId]);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [guard] = useState(() => new CodeGuard());
  const [wasCode, setWasCode] = useState(false);
  const holders = state.kind === 'found' ? state.holders : [];
  const activeHolder = holders[active];

  const type = (value: string) => {
    // SECURITY: scanned-codes (docs/security.md). Somebody scanned a badge into the search field: it must not reach a
    // query, a log or the screen.
    const passed = guard.pass(value, performance.now());
    setWasCode(passed === null);
    setTyped(passed ?? '');
    setActive(0);
    search.type(passed ?? '');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (guard.isSwallowing(performance.now())) return;
      if (activeHolder !== undefined) onChosen(activeHolder);
      else search.hurry();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && holders.length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + holders.length) % holders.length);
    }
  };

  const summary =
    state.kind === 'found' && holders.length > 0
      ? text.steps.find.results(format.count(holders.length))
      : null;
  const nobody = state.kind === 'found' && holders.length === 0 ? text.steps.find.none(state.text) : null;
  useAnnouncement(nobody ?? summary);

  return (
    <>
      <div className={css['search']}>
        <label htmlFor={`${listId}field`} className={css['label']}>
          {text.steps.find.label}
        </label>
        <SearchBox
          id={`${listId}field`}
          size="large"
          className={css['field'] ?? ''}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(_event, data) => type(data.value)}
          input={{
            role: 'combobox',
            'aria-expanded': holders.length > 0,
            'aria-autocomplete': 'list',
            'aria-describedby': `${listId}hint`,
            onKeyDown,
            ...(holders.length > 0 ? { 'aria-controls': listId } : {}),
            ...(activeHolder === undefined
              ? {}
              : { 'aria-activedescendant': optionId(listId, activeHolder) }),
          }}
        />
        <p id={`${listId}hint`} className={css['hint']}>
          {text.steps.find.hint}
        </p>
      </div>
      {wasCode && <Message text={text.steps.find.secretScanned} />}
      {state.kind === 'searching' && (
        <div className={css['note']}>
          <Spinner size="tiny" label={text.steps.find.searching} />
        </div>
      )}
      {state.kind === 'failed' && (
        <Message {...say(state.failure)}>
          <Button onClick={() => search.hurry()}>{text.shell.general.tryAgain}</Button>
          <SignInAgain failure={state.failure} />
          <HelpLink failure={state.failure} />
        </Message>
      )}
      {nobody !== null && <p className={css['note']}>{nobody}</p>}
      {summary !== null && state.kind === 'found' && (
        <div className={css['results']}>
          <p className={css['count']}>{summary}</p>
          <HolderList
            id={listId}
            holders={holders}
            active={active}
            onActive={setActive}
            onChosen={onChosen}
          />
          {state.more !== null && (
            <div>
              <Button onClick={() => void search.more()} isBusy={state.isLoadingMore}>
                {text.steps.find.more}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  );
}
