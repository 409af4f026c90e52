import type { EventName } from '../../../shared/ipc/contract.ts';
import type { IssueProgress } from '../../../shared/ipc/progress.ts';
import { useAction } from '../api/use-action.ts';
import { useReading } from '../api/use-reading.ts';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button } from '../components/buttons.tsx';
import { Screen } from '../components/screen.tsx';
import { StatusPanel } from '../components/status-panel.tsx';
import { useNow } from '../text/use-now.ts';
import { useWords, type Words } from '../text/use-words.tsx';
import { stepLine, waitOf } from './wait.ts';

const events: readonly EventName[] = ['issue'];

/** What main waits for, which write that is, since when, and the way to end a wait that has become long. */
export function WaitPanel({ name }: { readonly name: string }) {
  const words = useWords();
  const now = useNow(1000);
  const { issue } = words.text.finish;
  const { reply } = useReading('issue.progress', events);
  const stop = useAction('issue.cancelWait');
  const progress = reply?.ok === true ? reply.value : null;
  const wait = waitOf(progress, now);
  const step = progress === null ? null : stepLine(progress, words);
  const more = progress === null ? [] : sentences(progress, wait.isLong, words, now);
  const news = step === null ? more : [step, ...more];
  useAnnouncement(news.length === 0 ? null : news.join(' '));
  return (
    <Screen
      title={issue.title(name)}
      actions={
        wait.canStop && (
          <Button onClick={() => void stop.run({})} isBusy={stop.isBusy}>
            {issue.stopWaiting}
          </Button>
        )
      }
    >
      <StatusPanel tone="working" title={progress === null ? issue.working : titleOf(progress, words)}>
        {step !== null && <p>{step}</p>}
        {/* Counts in silence: a timer is not read out by itself (WAI-ARIA 1.2, role timer). */}
        {wait.seconds !== null && (
          <p role="timer">{words.text.wait.seconds(words.format.count(wait.seconds))}</p>
        )}
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </StatusPanel>
    </Screen>
  );
}

/** Where the operator gave up waiting, no answer got lost. */
function titleOf({ phase, cancelled }: IssueProgress, { text }: Words): string {
  return cancelled && phase === 'reading' ? text.wait.looking : text.finish.issue.phases[phase];
}

function sentences(
  { pause, cancelled, phase }: IssueProgress,
  isLong: boolean,
  words: Words,
  now: number,
): readonly string[] {
  const { finish, wait } = words.text;
  const paused =
    pause === null
      ? []
      : [finish.issue.pauses[pause.reason], finish.issue.nextTry(words.format.shortTime(pause.until, now))];
  if (cancelled) return [...paused, finish.issue.stopping];
  if (!isLong) return paused;
  const isAsking = phase === 'writing' || phase === 'checking';
  return isAsking ? [wait.slow, wait.stopWhat] : [...paused, wait.stopWhat];
}
