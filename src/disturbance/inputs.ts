import { z } from 'zod';
import type { OnVersion } from '../platform/http/shapes.ts';
import { id, moment, pageQuery, text, versionRequired } from '../platform/http/shapes.ts';
import { DISTURBANCE_SORTS } from './disturbance.ts';

const sort = z.enum(DISTURBANCE_SORTS).describe('What sort of disturbance');
const short = (words: string) => z.string().trim().max(200).describe(words);
const long = (words: string) => z.string().trim().max(10_000).describe(words);

export const recordInput = z.strictObject({
  id: id('disturbance').optional().describe("The client's own new id; the same id again records nothing twice"),
  happenedAt: moment.optional().describe('When it began, if earlier than now; never later'),
  placeId: id('place').optional().describe('Where it was; left out: `spot` says it'),
  spot: short('Where, in words; needed where no place is named').default(''),
  sort,
  peopleInvolved: short('Who was involved').default(''),
  happened: text.describe('What happened'),
  measures: long('What was done; needed before order counts as restored').default(''),
  toldIds: z.array(id('person')).max(30).default([]).describe('Which of ours were told; each hears of it at once'),
  toldOthers: short('Who else was told: police, the developer').default(''),
});
export type RecordDisturbance = z.output<typeof recordInput>;

export const changeInput = z.strictObject({
  seen: versionRequired,
  sort: sort.optional(),
  spot: short('Where, in words').optional(),
  peopleInvolved: short('Who was involved').optional(),
  happened: text.describe('What happened').optional(),
  measures: long('What was done').optional(),
  toldIds: z
    .array(id('person'))
    .max(30)
    .optional()
    .describe('Which of ours were told besides; whoever was told stays so'),
  toldOthers: short('Who else was told').optional(),
  restoredAt: moment.optional().describe('When order was restored; needs what was done and who was told'),
});
export type ChangeDisturbance = OnVersion<z.output<typeof changeInput>, 'seen'>;

export const disturbancesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'restored', 'all']).default('all').describe('open: order is not restored yet'),
  sort: z.enum(DISTURBANCE_SORTS).optional().describe('Only of this sort'),
  place: id('place').optional().describe('Only at this place'),
  told: id('person').optional().describe('Only those this person was told of'),
  by: id('person').optional().describe('Only those this person recorded'),
  from: moment.optional().describe('Happened at or after'),
  until: moment.optional().describe('Happened before'),
});
export type DisturbancesQuery = z.output<typeof disturbancesQuery>;
