import { useState } from 'react';
import type { AppSnapshot, IssueView } from '../../../../shared/ipc/views.ts';
import { Button, PrimaryButton } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { filterItems, type QueueFilter, type QueueItem } from './items.ts';
import { QueueRow } from './queue-row.tsx';
import css from './queue-screen.module.css';
import type { Queue } from './use-queue.ts';

interface QueueScreenProps {
  readonly queue: Queue;
  readonly snapshot: AppSnapshot;
  /** The operation that is open in the wizard now. */
  readonly currentIntentId: string | null;
  readonly onGoOn: (issue: IssueView) => void;
  readonly onFind: () => void;
}

const filters: readonly QueueFilter[] = ['all', 'person', 'printer'];

/** Everything that is not finished, and for each the one thing that brings it on. */
export function QueueScreen({ queue, snapshot, currentIntentId, onGoOn, onFind }: QueueScreenProps) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const [filter, setFilter] = useState<QueueFilter>('all');
  const [cancelling, setCancelling] = useState<QueueItem | null>(null);
  const words = text.queue;
  if (queue.items === null) {
    return (
      <Screen title={words.title}>
        {queue.failure === null ? (
          <StatusPanel tone="working" title={words.loading} />
        ) : (
          <Message {...say(queue.failure)}>
            <Button onClick={queue.again}>{text.shell.general.tryAgain}</Button>
          </Message>
        )}
      </Screen>
    );
  }
  if (queue.items.length === 0) {
    return (
      <Screen title={words.title} actions={<PrimaryButton onClick={onFind}>{words.emptyNext}</PrimaryButton>}>
        <p className={css['empty']}>{words.empty}</p>
      </Screen>
    );
  }
  const shown = filterItems(queue.items, filter);
  return (
    <Screen title={words.title} intro={words.summary(format.count(queue.items.length))}>
      <fieldset aria-label={words.filters.label} className={css['filters']}>
        {filters.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === filter}
            className={css['filter']}
            onClick={() => setFilter(name)}
          >
            {words.filters[name]} ({format.number(filterItems(queue.items ?? [], name).length)})
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <p className={css['empty']}>{words.emptyFilter}</p>
      ) : (
        <ul aria-label={words.list} className={css['list']}>
          {shown.map((item) => (
            <QueueRow
              key={item.intentId}
              item={item}
              snapshot={snapshot}
              isCurrent={item.intentId === currentIntentId}
              onGoOn={onGoOn}
              onCancel={() => setCancelling(item)}
              onChanged={queue.again}
            />
          ))}
        </ul>
      )}
      {cancelling?.job && (
        <CancelDialog
          job={cancelling.job}
          intentId={cancelling.issue === null || cancelling.issue.pinWaiting ? null : cancelling.intentId}
          onClose={() => setCancelling(null)}
          onChanged={queue.again}
        />
      )}
    </Screen>
  );
}
