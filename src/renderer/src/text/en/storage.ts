import type { Count } from '../types.ts';

/** Words for a ledger that cannot be opened, was put aside, or whose key is gone. */
export const storage = {
  tryAgain: 'Try again',
  aside: {
    button: 'Put it aside and start anew…',
    title: 'Put the damaged queue aside?',
    what: 'An empty queue is started. The damaged file is renamed and kept for your IT team; nothing is deleted.',
    lost: 'What goes with it: badges that were not on paper yet, PINs that were not shown yet, and the record of what was issued. Codes in Microsoft Entra stay as they are.',
    reading: 'Looking at what can still be read…',
    known: (count: Count) =>
      count.n === 1 ? '1 person was not finished:' : `${count.text} people were not finished:`,
    nobody: 'Nobody was waiting for a badge or a PIN.',
    unreadable:
      'Nothing in it can be read any more. Whoever was being served may be without a badge that works.',
    maybeMore: 'There may be more that can no longer be read.',
    check:
      'Search for each of them and look at what they have. Whoever has no badge in hand gets a new one with “Replace badge”, whoever has no PIN gets one with “New PIN”.',
    confirm: 'Put it aside',
    keep: 'Leave it as it is',
    done: 'An earlier queue was put aside',
    kept: (file: string) => `It is kept as ${file} in the data folder of this station.`,
  },
  unfinished: {
    list: 'Not finished',
    noBadge: 'No badge yet',
    unreadable: 'Badge can no longer be read',
    pin: 'PIN not shown yet',
  },
  seal: {
    title: 'Badges and PINs from before cannot be opened',
    what: 'The key store of this computer does not give the key they are sealed with. Nothing new can be issued either.',
    next: 'Restart under the account that set up this station, with its key store unlocked. Only if that is not possible, start with a new key.',
    button: 'Start with a new key…',
    question: 'Start with a new key?',
    means:
      'Badges that are not on paper yet cannot be printed, and PINs that were not shown yet cannot be shown. They come back if the old key does. Otherwise each has to be replaced.',
    afterwards: 'New badges can then be issued again.',
    confirm: 'Start with a new key',
    keep: 'Not now',
    signIn: 'Sign in first: the record notes who decided.',
  },
};

export type StorageText = typeof storage;
