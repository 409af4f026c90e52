import type { Operation } from '../../../../shared/credential/kinds.ts';
import type { IssuePhase, IssueProgress } from '../../../../shared/ipc/progress.ts';
import type { IssueState } from '../../../../shared/ipc/views.ts';
import type { ScanVerdict } from '../../../../shared/printing/job.ts';
import type { Count } from '../types.ts';

type Trouble = Exclude<IssueState, 'created' | 'done'>;

const troubles: Readonly<
  Record<Trouble, { readonly title: string; readonly what: string; readonly action: string }>
> = {
  'not-done': {
    title: 'Nothing was changed',
    what: 'Microsoft did not carry out the step. What the holder had before still works.',
    action: 'Check again',
  },
  'picture-lost': {
    title: 'A new code exists, but its picture was lost',
    what: 'The answer with the picture never arrived, and it is given only once. Nobody can use this code.',
    action: 'Replace it to print a badge',
  },
  unknown: {
    title: 'We do not know yet whether the new code exists',
    what: 'Microsoft did not answer. Asking again can take half a minute; nothing is created twice.',
    action: 'Look again',
  },
  'half-done': {
    title: 'The old code has ended and there is no new one yet',
    what: 'The holder cannot sign in with a badge right now.',
    action: 'Issue the new code now',
  },
};

const verdicts: Readonly<Record<ScanVerdict, { readonly title: string; readonly next: string }>> = {
  match: { title: 'This is the right badge', next: 'It can be handed over.' },
  'older-badge': {
    title: 'This is an older badge of the same holder',
    next: 'Scan the new one. Take the older one back and destroy it.',
  },
  'another-holder': {
    title: 'This badge belongs to someone else',
    next: 'Do not hand it over. Look for the badge with the serial below.',
  },
  'not-a-code': {
    title: 'This is not a sign-in code',
    next: 'Scan the large square on the badge.',
  },
  'other-keyboard': {
    title: 'The scanner types in another keyboard language',
    next: 'This is the text of the right badge with some letters exchanged, which proves nothing. Switch Caps Lock off, set the scanner to this computer’s keyboard language, or use the camera.',
  },
  unreadable: {
    title: 'The scan could not be read',
    next: 'Hold the scanner straight and try again. If it keeps failing, check that the print is dark and sharp.',
  },
};

const doneTitles: Readonly<Record<Operation, (name: string) => string>> = {
  'first-badge': (name) => `${name} has the badge`,
  replace: (name) => `${name} has the new badge`,
  temporary: (name) => `${name} has the temporary code`,
  'end-temporary': (name) => `The temporary code of ${name} has ended`,
  extend: (name) => `The badge of ${name} works longer`,
  'new-pin': (name) => `${name} has the new PIN`,
  remove: (name) => `The badge and PIN of ${name} are removed`,
};

const doneNext: Readonly<Record<Operation, string>> = {
  'first-badge': 'At the first sign-in the holder scans the badge, types the PIN and chooses an own one.',
  replace: 'If the old badge turns up, destroy it: its code no longer works.',
  temporary: 'It ends by itself. If the badge is found earlier, end the temporary code.',
  'end-temporary': 'Destroy the paper. The badge itself works as before.',
  extend: 'The holder keeps the same badge and PIN.',
  'new-pin': 'At the next sign-in the holder types this PIN and chooses an own one.',
  remove: 'Destroy badges that come back. A new first badge can be issued at any time.',
};

const phases: Readonly<Record<IssuePhase, string>> = {
  checking: 'Looking once more before anything is changed',
  writing: 'Asking Microsoft and storing the answer',
  pausing: 'Waiting to ask again',
  reading: 'The answer got lost. Looking up what happened; nothing is created twice',
};

const pauses: Readonly<Record<NonNullable<IssueProgress['pause']>['reason'], string>> = {
  throttled: 'Microsoft asks us to slow down.',
  unavailable: 'Microsoft has a problem at the moment.',
  offline: 'There is no connection.',
  'not-yet-visible': 'The change is not visible everywhere yet.',
};

/** Words of the steps after the decision: issue and print, verify, hand over, done. */
export const finish = {
  issue: {
    title: (name: string) => `Working for ${name}`,
    working: 'Asking Microsoft and storing the answer',
    phases,
    pauses,
    nextTry: (when: string) => `Next try at ${when}.`,
    stopWaiting: 'Stop waiting',
    stopping: 'Stopping. First it is looked up whether something has happened already.',
    failedAgain: 'Back to the check',
  },
  print: {
    title: (name: string) => `Print the badge of ${name}`,
    serial: 'Serial',
    copy: (copy: string) => `Copy ${copy}`,
    queued: 'Waiting to print',
    queuedWhat: 'It is stored safely and prints by itself.',
    sending: (printer: string) => `Sending to ${printer}`,
    sent: (printer: string) => `The badge was sent to ${printer}. Check that it came out.`,
    confirmed: (printer: string) => `${printer} reports the badge as complete. Check that it came out.`,
    byPerson: 'You said that the badge came out.',
    verified: 'Scanned, and it is the right badge',
    held: 'Waiting for you',
    unsure: 'Did a badge come out?',
    unsureWhat: (printer: string) =>
      `Sending to ${printer} stopped half-way, and only you can see what came out. Look at the printer before you answer.`,
    unsureLook: 'Look at the printer before you answer: only you can see what came out.',
    yes: 'Yes, it came out',
    no: 'No, nothing came out',
    noWhat: 'The same badge is sent again as copy 2.',
    cannotTell: 'I cannot tell',
    cannotTellWhat: 'Then you issue a new code, and the old one stops working.',
    retryAt: (when: string) => `Next try at ${when}.`,
    cancelled: 'This badge was cancelled before it was handed over.',
    expired: 'This code ended before it could be handed over. Issue a new one.',
    replaced: 'A newer code has taken the place of this one. It is not printed any more.',
    release: 'Send again',
    finishLater: 'Finish later',
    startOver: 'Back to the start',
    issueNew: 'Issue a new one',
  },
  troubles,
  verify: {
    title: 'Scan the badge',
    what: 'Scan the badge that came out. This makes sure that it can be read and belongs to the right person.',
    field: 'Scan field',
    armed: 'Ready to scan. What you scan is not shown.',
    received: (count: Count) =>
      count.n === 1 ? 'Listening… 1 character' : `Listening… ${count.text} characters`,
    paste: 'You can also paste the text of the code into the field.',
    notArmed: 'Select the scan field first',
    skip: 'Skip the scan',
    skipWhat: 'Without a scan the badge counts as not verified.',
    goOn: 'Go on to hand-over',
    notOut: 'Nothing came out',
    verdicts,
  },
  handOver: {
    title: (name: string) => `Hand over to ${name}`,
    verified: 'The badge was scanned and is the right one.',
    notVerified: 'The badge was not scanned. Look at the name on it before you hand it over.',
    badge: 'Give the badge to the holder.',
    worksUntil: (when: string) => `It works until ${when}.`,
    pinKept: 'The PIN stays the same. There is nothing to show.',
    pinTitle: 'First PIN',
    newPinTitle: 'New PIN',
    pinWhat:
      'Turn the screen so that only the holder can see it. The holder remembers it and changes it at the first sign-in.',
    hold: 'Hold to show the PIN',
    holdKeys: 'Press and hold, or hold the space bar. The PIN disappears when you let go.',
    toggle: 'Show for 30 seconds',
    hide: 'Hide the PIN',
    hidden: 'The PIN is hidden.',
    shown: 'The PIN is on the screen.',
    notShownYet: 'The PIN has not been shown yet.',
    firstSignIn:
      'First sign-in says “Incorrect QR code”? Then the holder signs in once in another way, and the badge works from then on.',
    button: 'Handed over',
    what: 'This closes the step and erases the code and the PIN from this station.',
    closing: 'Closing and erasing…',
  },
  done: {
    titles: doneTitles,
    next: doneNext,
    handedOver: 'Handed over',
    finished: 'Carried out',
    scan: 'Scan',
    reference: 'Badge serial',
    verified: 'Scanned before hand-over',
    notVerified: 'Handed over without a scan',
    erased: 'The code and the PIN are erased from this station.',
    button: 'Next holder',
  },
};

export type FinishText = typeof finish;
