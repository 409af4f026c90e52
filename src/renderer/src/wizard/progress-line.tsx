import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useWords } from '../text/use-words.tsx';
import css from './progress-line.module.css';
import { operationOf, placeOf, placesFor, type Step } from './steps.ts';

/** Where the operator is on the way from "who" to "handed over". */
export function ProgressLine({ step }: { readonly step: Step }) {
  const { text } = useWords();
  const { progress } = text.steps;
  const shown = placesFor(operationOf(step));
  const here = placeOf(step);
  const at = here === 'end' ? shown.length : shown.indexOf(here);
  return (
    <ol aria-label={progress.label} className={css['line']}>
      {shown.map((place, number) => (
        <li
          key={place}
          className={`${css['place']} ${number === at ? css['here'] : ''}`}
          {...(number === at ? { 'aria-current': 'step' as const } : {})}
        >
          {number < at ? (
            <CheckmarkCircleFilled className={css['mark'] ?? ''} title={progress.done} />
          ) : (
            <span aria-hidden className={css['dot']} />
          )}
          {progress.names[place]}
        </li>
      ))}
    </ol>
  );
}
