import { type ReactNode, useId } from 'react';
import { operationFacts } from '../../../shared/credential/kinds.ts';
import type { Plan } from '../../../shared/ipc/views.ts';
import { Button, PrimaryButton, QuietButton } from '../components/buttons.tsx';
import { type Fact, Facts } from '../components/facts.tsx';
import { HolderSummary } from './holder-summary.tsx';
import { Screen } from '../components/screen.tsx';
import { VerdictIcon } from '../components/verdict-icon.tsx';
import { useNow } from '../text/use-now.ts';
import { useWords, type Words } from '../text/use-words.tsx';
import { CheckList } from './check-list.tsx';
import css from './check-step.module.css';
import type { WizardEvent } from './reducer.ts';
import type { Step } from './steps.ts';
import { usePhoto } from './use-photo.ts';

interface CheckStepProps {
  readonly step: Extract<Step, { kind: 'check' }>;
  readonly send: (event: WizardEvent) => void;
  readonly onIssue: () => void;
}

/** What is about to happen, what it ends, and whether everything is ready for it. The title and the button name the action. */
export function CheckStep({ step, send, onIssue }: CheckStepProps) {
  const words = useWords();
  const now = useNow();
  const { check, operations } = words.text.steps;
  const { plan } = step;
  const photo = usePhoto(plan.holder.id);
  const reasonId = useId();
  const operation = operations[plan.operation];
  const actions = (
    <>
      <PrimaryButton onClick={onIssue} isDisabled={!plan.ready} describedBy={reasonId}>
        {operation.button}
      </PrimaryButton>
      <Button onClick={() => send({ kind: 'back' })}>{words.text.shell.general.back}</Button>
      <QuietButton onClick={() => send({ kind: 'check-asked' })}>{check.again}</QuietButton>
      <span id={reasonId} className={css['reason']}>
        <VerdictIcon tone={plan.ready ? 'good' : 'bad'} />
        {plan.ready ? check.ready : check.notReady}
      </span>
    </>
  );
  // What stands in the way comes first, so that nobody has to look for it.
  const checks = <CheckList checks={plan.checks} />;
  return (
    <Screen title={operation.title(plan.holder.name)} actions={actions}>
      {!plan.ready && checks}
      <Facts
        facts={[
          { name: check.holder, value: <HolderSummary holder={plan.holder} photo={photo} size="large" /> },
          { name: check.action, value: operation.name },
          ...effects(plan, words, now),
        ]}
      />
      {plan.ready && checks}
    </Screen>
  );
}

function effects(plan: Plan, { text, format }: Words, now: number): readonly Fact[] {
  const { check } = text.steps;
  const { prints, pin } = operationFacts[plan.operation];
  const facts: Fact[] = [];
  if (prints === null) facts.push({ name: check.printer, value: check.prints });
  else if (plan.printer !== null) {
    facts.push({
      name: check.printer,
      value: `${plan.printer.name} (${text.shell.printer.moods[plan.printer.mood]})`,
    });
  }
  if (plan.expiresAt !== null) {
    const kind = plan.lifetime?.kind ?? 'standard';
    const when = format.expiry(plan.expiresAt, kind, now);
    facts.push({ name: check.validUntil, value: <strong>{when}</strong> });
  }
  facts.push(
    { name: check.stops, value: stopping(plan, check) },
    { name: check.pin, value: check.pins[pin] },
  );
  return facts;
}

function stopping(plan: Plan, check: Words['text']['steps']['check']): ReactNode {
  if (plan.operation !== 'remove' && plan.ends.length === 0) return check.nothingEnds;
  const sentences =
    plan.operation === 'remove' ? [check.everythingEnds] : plan.ends.map((kind) => check.ends[kind]);
  return (
    <span className={css['stops']}>
      <VerdictIcon tone="warning" />
      <strong>{sentences.join(' ')}</strong>
    </span>
  );
}
