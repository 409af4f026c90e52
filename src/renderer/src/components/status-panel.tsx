import { Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import css from './status-panel.module.css';
import { type Tone, VerdictIcon } from './verdict-icon.tsx';

interface StatusPanelProps {
  /** `working` shows a spinner instead of an icon. */
  readonly tone: Tone | 'working';
  readonly title: string;
  readonly children?: ReactNode;
}

/** The one large answer of a screen, readable from an arm's length: icon, words, and what follows from it. */
export function StatusPanel({ tone, title, children }: StatusPanelProps) {
  return (
    <div className={`${css['panel']} ${css[tone]}`}>
      {tone === 'working' ? <Spinner size="large" aria-hidden /> : <VerdictIcon tone={tone} size="large" />}
      <div className={css['words']}>
        <p className={css['title']}>{title}</p>
        {children !== undefined && <div className={css['more']}>{children}</div>}
      </div>
    </div>
  );
}
