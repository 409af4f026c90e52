import type { BatchWish } from '../../../src/shared/credential/batch.ts';

/** Badges for a year, for whoever has none that lives another thirty days. */
export const badgeWish: BatchWish = {
  kind: 'badge',
  withinDays: 30,
  lifetime: { kind: 'standard', days: 365 },
  printerId: 'front',
  slips: false,
};

export const temporaryWish: BatchWish = {
  kind: 'temporary',
  withinDays: 0,
  lifetime: { kind: 'temporary', hours: 8 },
  printerId: 'front',
  slips: false,
};

export const extendWish: BatchWish = {
  kind: 'extend',
  withinDays: 30,
  lifetime: { kind: 'standard', days: 365 },
  printerId: null,
  slips: false,
};
