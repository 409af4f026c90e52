import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { ContactCardRibbonRegular } from '@fluentui/react-icons/svg/contact-card-ribbon';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import type { ReactNode } from 'react';
import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import { useWords } from '../text/use-words.tsx';
import { PrinterChip } from './printer-chip.tsx';
import css from './top-bar.module.css';

export type View = 'wizard' | 'queue' | 'batch' | 'history' | 'printers';

interface TopBarProps {
  readonly snapshot: AppSnapshot;
  readonly onHelp: () => void;
  /** The screens to go to and the sign-in chip; absent while nobody is signed in. */
  readonly navigation?: ReactNode;
  readonly session?: ReactNode;
  /** The switch of the on-screen printer; practice mode only. */
  readonly screenPrinter: { readonly isOpen: boolean; readonly onToggle: () => void } | null;
}

/** Product, site, PRACTICE, where to go, printer, operator: the same on every screen. */
export function TopBar({ snapshot, onHelp, navigation, session, screenPrinter }: TopBarProps) {
  const { text } = useWords();
  const { shell } = text;
  return (
    <header className={css['bar']}>
      <div className={css['brand']}>
        <ContactCardRibbonRegular aria-hidden className={css['logo'] ?? ''} />
        <div className={css['names']}>
          <span className={css['product']}>{shell.product}</span>
          {snapshot.siteName !== '' && <bdi className={css['site']}>{snapshot.siteName}</bdi>}
        </div>
      </div>
      {snapshot.practice && (
        <span className={css['practice']} title={shell.practice.note}>
          <BeakerRegular aria-hidden className={css['practiceIcon'] ?? ''} />
          {shell.practice.marker}
        </span>
      )}
      {navigation}
      <div className={css['end']}>
        {screenPrinter !== null && (
          <button
            type="button"
            className={css['tool']}
            aria-expanded={screenPrinter.isOpen}
            aria-label={shell.screenPrinter.title}
            title={screenPrinter.isOpen ? shell.screenPrinter.hide : shell.screenPrinter.show}
            onClick={screenPrinter.onToggle}
          >
            <PrintRegular aria-hidden className={css['toolIcon'] ?? ''} />
          </button>
        )}
        <PrinterChip snapshot={snapshot} />
        {session}
        <button
          type="button"
          className={css['tool']}
          aria-label={shell.help.open}
          title={`${shell.help.open} (F1)`}
          onClick={onHelp}
        >
          <KeyboardRegular aria-hidden className={css['toolIcon'] ?? ''} />
        </button>
      </div>
    </header>
  );
}
