import type { ReactNode } from 'react';
import css from './mark.module.css';
import { type Tone, VerdictIcon } from './verdict-icon.tsx';

/** A short word in a frame: "Suggested", "Account switched off". */
export function Mark({ tone, children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={css['mark']}>
      {tone !== undefined && <VerdictIcon tone={tone} />}
      {children}
    </span>
  );
}
