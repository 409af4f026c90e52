import type { Check } from '../../../shared/ipc/views.ts';
import type { Tone } from '../components/verdict-icon.tsx';
import { VerdictIcon } from '../components/verdict-icon.tsx';
import { useWords } from '../text/use-words.tsx';
import css from './check-list.module.css';

const toneOf: Readonly<Record<Check['verdict'], Tone>> = {
  failed: 'bad',
  warning: 'warning',
  unknown: 'unknown',
  ok: 'good',
};

const order = Object.keys(toneOf);

/** Every check with its verdict in a word and a sentence; what is in the way comes first. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const { text } = useWords();
  const words = text.steps.check;
  const sorted = [...checks].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return (
    <section aria-label={words.list} className={css['box']}>
      <h2 className={css['title']}>{words.list}</h2>
      <ul className={css['list']}>
        {sorted.map(({ name, verdict, failure }) => {
          const trouble = failure === null ? null : text.failures[failure.code];
          return (
            <li key={name} className={css['check']}>
              <VerdictIcon tone={toneOf[verdict]} />
              <div className={css['words']}>
                <span className={css['name']}>
                  {words.checks[name].name} <span className={css['verdict']}>{words.verdicts[verdict]}</span>
                </span>
                <span className={css['sentence']}>
                  {trouble === null
                    ? plainSentence(verdict, words, name)
                    : `${trouble.title}. ${trouble.what} ${trouble.next}`}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function plainSentence(
  verdict: Check['verdict'],
  words: ReturnType<typeof useWords>['text']['steps']['check'],
  name: Check['name'],
): string {
  return verdict === 'ok' ? words.checks[name].ok : words.noReason;
}
