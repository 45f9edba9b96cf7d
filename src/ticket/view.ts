import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, refusalOut, versionOut } from '../platform/http/shapes.ts';
import { approvalOut } from './approval-view.ts';
import {
  callerNameOut,
  channelOut,
  customerOut,
  kindOut,
  needOut,
  numberOut,
  outcomeOut,
  placeOut,
  satisfactionOut,
  severityOut,
  stageOut,
  titleOut,
  urgencyOut,
} from './shapes.ts';
import { receiptCountsOut } from '../receipt/view.ts';
import {
  fieldOut,
  noticeOut,
  otherTicketOut,
  pauseOut,
  photoOut,
  rulingOut,
  stepOut,
  visitOut,
  workOrderOut,
} from './view-parts.ts';
import { declinedOut } from './view-declined.ts';

const offer = z
  .object({
    to: personOut.describe('Whose answer is awaited'),
    from: personOut.describe('Who stays accountable until it is accepted'),
    way: z
      .string()
      .describe('over: to a colleague; up: to the superior, keeping sight; given: by whoever assigns work'),
    reason: z.string().describe('Why it is handed over'),
    offeredAt: momentOut,
  })
  .nullable()
  .describe('A hand-over not yet answered; null: none is open');

export const ticketOut = z.object({
  id: idOut('ticket'),
  number: numberOut,
  version: versionOut,
  kind: kindOut,
  stage: stageOut,
  nextStages: z
    .array(
      stageOut.extend({
        why: refusalOut.describe('null: it may go there now; else why not'),
        needs: z.array(z.string()).describe('Keys of the fields that must be filled in to go there'),
      }),
    )
    .describe('Where the kind lets it go from here'),
  resolvesTo: z.string().describe('Key of the stage it comes to when it is resolved'),
  approvals: z
    .array(approvalOut)
    .describe('Acts of a named role that its stages wait for, in their order; mostly none'),
  receipts: z
    .object({
      households: z.number().describe('How many are to know'),
      counts: receiptCountsOut,
      knowBy: z.string().nullable().describe('The day by which each should have said that it knows; null: not said'),
      can: canOut.describe('choose: whom it reaches'),
    })
    .nullable()
    .describe('Of a notice: how many households know of how many; null: it is no notice'),
  papers: z
    .object({
      asked: z.number().describe('How many papers are asked for'),
      lacking: z.number().describe('How many of them must be brought and are not found in order yet'),
    })
    .nullable()
    .describe('What has to be brought for it, told by GET /tickets/{id}/papers; null: nothing'),
  steps: z.array(stepOut).describe("What the customer sees of its course, in the kind's order"),
  title: titleOut,
  need: needOut,
  urgency: urgencyOut,
  severity: severityOut,
  channel: channelOut,
  customer: customerOut.nullable().describe('Whom the matter is for; null: nobody on file'),
  caller: z
    .object({
      name: callerNameOut,
      phone: z.string().nullable().describe('As dialled; masked, unless the caller may see it whole'),
    })
    .describe('Who called about it, who need not be the customer'),
  place: placeOut.nullable().describe('Where it is about; null: nowhere in particular'),
  department: departmentNameOut.nullable().describe('Where it belongs; null: nowhere yet'),
  owner: personOut.describe('The one person accountable for it now'),
  offer,
  givenBy: personOut.nullable().describe('The superior who gave it as a task; null: nobody did'),
  openedBy: personOut.nullable().describe('Who took it in; null: it was imported'),
  openedAt: momentOut,
  promisedFor: momentOut.nullable().describe('The date promised on opening; null: the limit of the kind holds'),
  answeredAt: momentOrNotYet,
  resolvedAt: momentOrNotYet,
  outcome: outcomeOut,
  toldAt: momentOrNotYet,
  closedAt: momentOrNotYet,
  closedAs: z
    .string()
    .nullable()
    .describe('settled, declined, withdrawn (by the customer) or duplicate; null while it is open'),
  reopenedCount: z.number().describe('How often it was opened again'),
  judged: z.string().nullable().describe('Of a request: reasonable or declined; null: not judged'),
  declineReason: z.string().nullable().describe('What the customer was told when it was declined; null: it was not'),
  satisfaction: satisfactionOut,
  photos: z
    .array(photoOut)
    .describe('Photos and pages of letters that came with it, the oldest first; those of work stand at its order'),
  fields: z.array(fieldOut).describe("The kind's own fields with what stands in them, in the kind's order"),
  clocks: z.array(clockViewOut).describe('What is owed or was owed on it, and by when'),
  workOrders: z.array(workOrderOut).describe('Work for other hands under it, by number'),
  visits: z.array(visitOut).describe('Return visits, the oldest first'),
  notices: z.array(noticeOut).describe('Rectification notices about it; empty for whoever may not see them'),
  rulings: z.array(rulingOut).describe('What was asked above, the oldest first'),
  declined: z.array(declinedOut).describe('How often it was declined, and how that was reviewed, the oldest first'),
  links: z.array(otherTicketOut).describe('Other tickets it hangs together with; 50 at most'),
  incident: otherTicketOut.nullable().describe('The big matter this is one report of; null: none'),
  reports: z.number().describe('How many other tickets report this same incident'),
  inSight: z
    .array(
      personOut.extend({
        why: z
          .string()
          .describe(
            'first_receiver (took it in), handed_up (gave it to his superior), superior, watching, to_approve (is asked to decide on it) or to_know (was told of a step of it)',
          ),
        told: z.boolean().describe('Hears what becomes of it'),
      }),
    )
    .describe('Who keeps sight of it without being accountable'),
  mine: z
    .object({
      watching: z.boolean().describe('Whoever asks hears what becomes of it'),
      seenUntil: momentOut
        .nullable()
        .describe('Up to when he had seen it before; what was recorded later is new to him; null: he never looked'),
      snooze: z
        .object({
          until: momentOut.nullable().describe('When it comes back by itself; null: only by an answer'),
          untilAnswered: z.boolean().describe('It comes back when the customer says something, too'),
          state: z
            .enum(['sleeping', 'back', 'broken'])
            .describe('sleeping: not in the own list; back: it is there again; broken: a clock has run out'),
        })
        .nullable()
        .describe('Put out of the own list; null: it is not'),
      reminders: z
        .array(
          z.object({
            id: idOut('reminder'),
            words: z.string().describe('What is not to be forgotten'),
            dueAt: momentOut.describe('When it says so'),
          }),
        )
        .describe('What whoever asks is to be reminded of about it, the first due first'),
    })
    .describe('What is the own affair of whoever asks; nobody else sees it'),
  pauses: z.array(pauseOut).describe('Declared reasons to wait'),
  can: canOut,
});
export type TicketView = z.infer<typeof ticketOut>;
