import type { PrinterAbilities } from '../../../../shared/ipc/printer-setup.ts';
import { useWords } from '../../text/use-words.tsx';
import css from './printers.module.css';

/** What can be known about a badge sent to this printer, in the words that the queue uses later. */
export function Proof({ abilities }: { readonly abilities: PrinterAbilities }) {
  const { text } = useWords();
  const words = text.printers.proof;
  const { link, isAsked, strongest } = abilities;
  const lines = [
    words[strongest],
    ...(link === 'practice' ? [words.practice] : []),
    ...(link === 'queue' ? [words.queue] : []),
    ...(link === 'two-way' || link === 'maybe' ? [isAsked ? words.asked : words.notAsked] : []),
    ...(link === 'maybe' && isAsked ? [words.maybe] : []),
  ];
  return (
    <section aria-labelledby="proof-title" className={css['section']}>
      <h2 id="proof-title" className={css['heading']}>
        {words.title}
      </h2>
      <ul className={css['plain']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
