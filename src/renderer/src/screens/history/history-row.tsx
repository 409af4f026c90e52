import { useId, useState } from 'react';
import type { HistoryItem } from '../../../../shared/ipc/history.ts';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';
import { QuietButton } from '../../components/buttons.tsx';
import { InlineFacts } from '../../components/inline-facts.tsx';
import { type Tone, VerdictIcon } from '../../components/verdict-icon.tsx';
import type { Catalogue } from '../../text/catalogue.ts';
import { jobTone, printerName } from '../../text/job-words.ts';
import { useWords } from '../../text/use-words.tsx';
import css from './history-row.module.css';
import { TrailList } from './trail-list.tsx';

interface HistoryRowProps {
  readonly item: HistoryItem;
  readonly snapshot: AppSnapshot;
}

/** One operation of the past: whose, what, how it ended, by whom; what the record says of it behind a button. */
export function HistoryRow({ item, snapshot }: HistoryRowProps) {
  const { text, format } = useWords();
  const words = text.history;
  const trailId = useId();
  const [isOpen, setOpen] = useState(false);
  const { badge } = item;
  const { tone, title } = endOf(item, text);
  const facts = [
    text.steps.operations[item.operation].name,
    format.dateTime(item.createdAt),
    words.by(item.operatorName),
    badge === null ? null : text.queue.serial(badge.serial),
    badge === null ? null : text.queue.printer(printerName(badge, snapshot.printers)),
    badge !== null && badge.copy > 1 ? text.queue.copy(format.number(badge.copy)) : null,
  ].filter((fact) => fact !== null);
  return (
    <li className={css['row']}>
      <VerdictIcon tone={tone} />
      <div className={css['words']}>
        <h2 className={css['name']}>
          <bdi>{item.holderName}</bdi>
        </h2>
        <p className={css['state']}>{title}</p>
        <InlineFacts facts={facts} />
      </div>
      <QuietButton onClick={() => setOpen(!isOpen)} about={item.holderName} expands={{ id: trailId, isOpen }}>
        {isOpen ? words.hideTrail : words.showTrail}
      </QuietButton>
      <div id={trailId} className={css['trail']} hidden={!isOpen}>
        {isOpen && <TrailList intentId={item.intentId} />}
      </div>
    </li>
  );
}

/** How it ended, or how it stands if it has not ended. */
function endOf(
  { badge, state }: HistoryItem,
  { queue, finish, history }: Catalogue,
): { readonly tone: Tone; readonly title: string } {
  if (state === 'done' || state === 'created') {
    if (badge !== null) return { tone: jobTone(badge.state), title: queue.states[badge.state] };
    return state === 'done'
      ? { tone: 'good', title: history.carriedOut }
      : { tone: 'waiting', title: queue.noJob.waiting };
  }
  return { tone: state === 'unknown' ? 'unknown' : 'warning', title: finish.troubles[state].title };
}
