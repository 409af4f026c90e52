import { Field, SearchBox, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { historyFilters, historyPeriods } from '../../../../shared/ipc/history.ts';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';
import { useAnnouncement } from '../../components/announcer.tsx';
import { Button } from '../../components/buttons.tsx';
import { CodeGuard } from '../../components/code-guard.ts';
import { Message } from '../../components/message.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusPanel } from '../../components/status-panel.tsx';
import { useFailureWords, useWords } from '../../text/use-words.tsx';
import { HistoryRow } from './history-row.tsx';
import css from './history-screen.module.css';
import { RecordPanel } from './record-panel.tsx';
import { useHistory, type Wanted } from './use-history.ts';

const usual: Wanted = { text: '', filter: 'all', period: 'month' };

/** What was done at this station: for whom, by whom, how it ended; and the record behind it, to check and to export. */
export function HistoryScreen({ snapshot }: { readonly snapshot: AppSnapshot }) {
  const { text, format } = useWords();
  const say = useFailureWords();
  const [wanted, setWanted] = useState(usual);
  const [guard] = useState(() => new CodeGuard());
  const history = useHistory(wanted);
  const words = text.history;
  const { items, isReading } = history;
  const found = items === null || isReading ? null : words.found(format.count(items.length));
  useAnnouncement(found);
  return (
    <Screen title={words.title} intro={words.intro}>
      <div className={css['tools']}>
        <Field label={words.search} className={css['search'] ?? ''}>
          <SearchBox
            size="large"
            value={wanted.text}
            // SECURITY: scanned-codes (docs/security.md). Somebody scanned a badge into the field: it must not reach a query
            // or the screen.
            onChange={(_event, { value }) =>
              setWanted({ ...wanted, text: guard.pass(value, performance.now()) ?? '' })
            }
          />
        </Field>
        <Field label={words.period}>
          <Select
            size="large"
            value={wanted.period}
            onChange={(_event, { value }) =>
              setWanted({ ...wanted, period: historyPeriods.find((each) => each === value) ?? usual.period })
            }
          >
            {historyPeriods.map((period) => (
              <option key={period} value={period}>
                {words.periods[period]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <fieldset aria-label={words.filter} className={css['filters']}>
        {historyFilters.map((filter) => (
          <button
            key={filter}
            type="button"
            aria-pressed={filter === wanted.filter}
            className={css['filter']}
            onClick={() => setWanted({ ...wanted, filter })}
          >
            {words.filters[filter]}
          </button>
        ))}
      </fieldset>
      {history.failure !== null && (
        <Message {...say(history.failure)}>
          <Button onClick={history.again}>{text.shell.general.tryAgain}</Button>
        </Message>
      )}
      {items === null && history.failure === null && <StatusPanel tone="working" title={words.reading} />}
      {items?.length === 0 && !isReading && <p className={css['empty']}>{words.nothing}</p>}
      {items !== null && items.length > 0 && (
        <ul aria-label={words.list} aria-busy={isReading} className={css['list']}>
          {items.map((item) => (
            <HistoryRow key={item.intentId} item={item} snapshot={snapshot} />
          ))}
        </ul>
      )}
      {history.hasMore && (
        <div>
          <Button onClick={history.readMore} isBusy={isReading}>
            {words.more}
          </Button>
        </div>
      )}
      <RecordPanel />
    </Screen>
  );
}
