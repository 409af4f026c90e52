import type { CodeKind, Operation } from '../../../../shared/credential/kinds.ts';
import type { Check, CheckName } from '../../../../shared/ipc/views.ts';
import type { Count } from '../types.ts';

type OperationText = {
  /** On the card where it is chosen. */
  readonly name: string;
  readonly what: string;
  /** Title of the check screen: what is about to happen. */
  readonly title: (name: string) => string;
  /** The button that does it. */
  readonly button: string;
};

const operations: Readonly<Record<Operation, OperationText>> = {
  'first-badge': {
    name: 'First badge',
    what: 'Creates a QR code and a first PIN, and prints the badge.',
    title: (name) => `Issue a first badge for ${name}`,
    button: 'Issue and print',
  },
  replace: {
    name: 'Replace badge',
    what: 'For a lost, damaged or expired badge. The old code ends and a new badge is printed.',
    title: (name) => `Replace the badge of ${name}`,
    button: 'Replace and print',
  },
  temporary: {
    name: 'Temporary code',
    what: 'For a badge left at home. Works for some hours beside the badge, with the same PIN.',
    title: (name) => `Issue a temporary code for ${name}`,
    button: 'Issue and print',
  },
  'end-temporary': {
    name: 'End temporary code',
    what: 'The badge was found or the shift is over. Nothing is printed.',
    title: (name) => `End the temporary code of ${name}`,
    button: 'End temporary code',
  },
  extend: {
    name: 'Extend badge',
    what: 'The badge stays the same and works longer. Nothing is printed.',
    title: (name) => `Extend the badge of ${name}`,
    button: 'Extend badge',
  },
  'new-pin': {
    name: 'New PIN',
    what: 'For a forgotten PIN. The badge stays the same.',
    title: (name) => `Give ${name} a new PIN`,
    button: 'Set new PIN',
  },
  remove: {
    name: 'Remove everything',
    what: 'Ends every code and the PIN. For people who leave.',
    title: (name) => `Remove the badge and PIN of ${name}`,
    button: 'Remove everything',
  },
};

const checks: Readonly<Record<CheckName, { readonly name: string; readonly ok: string }>> = {
  holder: { name: 'Holder', ok: 'The account is active.' },
  licence: { name: 'Licence', ok: 'A licence is assigned.' },
  credential: { name: 'Codes', ok: 'What the holder has now fits this step.' },
  role: { name: 'Your role', ok: 'Microsoft let you do this here before.' },
  policy: { name: 'Sign-in policy', ok: 'The policy covers this person.' },
  printer: { name: 'Printer', ok: 'The printer answers.' },
  media: { name: 'Badge size', ok: 'The badge fits what is loaded.' },
  seal: { name: 'Key store', ok: 'Codes can be kept sealed.' },
  disk: { name: 'Storage', ok: 'The queue can be written.' },
  clock: { name: 'Clock', ok: 'The clock agrees with Microsoft.' },
  'open-work': { name: 'Unfinished work', ok: 'Nothing is waiting for this holder.' },
};

const verdicts: Readonly<Record<Check['verdict'], string>> = {
  ok: 'Fine',
  warning: 'Take note',
  failed: 'In the way',
  unknown: 'Not known',
};

const ends: Readonly<Record<CodeKind, string>> = {
  standard: 'The badge in use now stops working at once.',
  temporary: 'The temporary code in use now stops working at once.',
};

/** Words of the steps before anything is written: find, choose, check. */
export const steps = {
  progress: {
    label: 'Steps',
    names: {
      find: 'Find',
      choose: 'Choose',
      check: 'Check',
      print: 'Issue and print',
      verify: 'Verify',
      'hand-over': 'Hand over',
    },
    done: 'finished',
  },
  find: {
    title: 'Who is the badge for?',
    label: 'Name, user name or employee number',
    hint: 'Type at least two characters, or scan a staff card.',
    searching: 'Searching…',
    results: (count: Count) => (count.n === 1 ? '1 person found' : `${count.text} people found`),
    more: 'Show more',
    none: (text: string) => `No one found for “${text}”. Check the spelling or search by employee number.`,
    list: 'People found',
    disabled: 'Account switched off',
    guest: 'Guest account',
    secretScanned: {
      title: 'That was the code of a badge',
      what: 'It is a sign-in code, not an employee number. It was removed and not searched for.',
      next: 'Search by name, or scan the number on a staff card.',
    },
  },
  choose: {
    title: (name: string) => `What does ${name} need?`,
    reading: (name: string) => `Looking up the badge of ${name}…`,
    current: 'What the holder has now',
    none: 'No badge yet.',
    noStandard: 'No badge.',
    standardUntil: (when: string) => `Badge valid until ${when}.`,
    standardEnded: (when: string) => `Badge expired on ${when}.`,
    lastUsed: (when: string) => `Last used ${when}.`,
    neverUsed: 'Never used.',
    temporaryUntil: (when: string) => `Temporary code valid until ${when}.`,
    temporaryEnded: (when: string) => `Temporary code ended on ${when}.`,
    mustChangePin: 'The PIN is a first one and changes at the next sign-in.',
    operations: 'What to do',
    suggested: 'Suggested',
    continue: 'Continue',
    nothing: 'Nothing can be done for this person right now.',
    notHere: (why: string) => `Not possible now: ${why}.`,
  },
  operations,
  lifetime: {
    days: 'Valid for how many days?',
    daysRange: (min: string, max: string) => `Enter a whole number from ${min} to ${max}.`,
    endsOn: (when: string) => `Ends on ${when}.`,
    newEnd: (when: string) => `New end: ${when}.`,
    hours: 'Valid for how long?',
    hoursChoice: (count: Count) => (count.n === 1 ? '1 hour' : `${count.text} hours`),
    until: (when: string) => `until ${when}`,
    endOfShift: 'Until the end of the shift',
    endTime: 'End of the shift',
    endRange: (first: string, last: string) => `Choose a time between ${first} and ${last}.`,
  },
  printer: {
    label: 'Printer',
    usual: 'usual printer',
    choose: 'Choose a printer',
  },
  check: {
    reading: 'Checking that everything is ready…',
    holder: 'Holder',
    action: 'Action',
    printer: 'Printer',
    prints: 'Nothing is printed',
    validUntil: 'Valid until',
    stops: 'Stops working',
    ends,
    nothingEnds: 'Nothing stops working.',
    everythingEnds: 'Every code and the PIN stop working at once.',
    pin: 'PIN',
    pins: {
      drawn: 'A first PIN is shown at hand-over. It changes at the first sign-in.',
      kept: 'The PIN stays the same.',
      reset: 'A new PIN is shown at hand-over. The old one stops working.',
      gone: 'The PIN is removed.',
    },
    list: 'Checks',
    checks,
    verdicts,
    noReason: 'It could not be found out.',
    notReady: 'One of the checks is in the way. Nothing has been changed.',
    ready: 'Everything is ready.',
    again: 'Check again',
  },
};

export type StepsText = typeof steps;
