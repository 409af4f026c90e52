import { z } from 'zod';
import { type BatchWish, wishKinds, withinDaysRange } from '../../../shared/credential/batch.ts';
import { standardDaysRange, temporaryHoursRange } from '../../../shared/credential/lifetimes.ts';
import type { Row } from './connection.ts';
import { CorruptRow } from './faults.ts';
import { jsonOf } from './rows.ts';

const wish = z.strictObject({
  kind: z.enum(wishKinds),
  withinDays: z.int().min(withinDaysRange.min).max(withinDaysRange.max),
  lifetime: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('standard'),
      days: z.number().min(standardDaysRange.min).max(standardDaysRange.max),
    }),
    z.strictObject({
      kind: z.literal('temporary'),
      hours: z.number().min(temporaryHoursRange.min).max(temporaryHoursRange.max),
    }),
  ]),
  printerId: z.string().nullable(),
  slips: z.boolean(),
});

/** What a batch was for, as `JSON.stringify` wrote it. What does not fit is corruption: nothing may be issued on a guess. */
export function wishOf(row: Row, column: string): BatchWish {
  const parsed = wish.safeParse(jsonOf(row, column));
  if (!parsed.success) throw new CorruptRow(column);
  return parsed.data;
}
