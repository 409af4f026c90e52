import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import { useOnline } from '../api/use-online.ts';
import { Message } from '../components/message.tsx';
import { adviceOf, QueueAdviceMessages } from '../screens/printers/queue-advice.tsx';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import css from './notices.module.css';
import { StorageNotices } from './storage-notices.tsx';

/** What an operator should know about the station before they start: each with what it means and what to do. */
export function Notices({ snapshot }: { readonly snapshot: AppSnapshot }) {
  const { text } = useWords();
  const say = useFailureWords();
  const { shell } = text;
  const isOnline = useOnline();
  const { warnings, practiceReason, keepsSignIn, practice, storage, printers } = snapshot;
  const isOffline = !isOnline && !practice;
  // A ledger that is not open keeps nothing yet, and says so itself.
  const isOpen = storage.failure === null;
  const isInMemory = isOpen && storage.seal === 'memory';
  const isLedgerWell = storage.seal !== 'broken' && storage.aside === null && !isInMemory;
  const isSignInKept = keepsSignIn || !isOpen;
  const areQueuesWell = adviceOf(printers, true).length === 0;
  const isStationWell = isSignInKept && isLedgerWell && areQueuesWell && !isOffline;
  if (warnings.length === 0 && practiceReason === null && isStationWell) return null;
  return (
    <section aria-label={shell.warnings.label} className={css['notices']}>
      {isOffline && (
        <Message
          tone="warning"
          text={{
            title: shell.session.offlineTitle,
            what: shell.session.offlineWhat,
            next: text.failures['graph-offline'].next,
          }}
        />
      )}
      <StorageNotices snapshot={snapshot} />
      {practiceReason !== null && <Message {...say(practiceReason)} tone="info" isNews={false} />}
      {warnings.map((failure) => (
        <Message key={`${failure.code} ${JSON.stringify(failure.facts)}`} {...say(failure)} isNews={false} />
      ))}
      <QueueAdviceMessages printers={printers} brief />
      {isInMemory && <Message text={shell.warnings.secretsNotKept} isNews={false} />}
      {!isSignInKept && <Message text={shell.warnings.notKept} tone="info" isNews={false} />}
    </section>
  );
}
