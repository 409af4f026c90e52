import type { PlaceKind } from '../../../../shared/credential/place.ts';

/** Kinds of trouble that Microsoft's error numbers stand for, as far as a person at a desk can use them. */
type Hint = 'not-set-up' | 'not-assigned' | 'blocked' | 'account' | 'other-organisation' | 'approval';

const placeLabel: Readonly<Record<PlaceKind, string>> = {
  group: 'Name of the group',
  unit: 'Name of the administrative unit',
};

const hints: Readonly<Record<Hint, string>> = {
  'not-set-up': 'Badge Station is not registered correctly in your organisation.',
  'not-assigned': 'Your account is not among those that may use Badge Station.',
  blocked: 'A rule of your organisation does not allow this sign-in from this computer.',
  account: 'The account is locked, switched off or unknown.',
  'other-organisation': 'The account belongs to another organisation.',
  approval: 'An administrator has to approve Badge Station first.',
};

/** Words round people: ways to find them beside the search, one's own badge, signing in by a code. */
export const people = {
  ways: {
    label: 'How to find the holder',
    search: 'Search',
    reports: 'My reports',
    group: 'Group',
    unit: 'Administrative unit',
  },
  own: {
    button: 'My own badge',
    title: 'This is your own badge',
    what: 'Microsoft asks you to sign in again when your last sign-in is more than ten minutes old.',
    next: 'If Microsoft does not let you change your own codes here, ask another operator.',
  },
  lists: {
    placeLabel,
    find: 'Show',
    places: 'Found',
    noPlace: (text: string) => `Nothing found for “${text}”. Try the beginning of another word in the name.`,
    members: (place: string) => `People in ${place}`,
    reports: 'People who report to you',
    reading: 'Reading the list…',
    nobody: 'Nobody is on this list.',
    another: 'Choose another one',
    notAllowed: {
      title: 'This list is not open to you',
      what: 'It needs a permission that Badge Station or your account does not have. Everything else works without it.',
      next: 'Search by name or employee number, or ask your IT team for the permission.',
    },
  },
  byCode: {
    link: 'Sign in on another device',
    preparing: 'Asking Microsoft for a code…',
    address: 'Open this address on another device',
    code: 'Enter this code there',
    until: (time: string) => `The code works until ${time}. This page goes on by itself when you are done.`,
    practice: 'Play the other device',
  },
  help: (number: string) => `What Microsoft says about error ${number}`,
  hints,
};

export type PeopleText = typeof people;
