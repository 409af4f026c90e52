import type { PrinterMood } from '../../../../shared/printing/printer.ts';
import type { Count } from '../types.ts';

const moods: Readonly<Record<PrinterMood, string>> = {
  ready: 'Ready',
  attention: 'Needs attention',
  offline: 'Offline',
  silent: 'Answers no questions',
  unknown: 'Not checked yet',
};

/** Words of the frame round every screen: top bar, sign-in, practice, help, dialogs. */
export const shell = {
  product: 'Badge Station',
  loading: 'Loading…',
  skipLink: 'Skip to the main content',
  general: {
    back: 'Back',
    cancel: 'Cancel',
    close: 'Close',
    tryAgain: 'Try again',
    details: 'Details for your IT team',
  },
  practice: {
    marker: 'PRACTICE',
    note: 'Practice tenant: nothing here reaches Microsoft, and no badge is real.',
  },
  nav: {
    label: 'Screens',
    wizard: 'Badges',
    queue: 'Queue',
    history: 'History',
    printers: 'Printers',
    needsYou: (count: Count) => (count.n === 1 ? '1 badge needs you' : `${count.text} badges need you`),
  },
  printer: {
    label: 'Printer',
    none: 'No printer set up',
    noneNext: 'Nothing can be printed until a printer is set up for this station.',
    moods,
    check: 'Check now',
    checking: 'Asking the printer…',
    allWell: 'Nothing known stands in the way.',
    details: (model: string, media: string) => `${model}, ${media}`,
  },
  session: {
    online: 'Online',
    offline: 'Offline',
    menu: 'Operator',
    switchOperator: 'Switch operator',
    signOut: 'Sign out',
    offlineTitle: 'No connection',
    offlineWhat: 'Badges in the queue can still be printed and handed over. New codes need a connection.',
  },
  signIn: {
    title: 'Sign in to Badge Station',
    intro: 'Use your own work account. Your role decides whose badges you can issue.',
    button: 'Sign in with Microsoft',
    waitingTitle: 'Finish signing in in your browser',
    waitingWhat: 'A browser window has opened. Come back here when you are done.',
    practiceWaiting: 'The practice sign-in page has opened over this window.',
    practiceOpenAgain: 'Open the practice page again',
  },
  warnings: {
    label: 'Notices',
    notKept: {
      title: 'You will sign in again after a restart',
      what: 'This computer has no key store that Badge Station can use, so the sign-in is kept in memory only.',
      next: 'Ask your IT team to set up a key store (on Linux: a keyring) for this account.',
    },
    secretsNotKept: {
      title: 'Unprinted badges do not survive a restart',
      what: 'Without a key store, codes that are not on paper yet are kept in memory only.',
      next: 'Finish every badge before you close Badge Station or shut down.',
    },
  },
  practiceBrowser: {
    title: 'Practice sign-in page',
    what: 'This stands in for the Microsoft sign-in page. Nobody real is signed in.',
    choose: 'Choose who you are',
    close: 'Close this page',
  },
  screenPrinter: {
    title: 'On-screen printer',
    show: 'Show the on-screen printer',
    hide: 'Hide the on-screen printer',
    empty: 'Nothing has come out yet. Badges you print in practice appear here.',
    page: (place: string) => `Badge ${place} from the on-screen printer`,
  },
  openWork: {
    title: (count: Count) =>
      count.n === 1 ? '1 badge is not finished' : `${count.text} badges are not finished`,
    open: 'Open the queue',
  },
  leave: {
    title: (name: string) => `Leave ${name} for later?`,
    what: 'Nothing is lost. You find it in the queue and can go on from there.',
    stay: 'Stay here',
    leave: 'Finish later',
  },
  help: {
    title: 'Keyboard help',
    open: 'Keyboard help',
    keys: {
      find: 'Find a holder',
      primary: 'Do what the main button says',
      back: 'Go one step back; nothing is lost',
      verify: 'Scan the badge',
      queue: 'Open the queue',
      lock: 'Lock the station',
      history: 'Open the history',
      printers: 'Open the printers',
      help: 'Show this help',
      reveal: 'Hold while on “Hold to show the PIN”: shows the PIN',
    },
  },
  crash: {
    title: 'This window stopped working',
    what: 'Badges and codes are stored outside this window and are safe.',
    next: 'Load the window again',
  },
};

export type ShellText = typeof shell;
