import css from './inline-facts.module.css';

/** Short facts in one line, parted by dots. Each keeps its own writing direction. */
export function InlineFacts({ facts }: { readonly facts: readonly string[] }) {
  return (
    <span className={css['facts']}>
      {facts.map((fact) => (
        <span key={fact} className={css['fact']}>
          <bdi>{fact}</bdi>
        </span>
      ))}
    </span>
  );
}
