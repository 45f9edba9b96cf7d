import { z } from 'zod';
import { commitmentKindOut } from '../commitment/shapes.ts';
import { effectOut } from '../pack/effect-shapes.ts';
import { idOut, momentOut, refusedOut, wordsOut } from '../platform/http/shapes.ts';

const stageOut = z.object({
  key: z.string().describe('Key of the stage'),
  name: wordsOut.describe('What it is called there'),
});

const fieldOut = z.object({
  key: z.string().describe('Key of the field'),
  name: wordsOut.describe('Its label'),
  tickets: z.number().describe('How many open tickets it concerns'),
});

export const openEffectOut = z.object({
  standing: z
    .array(
      z.object({
        version: z.number().describe('The version they are held to'),
        stage: stageOut.describe('Where they stand, as that version calls it'),
        open: z.number().describe('Open tickets that stand there'),
      }),
    )
    .describe('What is open now, by version and stage'),
  vanishing: z
    .array(
      z.object({
        stage: stageOut.describe('The stage that vanishes'),
        open: z.number().describe('Open tickets that stand there'),
        to: z.string().nullable().describe('Where they are to go, as sent; null: not said, and so refused'),
        may: z.array(stageOut).describe('Stages of the new version that may stand for it'),
      }),
    )
    .describe('Stages in use that the new version has not, or has as another thing'),
  moves: z.number().describe('Open tickets that would be taken over'),
  needed: z.array(fieldOut).describe('Fields they have empty and that may not stay so any more'),
  lost: z.array(fieldOut).describe('Fields with something in them that the new version has not; kept aside'),
  first: z
    .array(
      z.object({
        id: idOut('ticket'),
        number: z.number().describe('The number it is said by'),
        from: z.string().describe('Key of the stage it stands at'),
        to: z.string().nullable().describe('Key of the stage it comes to; null: none is said'),
        needed: z.array(z.string()).describe('Keys of fields it has to fill that it had not to'),
        lost: z.array(z.string()).describe('Keys of fields with something in them that are kept aside'),
      }),
    )
    .describe('Those of which something is asked or lost; 50 at most'),
  clocks: z
    .object({
      moves: z.number().describe('Running commitments whose deadline moves'),
      turnsLate: z.number().describe('Of these, in time until now, late by the new limits'),
      turnsInTime: z.number().describe('Of these, late until now, in time by the new limits'),
      begin: z.number().describe('Commitments that begin, for the new version owes them'),
      end: z.number().describe('Commitments that end, for the new version does not owe them'),
      first: z
        .array(
          z.object({
            commitmentId: idOut('commitment'),
            kind: commitmentKindOut,
            ticketId: idOut('ticket').nullable().describe('The ticket it belongs to'),
            from: momentOut.describe('Its deadline now'),
            to: momentOut.describe('Its deadline then'),
            turns: z
              .enum(['late', 'in_time'])
              .nullable()
              .describe('What becomes of it; null: as late or in time as before'),
          }),
        )
        .describe('What turns late first, then what is due first; 50 at most'),
    })
    .describe('What becomes of the clocks of what is taken over, of return visits that are due too'),
  visits: z
    .object({
      begin: z.number().describe('Visits that become due, for the new rules ask where the former did not'),
      end: z.number().describe('Visits due now that are dropped, for the new rules do not ask there'),
      drawnAnew: z
        .number()
        .describe('Settled matters of which chance decides as they are taken over: they had no share so far'),
    })
    .describe('What becomes of the return visits of settled matters that are not closed'),
});

export const kindEffectOut = effectOut.extend({
  open: openEffectOut.nullable().describe('What it means for open tickets; null where it cannot be saved anyway'),
  shares: z
    .array(
      z.object({
        rule: z.string().describe('Key of the return-visit rule'),
        name: wordsOut.describe('What the rule is called'),
        settled: z.number().describe('Matters of the kind closed in the last 30 days that come under the rule'),
        before: z.number().describe('So many of a hundred are visited now'),
        after: z.number().describe('So many of a hundred would be'),
        visitsBefore: z.number().describe('Of those matters, visited by the share of now: settled * before / 100'),
        visitsAfter: z.number().describe('Of those matters, visited by the other share: settled * after / 100'),
      }),
    )
    .describe('Return-visit shares that differ, and what each would have come to in the last 30 days'),
  unmapped: z.array(refusedOut).describe('Why open tickets cannot be taken over as it is'),
});

export const moveOut = z.object({
  id: idOut('kind_move'),
  version: z.number().describe('The version that is taken over'),
  total: z.number().describe('Open tickets on former versions as it began'),
  moved: z.number().describe('Taken over so far'),
  by: z.string().nullable().describe('Who began it'),
  begunAt: momentOut,
  endedAt: momentOut.nullable().describe('null: it goes on'),
  stoppedBy: z.string().nullable().describe('Who stopped it; null: nobody'),
});
