import { z } from 'zod';
import { departmentNameOut, formerOut, personOut } from '../organisation/shapes.ts';
import { customerNameOut } from '../ticket/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut, wordsOut } from '../platform/http/shapes.ts';

const partName = z.object({
  key: z.string().describe('Key of the part'),
  name: wordsOut.describe('What it is called'),
});

const archiveOut = z.object({
  id: idOut('customer_archive'),
  department: departmentNameOut.describe('Whose archive it is'),
  keeper: personOut.describe('Who looks after it'),
  openedAt: momentOut.describe('When it was set up'),
  touchedAt: momentOut.describe('When something was last filed, taken out, or put in order'),
  tendBy: momentOut.describe('By when it is to be looked after'),
  stale: z.boolean().describe('That has passed: nobody touched it for the time the house has set'),
  filed: z.number().describe('How many things are filed in it'),
  missing: z.array(partName).describe('Required parts under which nothing is filed'),
});

export const archiveLineOut = z.object({
  customer: customerNameOut.describe('Whose archive'),
  archive: archiveOut.nullable().describe('Its state; null: he has none'),
});
export type ArchiveLine = z.output<typeof archiveLineOut>;
export type ArchiveState = z.output<typeof archiveOut>;

export const archivesOut = pageOf(archiveLineOut).extend({
  parts: z
    .array(partName.extend({ required: z.boolean().describe('An archive without it is incomplete') }))
    .describe('The parts of an archive, as the house has them'),
  can: canOut.describe('open'),
});

export const archiveFiguresOut = z.object({
  at: momentOut.describe('As of when'),
  customers: z.number().describe('Customers on file that I see; of a department: those with an archive of it'),
  none: z.number().describe('Of them, those without an archive'),
  incomplete: z.number().describe('Archives that lack a required part'),
  stale: z.number().describe('Archives not touched for the time the house has set'),
  sound: z.number().describe('Archives that are neither'),
  missing: z
    .array(partName.extend({ n: z.number().describe('In how many archives nothing is filed under it') }))
    .describe('Each required part'),
});
export type ArchiveFigures = z.output<typeof archiveFiguresOut>;

export const archivePageOut = archiveOut.extend({
  customer: customerNameOut.describe('Whose archive'),
  version: versionOut,
  openedBy: personOut.describe('Who set it up'),
  parts: z
    .array(partName.extend({ required: z.boolean().describe('An archive without it is incomplete') }))
    .describe('The parts of an archive, as the house has them'),
  entries: z
    .array(
      z.object({
        id: idOut('customer_archive_entry'),
        part: partName.describe('Under which part'),
        title: z.string().describe('What it is'),
        dated: z.string().nullable().describe('The day that stands on it; null: none'),
        liesAt: z.string().describe('Where it lies'),
        by: personOut.describe('Who filed it'),
        at: momentOut.describe('When it was filed'),
        withdrawnAt: momentOrNotYet.describe('When it was taken out; null: it is there'),
        withdrawnBy: personOut.nullable().describe('Who took it out; null: nobody'),
        withdrawnBecause: z.string().nullable().describe('Why; null: it is there'),
        can: canOut.describe('withdraw'),
      }),
    )
    .describe('What was filed, the newest first; what was taken out too'),
  looks: z
    .array(
      z.object({
        remark: z.string().describe('What was looked at and put in order'),
        by: personOut.describe('By whom'),
        at: momentOut.describe('When this was done'),
      }),
    )
    .describe('When it was put in order, the newest first'),
  former: formerOut,
  can: canOut.describe('file, arrange, change'),
});
export type ArchivePage = z.output<typeof archivePageOut>;

export const openedArchivesOut = z.object({ opened: z.number().describe('How many were set up; the others had one') });
