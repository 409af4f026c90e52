import type { ReactNode } from 'react';
import css from './press-list.module.css';

interface PressListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly onPressed: (item: T) => void;
  readonly children: (item: T) => ReactNode;
}

/** A list of things to press one of: each its own stop for the keyboard, whole rows to hit. */
export function PressList<T>({ label, items, keyOf, onPressed, children }: PressListProps<T>) {
  return (
    <ul aria-label={label} className={css['list']}>
      {items.map((item) => (
        <li key={keyOf(item)}>
          <button type="button" className={css['item']} onClick={() => onPressed(item)}>
            {children(item)}
          </button>
        </li>
      ))}
    </ul>
  );
}
