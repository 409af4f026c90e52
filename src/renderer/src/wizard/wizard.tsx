import type { Operation } from '../../../shared/credential/kinds.ts';
import { assertNever } from '../../../shared/result.ts';
import type { AppSnapshot, IssueView } from '../../../shared/ipc/views.ts';
import { CheckStep } from './check-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FindStep } from './find-step.tsx';
import { HandOverStep } from './hand-over-step.tsx';
import { IssueStep } from './issue-step.tsx';
import { LookStep } from './look-step.tsx';
import { PrintStep } from './print-step.tsx';
import { ProgressLine } from './progress-line.tsx';
import { remedyFor } from './routing.ts';
import { TroubleStep } from './trouble-step.tsx';
import type { Wizard as WizardState } from './use-wizard.ts';
import { VerifyStep } from './verify-step.tsx';
import css from './wizard.module.css';

interface WizardProps {
  readonly wizard: WizardState;
  readonly snapshot: AppSnapshot;
  /** Shows the queue. */
  readonly onQueue: () => void;
  /** Puts the operation on screen aside for later and tells where to find it. */
  readonly onLater: () => void;
}

/** The step the operator is on. Each kind of step is its own component, so that coming to a step always starts it anew. */
export function Wizard(props: WizardProps) {
  return (
    <div className={css['wizard']}>
      <ProgressLine step={props.wizard.step} />
      <CurrentStep {...props} />
    </div>
  );
}

function CurrentStep({ wizard, snapshot, onQueue, onLater }: WizardProps) {
  const { step, send, issue, refresh } = wizard;
  const changed = (issue: IssueView) => send({ kind: 'issue-changed', issue });
  const startOver = () => send({ kind: 'left' });
  const handOver = () => send({ kind: 'hand-over-opened' });
  switch (step.kind) {
    case 'find':
      return (
        <FindStep
          ownName={snapshot.operator?.name ?? null}
          onChosen={(holder) => send({ kind: 'holder-chosen', holder, wanted: null })}
        />
      );
    case 'look':
      return <LookStep key="look" step={step} send={send} />;
    case 'choose':
      return <ChooseStep step={step} snapshot={snapshot} send={send} />;
    case 'plan':
      return <LookStep key="plan" step={step} send={send} />;
    case 'check':
      return <CheckStep step={step} send={send} onIssue={issue} />;
    case 'issue':
      return <IssueStep step={step} send={send} onQueue={onQueue} />;
    case 'print':
      return (
        <PrintStep
          issue={step.issue}
          snapshot={snapshot}
          onChanged={refresh}
          onLater={onLater}
          onNewCode={() => makeGood(step.issue, send)}
          onHandOver={handOver}
        />
      );
    case 'verify':
      return (
        <VerifyStep
          // Another badge is another step: nothing of the one before stays, the camera's run least of all.
          key={step.issue.job?.id}
          issue={step.issue}
          verdict={step.verdict}
          scans={step.scans}
          snapshot={snapshot}
          onVerdict={({ verdict, job }) => send({ kind: 'scan-judged', verdict, job })}
          onHandOver={handOver}
          onChanged={refresh}
          onLater={onLater}
        />
      );
    case 'hand-over':
      return (
        <HandOverStep
          issue={step.issue}
          snapshot={snapshot}
          onChanged={changed}
          onRefresh={refresh}
          onLater={onLater}
          onNewPin={() => startFor(step.issue, 'new-pin', send)}
        />
      );
    case 'trouble':
      return (
        <TroubleStep
          issue={step.issue}
          onRemedy={() => makeGood(step.issue, send)}
          onChanged={changed}
          onHandOver={handOver}
          onLater={onLater}
        />
      );
    case 'done':
      return <DoneStep issue={step.issue} onNext={startOver} />;
    default:
      return assertNever(step);
  }
}

/**
 * Starts the operation that repairs this one, with a fresh look at what the holder has now. Main closes the old entry
 * when the new one has taken its place, and carries a waiting PIN over.
 */
function makeGood(issue: IssueView, send: WizardState['send']): void {
  startFor(issue, remedyFor(issue), send);
}

function startFor(issue: IssueView, wanted: Operation | null, send: WizardState['send']): void {
  const holder = { id: issue.holderId, name: issue.holderName };
  send({ kind: 'left' });
  send({ kind: 'holder-chosen', holder, wanted });
}
