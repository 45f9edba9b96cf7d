import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut } from '../platform/http/shapes.ts';
import { placeNameOut } from '../ticket/shapes.ts';
import { DISTURBANCE_SORTS } from './disturbance.ts';

export const disturbanceOut = z.object({
  id: idOut('disturbance'),
  version: versionOut,
  happenedAt: momentOut.describe('When it began'),
  place: placeNameOut.nullable().describe('Where it was; null: `spot` says it'),
  spot: z.string().describe('Where, in words; empty: the place says it'),
  sort: z.enum(DISTURBANCE_SORTS).describe('What sort of disturbance'),
  peopleInvolved: z.string().describe('Who was involved; empty: not noted'),
  happened: z.string().describe('What happened'),
  measures: z.string().describe('What was done; empty: nothing yet'),
  told: z.array(personOut).describe('Which of ours were told'),
  toldOthers: z.string().describe('Who else was told; empty: nobody'),
  by: personOut.describe('Who recorded it'),
  recordedAt: momentOut,
  restoreBy: momentOut.nullable().describe('By when order is to be restored'),
  restoredAt: momentOrNotYet,
  restoredBy: personOut.nullable().describe('Who said so; null: it is not'),
  late: z.boolean().describe('Not restored in time'),
  former: z
    .array(
      z.object({
        before: z.record(z.string(), z.string()).describe('The changed fields as they stood, by name'),
        by: personOut,
        at: momentOut,
      }),
    )
    .describe('Every change, the first first'),
  can: canOut.describe('change, restore'),
});
export type DisturbanceView = z.input<typeof disturbanceOut>;
export const disturbancesOut = pageOf(disturbanceOut);
export const recordedOut = z.object({ id: idOut('disturbance') });
