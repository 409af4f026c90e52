import { VerdictIcon } from '../components/verdict-icon.tsx';
import css from './went-elsewhere.module.css';

/** Says that the badge goes to another printer than the one on the check screen: somebody must fetch it there. */
export function WentElsewhere({ said }: { readonly said: string | null }) {
  if (said === null) return null;
  return (
    <p className={css['note']}>
      <VerdictIcon tone="warning" />
      <span>{said}</span>
    </p>
  );
}
