import type { LineNote, LineState, WishKind } from '../../../../shared/credential/batch.ts';
import type { BatchPause } from '../../../../shared/ipc/batch.ts';
import { type Count, failureText as say } from '../types.ts';

/** Why somebody on a list is not served, in a few words. */
const notes: Readonly<Record<LineNote, string>> = {
  'listed-twice': 'On the list twice',
  'line-unreadable': 'This line cannot be read',
  'line-without-key': 'This line names nobody',
  'line-disagrees': 'Number and UPN belong to different people',
  'not-unique': 'More than one person fits',
  'own-badge': 'This is you',
  'code-fresh': 'Has a badge that works long enough',
  'code-changed': 'Somebody else has made a code meanwhile',
  'has-temporary': 'Has a temporary code that works',
  'badge-under-way': 'A badge is on its way already',
  'not-begun': 'The list was ended before',
  'badge-cancelled': 'The badge was cancelled',
  'picture-lost': 'A code exists, its badge got lost: look again',
  'half-done': 'The old code has ended, the new one is missing: look again',
  'outcome-unknown': 'Nobody could tell what happened: look again',
};

const counts: Readonly<Record<LineState, string>> = {
  waiting: 'Waiting',
  begun: 'Being made',
  issued: 'On the way',
  done: 'Finished',
  'left-out': 'Left out',
  failed: 'Not possible',
  unsure: 'To look at',
};

const kinds: Readonly<Record<WishKind, { readonly name: string; readonly what: string }>> = {
  badge: {
    name: 'Badges',
    what: 'A first badge for whoever has none, and a new one for whoever’s code has ended or ends soon.',
  },
  temporary: { name: 'Temporary codes', what: 'For one shift, beside the badge.' },
  extend: { name: 'More time', what: 'Badges that end soon work longer. Nothing is printed.' },
};

const whys: Readonly<Record<BatchPause, string>> = {
  person: 'Somebody paused it.',
  trouble: 'Something is in the way for everybody on the list.',
  locked: 'The station was locked.',
  restart: 'Badge Station was closed while the list was under way.',
};

/** Words of lists: badges for many people in a row. */
export const batch = {
  title: 'Lists',
  key: 'Open the lists',
  intro: 'Badges for many people. Each gets the checks of a single badge, one after the other.',
  wish: { label: 'What the people on the list get', kinds },
  withinDays: 'Ends within how many days counts as soon?',
  hours: 'Valid for how many hours?',
  slips: 'Print each PIN on a slip of its own',
  pinsHint: 'PINs wait sealed at this station and are shown one at a time when a badge is handed over.',
  from: { label: 'Where the people come from', file: 'File', text: 'Pasted text' },
  file: {
    what: 'A CSV file with a column for the employee number, the UPN or the name, and a line for each person.',
    button: 'Choose a file',
  },
  paste: { label: 'A table, or one column of numbers or UPNs', button: 'Read the text' },
  readList: 'Read the list',
  reading: {
    title: 'Looking up the people on the list…',
    progress: (done: string, of: string) => `${done} of ${of} people`,
    what: 'Nothing is changed by this.',
    stop: 'Stop reading',
  },
  patience: (time: string) => `Microsoft asks for patience until ${time}. It goes on by itself.`,
  ready: {
    title: (count: Count) => (count.n === 1 ? '1 person is next' : `${count.text} people are next`),
    nothing: 'Nobody on this list needs anything',
    what: 'Nothing has been changed yet. Everybody is checked once more when it is their turn.',
    ends: 'Where a working badge is replaced, the next one waits until the new badge was scanned.',
    start: 'Start',
    discard: 'Discard the list',
  },
  run: {
    title: 'The list is under way',
    progress: (done: string, of: string) => `${done} of ${of} done`,
    now: (name: string) => `Now: ${name}`,
    waits: {
      paper: 'Waiting for the printer.',
      scan: 'Scan the badge that came out. Only then does the next old code end.',
      person: 'A badge needs you. Open the queue.',
    },
    ahead: 'Made, not finished yet',
    pause: 'Pause',
    scan: 'Scan here',
    otherBadge: 'That was not this badge. Scan the one that came out last.',
  },
  paused: {
    title: 'The list is paused',
    whys,
    safe: 'Nobody is served twice, and nobody is forgotten.',
    goOn: 'Go on',
    end: 'End it here',
  },
  ended: {
    title: 'The list is finished',
    pins: (count: Count) =>
      count.n === 1
        ? '1 PIN waits sealed. Show it in the queue when the badge is handed over.'
        : `${count.text} PINs wait sealed. Show them one at a time in the queue when badges are handed over.`,
    save: 'Save the report',
    saved: 'The report is saved. It holds no code and no PIN.',
    again: 'Look again at whoever was not served',
    close: 'Close the report',
  },
  people: {
    label: 'People on the list',
    show: 'Show',
    all: 'All',
    line: (line: string) => `Line ${line}`,
    more: 'Show more',
    none: 'Nobody here.',
  },
  counts,
  notes,
};

export type BatchText = typeof batch;

export const batchFailures = {
  'list-unreadable': say(
    'The file could not be opened',
    'Badge Station may not read it, or it is gone.',
    'Copy it to this computer, then choose it again.',
  ),
  'list-encoding': say(
    'The letters of this file cannot be told for certain',
    'It is not saved as UTF-8, or it is no table, so names could be read wrongly.',
    'Save it as “CSV UTF-8”, then choose it again.',
  ),
  'list-columns': say(
    'No column names the people',
    'The first line has to name each column once: employee number, UPN or name.',
    'Add or correct the first line, then read the list again.',
  ),
  'list-broken': say(
    'This is no table',
    'Too many of its lines cannot be read.',
    'Save the list as CSV again, then choose it.',
  ),
  'list-too-long': say(
    'The list is too long',
    'A list may have 5,000 people and 4 megabytes.',
    'Split it, or choose a smaller group.',
  ),
  'batch-running': say(
    'A list is under way',
    'The station serves one person at a time, so a single badge waits.',
    'Pause the list, issue the badge, then go on with the list.',
  ),
  'batch-in-hand': say(
    'Another list is not finished',
    'One list at a time can be in hand.',
    'Go on with it or end it, then read this one.',
  ),
  'report-unwritable': say(
    'The report could not be saved',
    'Nothing was written there.',
    'Choose another folder.',
  ),
};
