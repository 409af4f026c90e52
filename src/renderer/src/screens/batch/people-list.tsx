import { useEffect, useRef, useState } from 'react';
import {
  type LineCounts,
  type LineReason,
  type LineState,
  lineStates,
} from '../../../../shared/credential/batch.ts';
import { failureCodes } from '../../../../shared/failure-codes.ts';
import type { BatchLines, BatchLineView } from '../../../../shared/ipc/batch.ts';
import { useStation } from '../../api/station-context.tsx';
import { Button } from '../../components/buttons.tsx';
import { useWords, type Words } from '../../text/use-words.tsx';
import css from './batch.module.css';

const pageLines = 50;
/** The most a page of lines may have (requests.ts). Whoever needs to see more saves the report. */
const mostShown = 200;

interface PeopleListProps {
  readonly counts: LineCounts;
  /** What is shown first; null = everybody. */
  readonly first: LineState | null;
}

/** Everybody on the list with what is done for them and how it stands, by state. */
export function PeopleList({ counts, first }: PeopleListProps) {
  const words = useWords();
  const { text, format } = words;
  const station = useStation();
  const [state, setState] = useState<LineState | null>(first);
  const [shown, setShown] = useState(pageLines);
  const [page, setPage] = useState<BatchLines | null>(null);
  const asked = useRef('');
  // Whatever changes about a line changes a count; a line that moves within a state shows no different words.
  const version = lineStates.map((each) => counts[each]).join(' ');
  useEffect(() => {
    const mine = `${version} ${state} ${shown}`;
    asked.current = mine;
    void station
      .call('batch.lines', { states: state === null ? [] : [state], from: 0, count: shown })
      .then((reply) => {
        if (mine === asked.current && reply.ok) setPage(reply.value);
      });
  }, [station, state, shown, version]);
  const all = lineStates.reduce((sum, each) => sum + counts[each], 0);
  const choose = (to: LineState | null) => {
    setState(to);
    setShown(pageLines);
  };
  const tab = (each: LineState | null, name: string, count: number) => (
    <button
      key={each ?? 'all'}
      type="button"
      aria-pressed={each === state}
      className={css['tab']}
      onClick={() => choose(each)}
    >
      {name} ({format.number(count)})
    </button>
  );
  const hasMore = page !== null && page.total > page.lines.length && shown < mostShown;
  return (
    <section className={css['group']} aria-label={text.batch.people.label}>
      <fieldset aria-label={text.batch.people.show} className={css['tabs']}>
        {tab(null, text.batch.people.all, all)}
        {lineStates
          .filter((each) => counts[each] > 0 || each === state)
          .map((each) => tab(each, text.batch.counts[each], counts[each]))}
      </fieldset>
      {page !== null && page.lines.length === 0 && <p className={css['hint']}>{text.batch.people.none}</p>}
      {page !== null && page.lines.length > 0 && (
        <ul aria-label={text.batch.people.label} className={css['list']}>
          {page.lines.map((line) => (
            <Row key={line.place} line={line} words={words} />
          ))}
        </ul>
      )}
      {hasMore && (
        <div>
          <Button onClick={() => setShown(Math.min(shown + pageLines, mostShown))}>
            {text.batch.people.more}
          </Button>
        </div>
      )}
    </section>
  );
}

function Row({ line, words }: { readonly line: BatchLineView; readonly words: Words }) {
  const { text, format } = words;
  const where = line.line === null ? null : text.batch.people.line(format.number(line.line));
  const entry = [where, line.entry].filter((part) => part !== null && part !== '').join(' · ');
  const paper = line.badge === null || line.state === 'failed' ? null : text.queue.states[line.badge];
  const standing = [line.reason === null ? null : reasonWords(line.reason, text), paper].filter(
    (part) => part !== null,
  );
  return (
    <li className={css['row']}>
      <span className={css['person']}>
        {line.holderName !== null && <bdi className={css['name']}>{line.holderName}</bdi>}
        <bdi className={css['entry']}>{entry}</bdi>
      </span>
      <span className={css['doing']}>
        {line.operation === null ? '' : text.steps.operations[line.operation].name}
      </span>
      <span className={css['standing']}>
        {text.batch.counts[line.state]}
        {standing.length > 0 && <span className={css['entry']}>{standing.join(' · ')}</span>}
      </span>
    </li>
  );
}

function reasonWords(reason: LineReason, text: Words['text']): string {
  const code = failureCodes.find((each) => each === reason);
  if (code !== undefined) return text.failures[code].title;
  const notes: Readonly<Record<string, string>> = text.batch.notes;
  return notes[reason] ?? reason;
}
