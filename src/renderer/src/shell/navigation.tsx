import { useWords } from '../text/use-words.tsx';
import css from './navigation.module.css';
import type { View } from './top-bar.tsx';

interface NavigationProps {
  readonly view: View;
  /** How many unfinished badges wait for a person. */
  readonly waiting: number;
  readonly onView: (view: View) => void;
}

const views: readonly View[] = ['wizard', 'queue', 'batch', 'history', 'printers'];

export function Navigation({ view, waiting, onView }: NavigationProps) {
  const { text, format } = useWords();
  const { nav } = text.shell;
  return (
    <nav aria-label={nav.label} className={css['nav']}>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          className={css['item']}
          onClick={() => onView(name)}
          {...(name === view ? { 'aria-current': 'page' as const } : {})}
        >
          {name === 'batch' ? text.batch.title : nav[name]}
          {name === 'queue' && waiting > 0 && (
            <>
              <span aria-hidden className={css['count']}>
                {format.number(waiting)}
              </span>
              <span className="visually-hidden">, {nav.needsYou(format.count(waiting))}</span>
            </>
          )}
        </button>
      ))}
    </nav>
  );
}
