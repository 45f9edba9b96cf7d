import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut } from '../platform/http/shapes.ts';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import {
  callerNameOut,
  channelOut,
  customerLineOut,
  kindOut,
  outcomeOut,
  placeNameOut,
  ticketNameOut,
} from '../ticket/shapes.ts';
import { noticeNumberOut, noticeStateOut, visitFacts } from '../ticket/view-parts.ts';

const wordsSaid = z.string().nullable();
export const visitLineOut = z.object({
  ...visitFacts,
  mayDecline: z.boolean().describe('Whether the customer may decline it'),
  round: z.number().describe('Which resolving it belongs to, from 1; a reopened ticket is visited again'),
  ticket: ticketNameOut
    .extend({
      kind: kindOut,
      outcome: outcomeOut,
      resolvedAt: momentOrNotYet,
      owner: personOut.describe('The one person accountable for it'),
    })
    .describe('What is asked about'),
  customer: customerLineOut.nullable().describe('Whom to ask; null: nobody on file'),
  callerName: callerNameOut,
  place: placeNameOut.nullable().describe('Where it was about; null: nowhere in particular'),
  department: departmentNameOut.nullable().describe('Whose head signs the slip'),
  by: personOut.nullable().describe('Who made it'),
  channel: channelOut.nullable().describe('How he was asked; null until it ended'),
  reachedWhom: wordsSaid.describe('Who answered; null until somebody was reached'),
  criticism: wordsSaid.describe('What he finds wrong; null until it was made'),
  adoptedProposals: wordsSaid.describe('Proposals of his that we take up; null until it was made'),
  fault: wordsSaid.describe('What was found not to be right; null: nothing'),
  signedAt: momentOrNotYet,
  clock: clockViewOut.nullable().describe('What is owed on it: the visit, its notice, the signature'),
  can: canOut,
});
export type VisitLine = z.input<typeof visitLineOut>;
export const visitsOut = pageOf(visitLineOut);

export const visitPageOut = visitLineOut.extend({
  version: versionOut,
  phones: z.array(z.string()).describe('Where to reach him; masked, unless the caller may see them whole'),
  tries: z
    .array(
      z.object({
        no: z.number().describe('Which try, from 1'),
        at: momentOut,
        by: personOut,
        channel: channelOut.describe('How it was tried'),
        reached: z.boolean().describe('Whether somebody answered'),
        note: z.string().describe('Why nobody was reached, or what was said on declining; empty: not noted'),
      }),
    )
    .describe('Every try, the first one first'),
  demands: z.array(ticketNameOut).describe('Tickets opened for what he wants besides'),
  promised: z
    .object({
      id: idOut('commitment'),
      words: z.string().nullable().describe('What was promised'),
      dueAt: momentOut,
      state: z.string().describe('running, paused, kept, late or cancelled'),
    })
    .nullable()
    .describe('The reply that was promised'),
  notice: z
    .object({ id: idOut('rectification'), number: noticeNumberOut, state: noticeStateOut })
    .nullable()
    .describe('The rectification notice about the fault; null: none was issued'),
  faultDepartment: departmentNameOut.nullable().describe('Whose fault it is; null: no fault was found'),
  resultTold: z.string().nullable().describe('What the customer was told, by the head who signed'),
});

export const visitVersionOut = z.object({ id: idOut('return_visit'), version: versionOut });
