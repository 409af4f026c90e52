import { useEffect, useState } from 'react';
import type { TrailEntry } from '../../../../shared/ipc/history.ts';
import type { ReplyOf } from '../../../../shared/ipc/contract.ts';
import { useStation } from '../../api/station-context.tsx';
import { Message } from '../../components/message.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import css from './trail-list.module.css';

/** The entries of the record about one operation, as they stand in an export: names and values are not translated. */
export function TrailList({ intentId }: { readonly intentId: string }) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const station = useStation();
  const [reply, setReply] = useState<ReplyOf<'history.trail'> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void station.call('history.trail', { intentId }).then((answer) => {
      if (isCurrent) setReply(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [station, intentId]);
  if (reply === null) return <p>{text.history.reading}</p>;
  if (!reply.ok) return <Message {...say(reply.failure)} />;
  if (reply.value.length === 0) return <p>{text.history.noTrail}</p>;
  return (
    <ol aria-label={text.history.trail} className={css['list']}>
      {reply.value.map((entry) => (
        <li key={entry.seq} className={css['entry']}>
          <time dateTime={entry.at} className={css['time']}>
            {format.toTheSecond(entry.at)}
          </time>
          <code dir="ltr" className={css['event']}>
            {entry.seq} · {entry.event}
          </code>
          <code dir="ltr" className={css['facts']}>
            {factsOf(entry)}
          </code>
        </li>
      ))}
    </ol>
  );
}

function factsOf({ operator, facts }: TrailEntry): string {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  const parts = known.map(([name, value]) => `${name}=${String(value)}`);
  return [...(operator === null ? [] : [`operator=${operator}`]), ...parts].join(' · ');
}
