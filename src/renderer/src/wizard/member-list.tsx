import { Spinner } from '@fluentui/react-components';
import type { Holder } from '../../../shared/credential/holder.ts';
import { useAnnouncement } from '../components/announcer.tsx';
import { Button } from '../components/buttons.tsx';
import { PressList } from '../components/press-list.tsx';
import { useWords } from '../text/use-words.tsx';
import { HolderSummary } from './holder-summary.tsx';
import { ListTrouble } from './list-trouble.tsx';
import css from './member-list.module.css';
import { type Source, useMembers } from './use-members.ts';

interface MemberListProps {
  readonly title: string;
  readonly source: Source;
  readonly onChosen: (holder: Holder) => void;
}

/** The people on a list, to press one of them. */
export function MemberList({ title, source, onChosen }: MemberListProps) {
  const { text, format } = useWords();
  const words = text.people.lists;
  const { holders, hasMore, isReading, failure, more, again } = useMembers(source);
  const count = holders === null ? null : text.steps.find.results(format.count(holders.length));
  const summary = holders?.length === 0 && !hasMore ? words.nobody : count;
  useAnnouncement(failure === null ? summary : null);
  return (
    <section aria-label={title} className={css['section']}>
      <h2 className={css['title']}>
        <bdi>{title}</bdi>
      </h2>
      {holders === null && isReading && (
        <Spinner size="tiny" label={words.reading} className={css['note'] ?? ''} />
      )}
      {summary !== null && <p className={css['count']}>{summary}</p>}
      {holders !== null && holders.length > 0 && (
        <PressList label={title} items={holders} keyOf={({ id }) => id} onPressed={onChosen}>
          {(holder) => <HolderSummary holder={holder} />}
        </PressList>
      )}
      {failure !== null && <ListTrouble failure={failure} onAgain={again} />}
      {hasMore && failure === null && (
        <div>
          <Button onClick={more} isBusy={isReading}>
            {text.steps.find.more}
          </Button>
        </div>
      )}
    </section>
  );
}
