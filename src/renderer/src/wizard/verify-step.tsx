import { useState } from 'react';
import type { AppSnapshot, IssueView, VerifyView } from '../../../shared/ipc/views.ts';
import type { ScanVerdict } from '../../../shared/printing/job.ts';
import { useAction } from '../api/use-action.ts';
import { CameraReader } from '../camera/camera-reader.tsx';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button, PrimaryButton } from '../components/buttons.tsx';
import { Message } from '../components/message.tsx';
import { Screen } from '../components/screen.tsx';
import { StatusPanel } from '../components/status-panel.tsx';
import { playVerdict } from '../components/tone.ts';
import type { Tone } from '../components/verdict-icon.tsx';
import { wentElsewhere } from '../text/elsewhere-words.ts';
import { jobWords } from '../text/job-words.ts';
import { useNow } from '../text/use-now.ts';
import { useFailureWords, useWords } from '../text/use-words.tsx';
import { JobFacts } from './job-facts.tsx';
import { JobStatus } from './print-step.tsx';
import { ScanField } from '../scanner/scan-field.tsx';
import css from './verify-step.module.css';
import { WentElsewhere } from './went-elsewhere.tsx';

const tones: Readonly<Record<ScanVerdict, Tone>> = {
  match: 'good',
  'older-badge': 'bad',
  'another-holder': 'bad',
  'not-a-code': 'warning',
  'other-keyboard': 'warning',
  unreadable: 'warning',
};

interface VerifyStepProps {
  readonly issue: IssueView;
  readonly verdict: ScanVerdict | null;
  /** Grows with each scan that was judged and each time the step is asked for: then the field is armed anew. */
  readonly scans: number;
  readonly snapshot: AppSnapshot;
  readonly onVerdict: (answer: VerifyView) => void;
  readonly onHandOver: () => void;
  readonly onChanged: () => void;
  readonly onLater: () => void;
}

/** The paper is scanned back and main compares; the window never learns whether by how much it differed. */
export function VerifyStep(props: VerifyStepProps) {
  const { issue, verdict, scans, snapshot, onVerdict, onHandOver, onChanged, onLater } = props;
  const words = useWords();
  const now = useNow();
  const say = useFailureWords();
  const { verify, print } = words.text.finish;
  const check = useAction('jobs.verify');
  const notOut = useAction('jobs.answer');
  const [arms, setArms] = useState(0);
  const { job } = issue;
  const judged = verdict === null ? null : verify.verdicts[verdict];
  const shown = job === null ? null : jobWords(job, snapshot.printers, words, now);
  const went = job === null ? null : wentElsewhere(issue, job, snapshot.printers, words.text);
  if (job === null || shown === null) return null;

  // What was read goes straight to main and is kept nowhere.
  const compare = (scanned: string, by: 'keyboard' | 'camera') =>
    void check.run({ jobId: job.id, scanned, by }).then((reply) => {
      if (reply === null || !reply.ok) return;
      playVerdict(reply.value.verdict === 'match');
      onVerdict(reply.value);
    });
  const isMatch = verdict === 'match' || job.state === 'verified';
  const actions = isMatch ? (
    <>
      <PrimaryButton onClick={onHandOver}>{verify.goOn}</PrimaryButton>
      <Button onClick={onLater}>{print.finishLater}</Button>
    </>
  ) : (
    <>
      <Button onClick={onHandOver}>{verify.skip}</Button>
      <Button
        isBusy={notOut.isBusy}
        onClick={() =>
          void notOut.run({ jobId: job.id, answer: 'no', note: 'operator-saw-no-badge' }).then(onChanged)
        }
      >
        {verify.notOut}
      </Button>
      <Button onClick={onLater}>{print.finishLater}</Button>
      <span>{verify.skipWhat}</span>
    </>
  );
  return (
    <Screen
      title={verify.title}
      intro={judged === null ? verify.what : undefined}
      takesFocus={isMatch}
      actions={actions}
    >
      <Said
        // Two equal verdicts are two answers, and each is read out.
        key={scans}
        verdict={judged === null ? null : `${judged.title}. ${judged.next}`}
        invitation={[`${verify.title}.`, shown.title, went ?? '', verify.armed]
          .filter((part) => part !== '')
          .join(' ')}
      />
      {judged === null || verdict === null ? (
        <JobStatus shown={shown} />
      ) : (
        <StatusPanel tone={tones[verdict]} title={judged.title}>
          <p>{judged.next}</p>
        </StatusPanel>
      )}
      {check.failure !== null && <Message {...say(check.failure)} />}
      {notOut.failure !== null && <Message {...say(notOut.failure)} />}
      <WentElsewhere said={went} />
      {!isMatch && (
        <div className={css['ways']}>
          <ScanField key={`${scans} ${arms}`} onScan={(scanned) => compare(scanned, 'keyboard')} />
          {/* Not made anew with each verdict: the camera goes on looking for the right badge. */}
          <CameraReader
            single
            purpose={{ kind: 'badge', jobId: job.id }}
            prompt={words.text.camera.badge}
            // The scanner stays ready beside the camera.
            onTurned={() => setArms((count) => count + 1)}
            onCode={(code) => compare(String.fromCharCode(...code), 'camera')}
          />
        </div>
      )}
      <JobFacts job={job} snapshot={snapshot} />
    </Screen>
  );
}

function Said({ verdict, invitation }: { readonly verdict: string | null; readonly invitation: string }) {
  useAnnouncement(verdict, 'assertive');
  useAnnouncement(verdict === null ? invitation : null);
  return null;
}
