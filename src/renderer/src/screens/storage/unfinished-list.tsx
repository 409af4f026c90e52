import type { UnfinishedView } from '../../../../shared/ipc/storage.ts';
import { InlineFacts } from '../../components/inline-facts.tsx';
import type { Catalogue } from '../../text/catalogue.ts';
import { useWords } from '../../text/use-words.tsx';
import css from './unfinished-list.module.css';

/** Whose badge or PIN was not finished when the queue broke: name, operation, how far it had come. */
export function UnfinishedList({ unfinished }: { readonly unfinished: readonly UnfinishedView[] }) {
  const { text, format } = useWords();
  const words = text.storage.unfinished;
  return (
    <ul aria-label={words.list} className={css['list']}>
      {unfinished.map(({ holderName, operation, badge, pinWaited, startedAt }) => (
        <li key={`${holderName} ${startedAt}`} className={css['item']}>
          <strong>
            <bdi>{holderName}</bdi>
          </strong>
          <InlineFacts
            facts={[
              text.steps.operations[operation].name,
              badgeWords(badge, text),
              ...(pinWaited ? [words.pin] : []),
              format.dateTime(startedAt),
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

function badgeWords(badge: UnfinishedView['badge'], { queue, storage }: Catalogue): string {
  if (badge === null) return storage.unfinished.noBadge;
  return badge === 'unreadable' ? storage.unfinished.unreadable : queue.states[badge];
}
