import type { HistoryFilter, HistoryPeriod, TrailBreak } from '../../../../shared/ipc/history.ts';
import type { Count } from '../types.ts';

const filters: Readonly<Record<HistoryFilter, string>> = {
  all: 'All',
  'handed-over': 'Handed over',
  otherwise: 'Ended otherwise',
  copies: 'Second copies',
};

const periods: Readonly<Record<HistoryPeriod, string>> = {
  day: 'Last 24 hours',
  week: 'Last 7 days',
  month: 'Last 31 days',
  all: 'As far back as it goes',
};

const breaks: Readonly<Record<TrailBreak, (entry: string) => string>> = {
  changed: (entry) => `Entry ${entry} was changed after it was written.`,
  missing: (entry) => `Entry ${entry} is missing.`,
  misplaced: (entry) => `Entry ${entry} is not where it belongs.`,
  unlinked: (entry) => `Entry ${entry} does not follow from the one before it.`,
  unreadable: (entry) => `Entry ${entry} cannot be read.`,
  orphaned: (entry) =>
    `A badge rests on entry ${entry}, which is missing or says something else. Newer entries were cut off, or the badge was changed.`,
};

/** Words of the history, and of the record behind it. */
export const history = {
  title: 'History',
  intro: 'What was done at this station, for 400 days.',
  search: 'Name, user name, serial or operator',
  period: 'Period',
  periods,
  filter: 'Show',
  filters,
  list: 'Operations',
  found: (count: Count) =>
    count.n === 0 ? 'Nothing found' : count.n === 1 ? '1 operation' : `${count.text} operations`,
  reading: 'Looking it up…',
  nothing: 'Nothing in this period that fits.',
  more: 'Show more',
  by: (operator: string) => `By ${operator}`,
  carriedOut: 'Carried out',
  showTrail: 'Show the record',
  hideTrail: 'Hide the record',
  trail: 'Entries in the record',
  noTrail: 'The record of this was removed when its time was up.',
  record: {
    title: 'The record',
    what: 'Every step leaves an entry that carries the fingerprint of the one before, so that a change shows. It holds no code and no PIN.',
    newest: 'Newest entry:',
    check: 'Check the record',
    checking: 'Checking…',
    whole: (count: Count) =>
      count.n === 1
        ? 'The record is whole: 1 entry'
        : `The record is whole: ${count.text} entries, each following from the one before`,
    removed: (entry: string) => `Entries up to ${entry} were removed because their time was up.`,
    wholeLimit:
      'Whether newer entries were cut off at the end cannot be seen here. Write the newest entry down, or keep an export elsewhere, and compare later.',
    broken: 'The record is broken',
    breaks,
    brokenNext: 'Leave the station as it is and tell your IT team.',
    exportTable: 'Export as a table (CSV)',
    exportJson: 'Export as JSON',
    written: (file: string) =>
      `Written: ${file}. It names people; keep it where only the right ones can read it.`,
  },
};

export type HistoryText = typeof history;
