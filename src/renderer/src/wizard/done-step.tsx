import { operationFacts } from '../../../shared/credential/kinds.ts';
import type { IssueView } from '../../../shared/ipc/views.ts';
import { useAnnouncement } from '../components/announcer.tsx';
import { PrimaryButton } from '../components/buttons.tsx';
import { type Fact, Facts } from '../components/facts.tsx';
import { Screen } from '../components/screen.tsx';
import { StatusPanel } from '../components/status-panel.tsx';
import { useNow } from '../text/use-now.ts';
import { useWords } from '../text/use-words.tsx';

/** What has happened, what comes next, and the number that joins paper and record. */
export function DoneStep({ issue, onNext }: { readonly issue: IssueView; readonly onNext: () => void }) {
  const { text, format } = useWords();
  const now = useNow();
  const { done } = text.finish;
  const { job } = issue;
  const { prints, pin } = operationFacts[issue.operation];
  const next = done.next[issue.operation];
  useAnnouncement(next);
  const facts: Fact[] = [];
  if (job !== null) {
    facts.push(
      { name: done.reference, value: <bdi>{job.serial}</bdi> },
      { name: done.scan, value: job.witness === 'scan' ? done.verified : done.notVerified },
    );
  }
  if (issue.expiresAt !== null) {
    facts.push({
      name: text.steps.check.validUntil,
      value: format.expiry(issue.expiresAt, prints ?? 'standard', now),
    });
  }
  const hadSecret = prints !== null || pin === 'reset';
  return (
    <Screen
      title={done.titles[issue.operation](issue.holderName)}
      actions={<PrimaryButton onClick={onNext}>{done.button}</PrimaryButton>}
    >
      <StatusPanel tone="good" title={hadSecret ? done.handedOver : done.finished}>
        <p>{next}</p>
        {hadSecret && <p>{done.erased}</p>}
      </StatusPanel>
      {facts.length > 0 && <Facts facts={facts} />}
    </Screen>
  );
}
