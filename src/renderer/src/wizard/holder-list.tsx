import { useEffect, useRef } from 'react';
import type { Holder } from '../../../shared/credential/holder.ts';
import { HolderSummary } from './holder-summary.tsx';
import { useWords } from '../text/use-words.tsx';
import css from './holder-list.module.css';

interface HolderListProps {
  readonly id: string;
  readonly holders: readonly Holder[];
  /** Place of the one that Enter chooses. */
  readonly active: number;
  readonly onActive: (place: number) => void;
  readonly onChosen: (holder: Holder) => void;
}

/** The people found. The search field keeps the focus and moves the mark; see "combobox" in the ARIA practices guide. */
export function HolderList({ id, holders, active, onActive, onChosen }: HolderListProps) {
  const { text } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // No HTML element is a list to choose from that leaves the focus to a search field.
    // eslint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
    <div ref={list} id={id} role="listbox" aria-label={text.steps.find.list} className={css['list']}>
      {holders.map((holder, place) => (
        // The search field handles the keys.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
        <div
          key={holder.id}
          id={optionId(id, holder)}
          // eslint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <option> cannot hold a photo and lines
          role="option"
          tabIndex={-1}
          aria-selected={place === active}
          className={css['option']}
          // A press must not take the focus from the search field.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => place !== active && onActive(place)}
          onClick={() => onChosen(holder)}
        >
          <HolderSummary holder={holder} />
        </div>
      ))}
    </div>
  );
}

export function optionId(listId: string, holder: Holder): string {
  return `${listId}${holder.id}`;
}
