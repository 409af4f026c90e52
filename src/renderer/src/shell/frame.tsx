import { type ReactNode, useState } from 'react';
import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import { useWords } from '../text/use-words.tsx';
import css from './frame.module.css';
import { Notices } from './notices.tsx';
import { ScreenPrinter } from './screen-printer.tsx';
import { TopBar } from './top-bar.tsx';

interface FrameProps {
  readonly snapshot: AppSnapshot;
  readonly onHelp: () => void;
  readonly navigation?: ReactNode;
  readonly session?: ReactNode;
  /** Notices stand below the screens where an operator starts; in the middle of a badge they would be in the way. */
  readonly showsNotices: boolean;
  readonly children: ReactNode;
}

/** Skip link, top bar, notices, the screen itself, and in practice mode the on-screen printer beside it. */
export function Frame({ snapshot, onHelp, navigation, session, showsNotices, children }: FrameProps) {
  const { text } = useWords();
  const [isPrinterOpen, setPrinterOpen] = useState(false);
  const screenPrinter = snapshot.practice
    ? { isOpen: isPrinterOpen, onToggle: () => setPrinterOpen(!isPrinterOpen) }
    : null;
  const isOpen = snapshot.practice && isPrinterOpen;
  return (
    <div className={css['frame']}>
      <a href="#main" className={css['skip']}>
        {text.shell.skipLink}
      </a>
      <TopBar
        snapshot={snapshot}
        onHelp={onHelp}
        navigation={navigation}
        session={session}
        screenPrinter={screenPrinter}
      />
      <div className={`${css['body']} ${isOpen ? css['withSide'] : ''}`}>
        <main id="main" tabIndex={-1} className={css['main']}>
          <div className={css['page']}>
            {children}
            {showsNotices && <Notices snapshot={snapshot} />}
          </div>
        </main>
        {isOpen && <ScreenPrinter />}
      </div>
    </div>
  );
}
