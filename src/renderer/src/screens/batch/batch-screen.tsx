import { useState } from 'react';
import type { BatchSource, BatchView } from '../../../../shared/ipc/batch.ts';
import type { EventName } from '../../../../shared/ipc/contract.ts';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';
import { toInstant } from '../../../../shared/ids.ts';
import { type Action, useAction } from '../../api/use-action.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import css from './batch.module.css';
import { type BatchForm, firstForm, wishOf } from './form.ts';
import { PeopleList } from './people-list.tsx';
import { AgainButton, SourceFields } from './source-fields.tsx';
import { type ScanSlot, UnderWay } from './under-way.tsx';
import { WishFields } from './wish-fields.tsx';

/** A job of the batch that moves changes what is ahead. */
const events: readonly EventName[] = ['batch', 'job', 'snapshot'];

interface BatchScreenProps {
  readonly snapshot: AppSnapshot;
  readonly scanField: ScanSlot;
  readonly onQueue: () => void;
}

/** Badges for many people: a list is chosen, looked at, run, and reported. */
export function BatchScreen({ snapshot, scanField, onQueue }: BatchScreenProps) {
  const { text } = useWords();
  const say = useFailureWords();
  const { reply, again } = useReading('batch.get', events);
  const read = useAction('batch.read');
  const [form, setForm] = useState(() => firstForm(snapshot));
  const { title, intro } = text.batch;
  const view = reply?.ok === true ? reply.value : null;
  const readFrom = (source: BatchSource) => {
    const wish = view?.phase === 'finished' && source.kind === 'again' ? view.wish : wishOf(form);
    if (wish !== null) void read.run({ source, wish }).then(again);
  };
  // Ending a reading is an answer, and no trouble.
  const failure = read.failure?.code === 'cancelled' ? null : read.failure;
  const trouble = failure === null ? null : <Message {...say(failure)} />;
  if (reply === null) return <Screen title={title}>{null}</Screen>;
  if (!reply.ok) {
    return (
      <Screen title={title}>
        <Message {...say(reply.failure)}>
          <Button onClick={again}>{text.shell.general.tryAgain}</Button>
        </Message>
      </Screen>
    );
  }
  switch (view?.phase) {
    case undefined:
      return (
        <Screen title={title} intro={intro}>
          {trouble}
          <SetUp form={form} snapshot={snapshot} isBusy={read.isBusy} onForm={setForm} onRead={readFrom} />
        </Screen>
      );
    case 'reading':
      return <ReadingList view={view} onChanged={again} />;
    case 'ready':
      return <Ready view={view} onChanged={again} />;
    case 'running':
    case 'paused':
      return <UnderWay {...{ view, snapshot, scanField, onQueue }} onChanged={again} />;
    case 'finished':
      return <Ended {...{ view, read, onQueue }} onRead={readFrom} onChanged={again} />;
  }
}

interface SetUpProps {
  readonly form: BatchForm;
  readonly snapshot: AppSnapshot;
  readonly isBusy: boolean;
  readonly onForm: (form: BatchForm) => void;
  readonly onRead: (source: BatchSource) => void;
}

function SetUp({ form, snapshot, isBusy, onForm, onRead }: SetUpProps) {
  return (
    <>
      <WishFields form={form} snapshot={snapshot} onChanged={onForm} />
      <SourceFields isReady={wishOf(form) !== null} isBusy={isBusy} onRead={onRead} />
    </>
  );
}

interface PartProps {
  readonly view: BatchView;
  readonly onChanged: () => void;
}

function ReadingList({ view, onChanged }: PartProps) {
  const { text, format } = useWords();
  const { reading, patience } = text.batch;
  const stop = useAction('batch.cancel');
  const { done = 0, of = null } = view.reading ?? {};
  return (
    <Screen
      title={text.batch.title}
      intro={view.listName}
      actions={
        <Button isBusy={stop.isBusy} onClick={() => void stop.run({}).then(onChanged)}>
          {reading.stop}
        </Button>
      }
    >
      <StatusPanel tone="working" title={reading.title}>
        {of !== null && (
          <p className={css['line']}>{reading.progress(format.number(done), format.number(of))}</p>
        )}
        <p className={css['line']}>{reading.what}</p>
        {view.patienceUntilMs !== null && (
          <p className={css['line']}>{patience(format.time(toInstant(view.patienceUntilMs)))}</p>
        )}
      </StatusPanel>
      {of !== null && (
        <progress className={css['bar']} value={done} max={Math.max(1, of)} aria-label={reading.title} />
      )}
    </Screen>
  );
}

function Ready({ view, onChanged }: PartProps) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const { ready } = text.batch;
  const start = useAction('batch.start');
  const discard = useAction('batch.cancel');
  const { waiting } = view.counts;
  return (
    <Screen
      title={waiting === 0 ? ready.nothing : ready.title(format.count(waiting))}
      intro={view.listName}
      actions={
        <>
          {waiting > 0 && (
            <PrimaryButton isBusy={start.isBusy} onClick={() => void start.run({}).then(onChanged)}>
              {ready.start}
            </PrimaryButton>
          )}
          <Button isBusy={discard.isBusy} onClick={() => void discard.run({}).then(onChanged)}>
            {ready.discard}
          </Button>
        </>
      }
    >
      <p className={css['hint']}>{ready.what}</p>
      {view.wish.kind === 'badge' && <p className={css['hint']}>{ready.ends}</p>}
      {start.failure !== null && <Message {...say(start.failure)} />}
      <PeopleList counts={view.counts} first={waiting === 0 ? null : 'waiting'} />
    </Screen>
  );
}

interface EndedProps extends PartProps {
  readonly read: Action<'batch.read'>;
  readonly onRead: (source: BatchSource) => void;
  readonly onQueue: () => void;
}

function Ended({ view, read, onRead, onQueue, onChanged }: EndedProps) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const { ended } = text.batch;
  const save = useAction('batch.export');
  const close = useAction('batch.putAway');
  const [isSaved, setSaved] = useState(false);
  const { counts, pinsWaiting } = view;
  const left = counts.failed + counts.unsure;
  const summary = text.batch.run.progress(
    format.number(counts.done),
    format.number(counts.done + counts.issued + left),
  );
  return (
    <Screen
      title={ended.title}
      intro={view.listName}
      actions={
        <>
          <PrimaryButton
            isBusy={save.isBusy}
            onClick={() => void save.run({}).then((reply) => setSaved(reply?.ok === true && reply.value))}
          >
            {ended.save}
          </PrimaryButton>
          {left > 0 && <AgainButton isBusy={read.isBusy} onRead={onRead} />}
          <Button isBusy={close.isBusy} onClick={() => void close.run({}).then(onChanged)}>
            {ended.close}
          </Button>
        </>
      }
    >
      <StatusPanel tone={left === 0 ? 'good' : 'warning'} title={summary}>
        {isSaved && <p className={css['line']}>{ended.saved}</p>}
        {pinsWaiting > 0 && <p className={css['line']}>{ended.pins(format.count(pinsWaiting))}</p>}
      </StatusPanel>
      {pinsWaiting > 0 && (
        <div>
          <Button onClick={onQueue}>{text.shell.openWork.open}</Button>
        </div>
      )}
      {[save, close, read].map(({ failure }, at) =>
        failure === null || failure.code === 'cancelled' ? null : <Message key={at} {...say(failure)} />,
      )}
      <PeopleList counts={counts} first={null} />
    </Screen>
  );
}
