import { useId } from 'react';
import type { Operation } from '../../../shared/credential/kinds.ts';
import type { Offer } from '../../../shared/credential/offers.ts';
import { Mark } from '../components/mark.tsx';
import { useWords } from '../text/use-words.tsx';
import css from './operation-cards.module.css';

interface OperationCardsProps {
  readonly offers: readonly Offer[];
  readonly chosen: Operation | null;
  readonly onChosen: (operation: Operation) => void;
}

/** What is suggested comes first, what cannot be chosen last. */
function rank({ refused, suggested }: Offer): number {
  if (refused !== null) return 2;
  return suggested ? 0 : 1;
}

/** The operations as large radio cards; one that is refused stays in sight and says why. */
export function OperationCards({ offers, chosen, onChosen }: OperationCardsProps) {
  const { text } = useWords();
  const group = useId();
  const sorted = [...offers].sort((a, b) => rank(a) - rank(b));
  return (
    <fieldset className={css['group']}>
      <legend className={css['legend']}>{text.steps.choose.operations}</legend>
      <div className={css['cards']}>
        {sorted.map(({ operation, refused, suggested }) => {
          const id = `${group}${operation}`;
          const words = text.steps.operations[operation];
          return (
            <label key={operation} className={`${css['card']} ${refused === null ? '' : css['refused']}`}>
              <input
                type="radio"
                className={css['radio']}
                name={group}
                value={operation}
                checked={chosen === operation}
                disabled={refused !== null}
                aria-labelledby={`${id}name`}
                aria-describedby={`${id}what`}
                onChange={() => onChosen(operation)}
              />
              <span className={css['words']}>
                <span className={css['name']}>
                  <span id={`${id}name`}>{words.name}</span>
                  {suggested && <Mark>{text.steps.choose.suggested}</Mark>}
                </span>
                <span id={`${id}what`} className={css['what']}>
                  {refused === null ? words.what : text.steps.choose.notHere(text.failures[refused].title)}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
