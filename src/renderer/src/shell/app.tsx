import { FluentProvider } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { EventName } from '../../../shared/ipc/contract.ts';
import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import type { Failure } from '../../../shared/result.ts';
import type { Station } from '../api/station.ts';
import { StationProvider, useStation } from '../api/station-context.tsx';
import { useStationEvent } from '../api/use-event.ts';
import { useReading } from '../api/use-reading.ts';
import { Announcer } from '../components/announcer.tsx';
import { Button } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { LockScreen } from '../screens/lock/lock-screen.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import { darkTheme, lightTheme } from '../styles/themes.ts';
import { useScheme } from '../styles/use-scheme.ts';
import { english } from '../text/languages.ts';
import { useFailureWords, useLoadedWords, useWords, wordsOf, WordsProvider } from '../text/use-words.tsx';
import css from './app.module.css';
import { Frame } from './frame.tsx';
import { Workplace } from './workplace.tsx';

const PracticeBrowser = lazy(async () => ({
  default: (await import('./practice-browser.tsx')).PracticeBrowser,
}));
const SigningInDialog = lazy(async () => ({
  default: (await import('./signing-in-dialog.tsx')).SigningInDialog,
}));
const StorageScreen = lazy(async () => ({
  default: (await import('../screens/storage/storage-screen.tsx')).StorageScreen,
}));
const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.tsx')).HelpDialog }));

const snapshotEvents: readonly EventName[] = ['snapshot', 'printers'];

/** The whole window: language, theme, and whether to sign in or to work. */
export function App({ station }: { readonly station: Station }) {
  return (
    <StationProvider value={station}>
      <SnapshotGate />
    </StationProvider>
  );
}

function SnapshotGate() {
  const { reply, again } = useReading('app.snapshot', snapshotEvents);
  if (reply === null) return null;
  if (reply.ok) return <Window snapshot={reply.value} />;
  // Without a snapshot nothing is known, not even the language.
  return (
    <WordsProvider value={wordsOf('en', english, 'en', 'UTC')}>
      <FluentProvider theme={lightTheme}>
        <NoSnapshot failure={reply.failure} onAgain={again} />
      </FluentProvider>
    </WordsProvider>
  );
}

function NoSnapshot({ failure, onAgain }: { readonly failure: Failure; readonly onAgain: () => void }) {
  const { text } = useWords();
  const say = useFailureWords();
  return (
    <main className={css['alone']}>
      <h1>{text.shell.product}</h1>
      <Message {...say(failure)} tone="error">
        <Button onClick={onAgain}>{text.shell.general.tryAgain}</Button>
      </Message>
    </main>
  );
}

function Window({ snapshot }: { readonly snapshot: AppSnapshot }) {
  const words = useLoadedWords(snapshot.locale, snapshot.timeZone);
  const theme = useScheme() === 'dark' ? darkTheme : lightTheme;
  const direction = words?.direction;
  const language = words?.language;
  useEffect(() => {
    if (language === undefined || direction === undefined) return;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
  if (words === null) return null;
  return (
    <WordsProvider value={words}>
      <FluentProvider theme={theme} dir={words.direction}>
        {/* A locked window keeps nothing, not even what was read out last. */}
        <Announcer key={snapshot.lock === null ? 'open' : 'locked'}>
          <Screens snapshot={snapshot} />
        </Announcer>
      </FluentProvider>
    </WordsProvider>
  );
}

function Screens({ snapshot }: { readonly snapshot: AppSnapshot }) {
  const station = useStation();
  const hasReported = useRef(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  // The event may have come before this window listened (it was loaded again): a sign-in under way opens the page.
  const [isBrowserOpen, setBrowserOpen] = useState(snapshot.practice && snapshot.signingIn);
  useStationEvent('practiceBrowser', ({ open }) => setBrowserOpen(open));
  useEffect(() => {
    if (hasReported.current) return;
    hasReported.current = true;
    void station.call('app.usable', {});
  }, [station]);
  const openHelp = useMemo(() => () => setHelpOpen(true), []);
  const { operator, practice, signingIn, storage, lock } = snapshot;
  const showsBrowser = practice && isBrowserOpen;
  const openBrowser = practice ? () => setBrowserOpen(true) : null;
  return (
    <>
      {lock !== null ? (
        <LockScreen lock={lock} snapshot={snapshot} onPracticePage={openBrowser} />
      ) : storage.failure !== null ? (
        <Frame snapshot={snapshot} onHelp={openHelp} showsNotices>
          <Suspense>
            <StorageScreen failure={storage.failure} />
          </Suspense>
        </Frame>
      ) : operator === null ? (
        <Frame snapshot={snapshot} onHelp={openHelp} showsNotices>
          <SignInScreen snapshot={snapshot} onPracticePage={openBrowser} />
        </Frame>
      ) : (
        // Another operator starts with a clean window.
        <Workplace key={operator.username} snapshot={snapshot} operator={operator} onHelp={openHelp} />
      )}
      <Suspense>
        {practice && <PracticeBrowser isOpen={showsBrowser} onClose={() => setBrowserOpen(false)} />}
        {operator !== null && signingIn && !showsBrowser && (
          <SigningInDialog snapshot={snapshot} onPracticePage={openBrowser} />
        )}
        {isHelpOpen && lock === null && <HelpDialog onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </>
  );
}
