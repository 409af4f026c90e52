import { type ReactNode, useState } from 'react';
import { lineStates } from '../../../../shared/credential/batch.ts';
import type { BatchView } from '../../../../shared/ipc/batch.ts';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';
import type { JobView } from '../../../../shared/printing/job.ts';
import { toInstant } from '../../../../shared/ids.ts';
import { useAction } from '../../api/use-action.ts';
import { useAnnouncement } from '../../components/announcer.tsx';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { playVerdict } from '../../components/tone.ts';
import { jobWords } from '../../text/job-words.ts';
import { useNow } from '../../text/use-now.ts';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import css from './batch.module.css';
import { PeopleList } from './people-list.tsx';

/** A field that takes one scan; the shell passes the wizard's, which keeps codes out of the page. */
export type ScanSlot = (onScan: (scanned: string) => void, key: string) => ReactNode;

interface UnderWayProps {
  readonly view: BatchView;
  readonly snapshot: AppSnapshot;
  readonly scanField: ScanSlot;
  readonly onQueue: () => void;
  readonly onChanged: () => void;
}

/** A list that runs or rests: how far it is, what it waits for, and the button that stops it or goes on. */
export function UnderWay({ view, snapshot, scanField, onQueue, onChanged }: UnderWayProps) {
  const words = useWords();
  const { text, format } = words;
  const say = useFailureWords();
  const pause = useAction('batch.pause');
  const resume = useAction('batch.resume');
  const end = useAction('batch.cancel');
  const { run, paused } = text.batch;
  const { counts, waitsFor } = view;
  const isRunning = view.phase === 'running';
  const all = lineStates.reduce((sum, each) => sum + counts[each], 0) - counts['left-out'];
  const settled = counts.done + counts.failed + counts.unsure;
  const progress = run.progress(format.number(settled), format.number(all));
  const trouble = view.pause?.failure ?? null;
  const why = view.pause === null ? null : paused.whys[view.pause.why];
  useAnnouncement(isRunning ? (waitsFor === null ? null : run.waits[waitsFor]) : paused.title);
  const asked = view.ahead.find(({ state }) => state === 'sent' || state === 'confirmed');
  const actions = isRunning ? (
    <Button isBusy={pause.isBusy} onClick={() => void pause.run({}).then(onChanged)}>
      {run.pause}
    </Button>
  ) : (
    <>
      <PrimaryButton isBusy={resume.isBusy} onClick={() => void resume.run({}).then(onChanged)}>
        {paused.goOn}
      </PrimaryButton>
      <Button isBusy={end.isBusy} onClick={() => void end.run({}).then(onChanged)}>
        {paused.end}
      </Button>
    </>
  );
  return (
    <Screen title={isRunning ? run.title : paused.title} actions={actions} intro={view.listName}>
      <StatusPanel
        tone={
          isRunning
            ? waitsFor === 'person'
              ? 'warning'
              : waitsFor === 'scan'
                ? 'waiting'
                : 'working'
            : 'waiting'
        }
        title={isRunning ? (view.now === null ? progress : run.now(view.now)) : (why ?? progress)}
      >
        <p className={css['line']}>{isRunning && view.now === null ? null : progress}</p>
        {isRunning && waitsFor !== null && <p className={css['line']}>{run.waits[waitsFor]}</p>}
        {view.patienceUntilMs !== null && (
          <p className={css['line']}>{text.batch.patience(format.time(toInstant(view.patienceUntilMs)))}</p>
        )}
        {!isRunning && <p className={css['line']}>{paused.safe}</p>}
      </StatusPanel>
      <progress className={css['bar']} value={settled} max={Math.max(1, all)} aria-label={progress} />
      {trouble !== null && <Message {...say(trouble)} />}
      {[pause, resume, end].map(({ failure }, at) =>
        failure === null ? null : <Message key={at} {...say(failure)} />,
      )}
      {waitsFor === 'person' && (
        <div>
          <Button onClick={onQueue}>{text.shell.openWork.open}</Button>
        </div>
      )}
      {asked !== undefined && waitsFor === 'scan' && (
        <Scan job={asked} scanField={scanField} onChanged={onChanged} />
      )}
      {view.ahead.length > 0 && <Ahead jobs={view.ahead} snapshot={snapshot} />}
      <PeopleList counts={counts} first={null} />
    </Screen>
  );
}

function Ahead({ jobs, snapshot }: { readonly jobs: readonly JobView[]; readonly snapshot: AppSnapshot }) {
  const words = useWords();
  const now = useNow();
  return (
    <section className={css['group']}>
      <h2 className={css['legend']}>{words.text.batch.run.ahead}</h2>
      <ul className={css['list']}>
        {jobs.map((job) => {
          const { title, more } = jobWords(job, snapshot.printers, words, now);
          return (
            <li key={job.id} className={css['row']}>
              <bdi className={`${css['person']} ${css['name']}`}>{job.holderName}</bdi>
              <span className={css['standing']}>
                {title}
                {more.length > 0 && <span className={css['entry']}>{more.join(' ')}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The last replacement is scanned here, so that the next old code may end. */
function Scan({
  job,
  scanField,
  onChanged,
}: {
  readonly job: JobView;
  readonly scanField: ScanSlot;
  readonly onChanged: () => void;
}) {
  const { text } = useWords();
  const say = useFailureWords();
  const check = useAction('jobs.verify');
  const [wrong, setWrong] = useState(0);
  useAnnouncement(wrong === 0 ? null : text.batch.run.otherBadge, 'assertive');
  // What was read goes straight to main and is kept nowhere.
  const compare = (scanned: string) =>
    void check.run({ jobId: job.id, scanned, by: 'keyboard' }).then((reply) => {
      if (reply?.ok !== true) return;
      const isMatch = reply.value.verdict === 'match';
      playVerdict(isMatch);
      setWrong((before) => (isMatch ? 0 : before + 1));
      onChanged();
    });
  return (
    <section className={css['group']} aria-label={text.batch.run.scan}>
      {wrong > 0 && <StatusPanel tone="bad" title={text.batch.run.otherBadge} />}
      {check.failure !== null && <Message {...say(check.failure)} />}
      {scanField(compare, `${job.id} ${wrong}`)}
    </section>
  );
}
