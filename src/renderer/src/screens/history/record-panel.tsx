import { useId, useState } from 'react';
import type { EventName } from '../../../../shared/ipc/contract.ts';
import type { AnchorView, TrailCheck } from '../../../../shared/ipc/history.ts';
import { useAction } from '../../api/use-action.ts';
import { useReading } from '../../api/use-reading.ts';
import { useAnnouncement } from '../../components/announcer.tsx';
import { Button } from '../../components/buttons.tsx';
import { Message } from '../../components/message.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import type { Catalogue } from '../../text/catalogue.ts';
import type { Formats } from '../../text/format.ts';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import css from './record-panel.module.css';

const events: readonly EventName[] = ['job', 'issue', 'snapshot'];

/** The record as a whole: is it sound, which entry is the newest, and a copy to keep elsewhere. */
export function RecordPanel() {
  const { text, format } = useWords();
  const say = useFailureWords();
  const titleId = useId();
  const words = text.history.record;
  const newest = useReading('history.anchor', events);
  const check = useAction('history.check');
  const exporting = useAction('history.export');
  const [result, setResult] = useState<TrailCheck | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const verdict = result === null ? null : verdictOf(result, text, format);
  useAnnouncement(verdict === null ? null : [verdict.title, ...verdict.more].join(' '));
  useAnnouncement(written === null ? null : words.written(written));

  const look = async () => {
    setResult(null);
    const reply = await check.run({});
    if (reply?.ok === true) setResult(reply.value);
  };
  const write = async (kind: 'csv' | 'json') => {
    setWritten(null);
    const reply = await exporting.run({ format: kind });
    if (reply?.ok === true) setWritten(reply.value.file);
  };
  return (
    <section aria-labelledby={titleId} className={css['panel']}>
      <h2 id={titleId} className={css['title']}>
        {words.title}
      </h2>
      <p className={css['line']}>{words.what}</p>
      {newest.reply?.ok === true && (
        <p className={css['line']}>
          {words.newest} <Anchor anchor={newest.reply.value} />
        </p>
      )}
      <div className={css['buttons']}>
        <Button onClick={() => void look()} isBusy={check.isBusy}>
          {check.isBusy ? words.checking : words.check}
        </Button>
        <Button onClick={() => void write('csv')} isBusy={exporting.isBusy}>
          {words.exportTable}
        </Button>
        <Button onClick={() => void write('json')} isBusy={exporting.isBusy}>
          {words.exportJson}
        </Button>
      </div>
      {verdict !== null && (
        <StatusPanel tone={verdict.tone} title={verdict.title}>
          {verdict.more.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </StatusPanel>
      )}
      {written !== null && <p className={css['line']}>{words.written(written)}</p>}
      {check.failure !== null && <Message {...say(check.failure)} />}
      {exporting.failure !== null && <Message {...say(exporting.failure)} />}
    </section>
  );
}

/** An entry to write down: digits and letters in groups, always left to right. */
function Anchor({ anchor }: { readonly anchor: AnchorView }) {
  return (
    <code dir="ltr" className={css['anchor']}>
      {anchor.seq}:{anchor.fingerprint}
    </code>
  );
}

function verdictOf(
  result: TrailCheck,
  { history }: Catalogue,
  format: Formats,
): { readonly tone: 'good' | 'bad'; readonly title: string; readonly more: readonly string[] } {
  const words = history.record;
  if (result.kind === 'broken') {
    const seq = format.number(result.seq);
    return {
      tone: 'bad',
      title: words.broken,
      more: [words.breaks[result.why](seq), words.brokenNext],
    };
  }
  const removed = result.firstSeq > 1 ? [words.removed(format.number(result.firstSeq - 1))] : [];
  return {
    tone: 'good',
    title: words.whole(format.count(result.entries)),
    more: [...removed, words.wholeLimit],
  };
}
