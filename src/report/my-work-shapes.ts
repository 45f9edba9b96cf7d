import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import { canOut, idOut, wordsOut } from '../platform/http/shapes.ts';
import { ticketLineOut } from '../ticket/list-shapes.ts';

export const WORK_GROUPS = ['back', 'waiting_acceptance', 'late', 'due_soon', 'today', 'later'] as const;

const ticketItem = ticketLineOut.extend({
  about: z.literal('ticket').describe('A matter of mine, or one on which I owe something'),
  workOrderId: idOut('work_order').nullable().describe('The order of mine under it that waits for me to accept'),
  snooze: z
    .enum(['back', 'broken'])
    .nullable()
    .describe('back: it was put off and is here again; broken: it was put off, and a clock has run out; null: neither'),
  clock: clockViewOut
    .nullable()
    .describe('The worst of its running clocks; where I am not accountable for it: the worst of my own'),
  can: canOut.describe('accept (a hand-over offered to me), accept_work_order'),
});

const thingItem = z.object({
  about: z.literal('thing').describe('Something else that I or a post I hold owes'),
  id: idOut('commitment').describe('The promise; one thing may be owed in several ways'),
  subject: z
    .object({
      type: z
        .string()
        .describe(
          'round, spot_check, improvement, rectification, return_visit, work_item, work_plan, summary, daily_record, shift_note, feedback, token_review, duty_confirmation, article, article_reading, article_amendment, disturbance, outreach_contact, custodian_contact, customer_archive, rota_gap, shift, leave_request, attendance_month, diary_day, handover_day, wage_table, staff_assessment, staff_move, charge, charge_run, dunning, charge_delivery, custody_item, custody_count, meeting, meeting_due, document, liaison_matter, liaison_body, contractor_due, contractor_fault, dispatch_order, survey_round, survey_issue, survey_cause, budget, expense, material_plan, material_request, accounts or notice_receipt',
        ),
      id: z.string().describe('Its identifier'),
    })
    .describe('What it is owed on'),
  title: z.string().nullable().describe('As somebody wrote it; null: the house has a name for it, or none'),
  name: wordsOut
    .nullable()
    .describe('Name of its plan, department or post; null: it has a title, or the clock says it'),
  begins: z.string().nullable().describe('First day of the period it is about, YYYY-MM-DD; null: of none'),
  number: z.number().nullable().describe('The number people call it by; null: it has none'),
  clock: clockViewOut.describe('What is owed, and by when'),
});

export const myWorkOut = z.object({
  groups: z
    .array(
      z.object({
        key: z
          .enum(WORK_GROUPS)
          .describe(
            'back: was put off and is here again; waiting_acceptance: offered or sent to me; else by when its clock runs out (due_soon: within the hour)',
          ),
        items: z
          .array(z.discriminatedUnion('about', [ticketItem, thingItem]))
          .describe('What runs out first comes first'),
      }),
    )
    .describe('Every group in this order, empty ones too; each matter once'),
  more: z.boolean().describe('There is more than is shown'),
  snoozed: z.number().describe('How many more are put off and not shown'),
});

export type WorkGroup = (typeof WORK_GROUPS)[number];
export type TicketItem = z.input<typeof ticketItem>;
export type ThingItem = z.input<typeof thingItem>;
