import { lazy, Suspense, useState } from 'react';
import type { AppSnapshot, IssueView, OperatorView } from '../../../shared/ipc/views.ts';
import { useStation } from '../api/station-context.tsx';
import { Button } from '../components/buttons.tsx';
import type { ScanSlot } from '../screens/batch/under-way.tsx';
import { useQueue } from '../screens/queue/use-queue.ts';
import { useWords } from '../text/use-words.tsx';
import { backFrom, canVerify } from '../wizard/reducer.ts';
import { holderNameOf, isBound, issueOf } from '../wizard/steps.ts';
import { ScanField } from '../scanner/scan-field.tsx';
import { useWizard } from '../wizard/use-wizard.ts';
import { Wizard } from '../wizard/wizard.tsx';
import { Frame } from './frame.tsx';
import { useKeyMap } from './keyboard.ts';
import { Navigation } from './navigation.tsx';
import { SessionChip } from './session-chip.tsx';
import type { View } from './top-bar.tsx';
import css from './workplace.module.css';

// Not needed for the first screen, so not loaded with it.
const QueueScreen = lazy(async () => ({
  default: (await import('../screens/queue/queue-screen.tsx')).QueueScreen,
}));
const HistoryScreen = lazy(async () => ({
  default: (await import('../screens/history/history-screen.tsx')).HistoryScreen,
}));
const BatchScreen = lazy(async () => ({
  default: (await import('../screens/batch/batch-screen.tsx')).BatchScreen,
}));
const PrintersScreen = lazy(async () => ({
  default: (await import('../screens/printers/printers-screen.tsx')).PrintersScreen,
}));
const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog.tsx')).LeaveDialog }));

/** The wizard's field, lent to the lists: a code that is scanned there stays out of the page as well. */
const scanField: ScanSlot = (onScan, key) => <ScanField key={key} onScan={onScan} />;

interface WorkplaceProps {
  readonly snapshot: AppSnapshot;
  readonly operator: OperatorView;
  readonly onHelp: () => void;
}

/** What to do once the operator has agreed to leave the holder for later. */
type Leaving = { readonly next: () => void };

/** The window of a signed-in operator: wizard and queue, and the keys that lead from one to the other. */
export function Workplace({ snapshot, operator, onHelp }: WorkplaceProps) {
  const { text, format } = useWords();
  const station = useStation();
  const wizard = useWizard(snapshot);
  const queue = useQueue();
  const [view, setView] = useState<View>('wizard');
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [hasSeenOpenWork, setSeenOpenWork] = useState(false);
  const { step, send } = wizard;
  const currentIntentId = issueOf(step)?.intentId ?? null;
  const unfinished = (queue.items ?? []).filter((item) => item.intentId !== currentIntentId);
  const waiting = unfinished.filter((item) => item.needsPerson);

  const show = (to: View) => {
    setView(to);
    if (to === 'queue') setSeenOpenWork(true);
  };
  /** Does it at once, or after the operator has said that the holder on screen can wait. */
  const leaveFor = (next: () => void) => {
    if (step.kind === 'issue' && step.failure === null) return;
    if (isBound(step)) setLeaving({ next });
    else next();
  };
  const toFind = () => {
    send({ kind: 'left' });
    show('wizard');
  };
  const later = () => {
    setSeenOpenWork(true);
    toFind();
  };
  const goOn = (issue: IssueView) => {
    const resume = () => {
      send({ kind: 'left' });
      send({ kind: 'resumed', issue });
      show('wizard');
    };
    if (issue.intentId === currentIntentId) show('wizard');
    else leaveFor(resume);
  };
  const lock = () => void station.call('lock.lock', {});
  useKeyMap({
    find: () => leaveFor(toFind),
    queue: () => show('queue'),
    history: () => show('history'),
    batch: () => show('batch'),
    printers: () => show('printers'),
    verify: () => {
      if (!canVerify(step)) return;
      send({ kind: 'verify-opened' });
      show('wizard');
    },
    back: () => {
      if (view !== 'wizard') show('wizard');
      else if (backFrom(step) !== null) send({ kind: 'back' });
      else leaveFor(() => {});
    },
    help: onHelp,
    lock,
  });

  return (
    <Frame
      snapshot={snapshot}
      onHelp={onHelp}
      showsNotices={view === 'wizard' && step.kind === 'find'}
      navigation={<Navigation view={view} waiting={waiting.length} onView={show} />}
      session={
        <SessionChip
          operator={operator}
          onLock={lock}
          onSwitch={() => leaveFor(() => void station.call('session.signIn', { chooseAccount: true }))}
          onSignOut={() => leaveFor(() => void station.call('session.signOut', {}))}
        />
      }
    >
      {unfinished.length > 0 && !hasSeenOpenWork && view === 'wizard' && step.kind === 'find' && (
        <div className={css['openWork']}>
          <strong>{text.shell.openWork.title(format.count(unfinished.length))}</strong>
          <Button onClick={() => show('queue')}>{text.shell.openWork.open}</Button>
        </div>
      )}
      {view === 'wizard' && (
        <Wizard wizard={wizard} snapshot={snapshot} onQueue={() => show('queue')} onLater={later} />
      )}
      <Suspense>
        {view === 'queue' && (
          <QueueScreen
            queue={queue}
            snapshot={snapshot}
            currentIntentId={currentIntentId}
            onGoOn={goOn}
            onFind={toFind}
          />
        )}
        {view === 'history' && <HistoryScreen snapshot={snapshot} />}
        {view === 'batch' && (
          <BatchScreen snapshot={snapshot} scanField={scanField} onQueue={() => show('queue')} />
        )}
        {view === 'printers' && <PrintersScreen snapshot={snapshot} />}
      </Suspense>
      {leaving !== null && (
        <Suspense>
          <LeaveDialog
            holderName={holderNameOf(step) ?? ''}
            onStay={() => setLeaving(null)}
            onLeave={() => {
              setLeaving(null);
              send({ kind: 'left' });
              leaving.next();
            }}
          />
        </Suspense>
      )}
    </Frame>
  );
}
