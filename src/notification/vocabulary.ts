import { OF_SHIFTS } from './of-shifts.ts';
import { OF_ARTICLES } from './of-articles.ts';
import { OF_BUDGET } from './of-budget.ts';
import { OF_CONVERSATIONS } from './of-conversations.ts';
import { OF_COUNTER } from './of-counter.ts';
import { OF_PAPERS } from './of-papers.ts';
import { OF_QUALITY } from './of-quality.ts';
import { OF_STAFF } from './of-staff.ts';

/** Ids, numbers, keys and moments: the screen makes the words. Never a name or a text, for those must stay erasable. */
export type Param = string | number | boolean | null;

type Meaning = {
  /** What it says, for whoever writes the words. */
  says: string;
  urgency: 'info' | 'warn' | 'urgent';
  params: readonly string[];
  /** Said at once, in quiet hours too (COMP-07). */
  atNight?: true;
};

/** What a rung says carries the commitment and the rung's number, so that "I know" is said to the right rung. */
const rung = ['commitment', 'kind', 'dueAt', 'rung', 'again'] as const;
const BROUGHT_IN = ['by', 'count', 'late'] as const;

/** Everything the house ever tells somebody in it. A closed list: nothing else is said, and each has words on the screens. */
export const NOTIFICATIONS = {
  'clock.warn': { says: 'a promise runs out soon, or has run out', urgency: 'warn', params: rung },
  'clock.rule': { says: 'a promise ran out: rule on it', urgency: 'urgent', params: [...rung, 'ruling'] },
  'clock.told_in_error': {
    says: 'what you were told of a promise was not so',
    urgency: 'info',
    params: ['kind', 'because'],
  },
  'clock.wait_ended': { says: 'a wait lasted as long as it may; clocks go on', urgency: 'warn', params: ['reason'] },
  'ticket.offered': { says: 'a ticket is offered to you', urgency: 'warn', params: ['from', 'way'] },
  'ticket.accepted': { says: 'what you offered was accepted', urgency: 'info', params: ['by'] },
  'ticket.offer_refused': { says: 'what you offered was refused', urgency: 'warn', params: ['by'] },
  'ticket.offer_withdrawn': { says: 'what was offered to you was taken back', urgency: 'info', params: ['by'] },
  'ticket.urged': { says: 'you are urged', urgency: 'urgent', params: ['by', 'onBehalfOf', 'urging', 'time'] },
  'ticket.urged_again': {
    says: 'somebody under you was urged again',
    urgency: 'urgent',
    params: ['by', 'to', 'onBehalfOf', 'urging', 'time'],
  },
  'ticket.severity_raised': {
    says: 'a complaint is major, or gravely harms image or interests',
    urgency: 'urgent',
    params: ['severity', 'by'],
    atNight: true,
  },
  'ticket.investigated': { says: 'what the inquiry into a complaint found', urgency: 'info', params: ['by'] },
  'ticket.ruling_asked': { says: 'you are asked to rule', urgency: 'urgent', params: ['by', 'ruling'] },
  'ticket.put_above': {
    says: 'a complaint that concerns your department was put to somebody above, with the question',
    urgency: 'warn',
    params: ['by', 'ruling'],
  },
  'ticket.ruled': { says: 'what you asked above was decided', urgency: 'warn', params: ['by', 'ruling'] },
  'ticket.to_approve': { says: 'a step waits for your approval', urgency: 'warn', params: ['approval'] },
  'ticket.approval_given': { says: 'an approval was decided', urgency: 'warn', params: ['by', 'approval', 'verdict'] },
  'ticket.approval_told': { says: 'a step was given, for you to know', urgency: 'warn', params: ['by', 'approval'] },
  'proposal.passed': { says: 'a suggestion for your department to answer', urgency: 'warn', params: ['by'] },
  'proposal.answered': {
    says: 'a department said what becomes of a suggestion',
    urgency: 'info',
    params: ['by', 'became'],
  },
  'proposal.planned': { says: 'you are to carry out a proposal', urgency: 'warn', params: ['by', 'dueAt'] },
  'compliment.yours': { says: 'a customer praises you', urgency: 'info', params: ['by'] },
  'compliment.of_yours': {
    says: 'a customer praises somebody under you, or your department',
    urgency: 'info',
    params: ['by'],
  },
  'ticket.reopened': { says: 'your ticket was opened again', urgency: 'warn', params: ['by', 'because'] },
  'ticket.news': { says: 'what you watch has moved on', urgency: 'info', params: ['by', 'what'] },
  'ticket.watching': { says: 'somebody asks you to keep an eye on it', urgency: 'info', params: ['by'] },
  'ticket.mentioned': { says: 'you are named in a note', urgency: 'warn', params: ['by'] },
  'ticket.back': { says: 'what you put off is back', urgency: 'info', params: ['because'] },
  'reminder.set': { says: 'somebody wants you to be reminded', urgency: 'info', params: ['by', 'dueAt'] },
  'reminder.due': { says: 'you wanted to be reminded', urgency: 'warn', params: ['dueAt'] },
  'ticket.task_done': { says: 'a task you gave is done', urgency: 'info', params: ['by'] },
  'work_order.issued': { says: 'a work order for your department', urgency: 'warn', params: ['by', 'no'] },
  'work_order.assigned': { says: 'a work order for you', urgency: 'warn', params: ['by', 'no'] },
  'work_order.refused': { says: 'a work order was refused', urgency: 'warn', params: ['by', 'no'] },
  'work_order.no_access': { says: 'nobody opened to the worker', urgency: 'warn', params: ['by', 'no'] },
  'work_order.done': { says: 'a work order is done', urgency: 'info', params: ['by', 'no'] },
  'work_order.informed': { says: 'you are told what was found on the spot', urgency: 'info', params: ['by', 'no'] },
  'work_order.cancelled': { says: 'a work order was taken back', urgency: 'info', params: ['by', 'no'] },
  'return_visit.to_sign': { says: 'a slip to sign', urgency: 'info', params: ['by', 'satisfaction', 'fault'] },
  'notice.issued': {
    says: 'a rectification notice for your department',
    urgency: 'urgent',
    params: ['number', 'source', 'deadlineAt', 'commitment', 'kind', 'rung'],
  },
  'notice.replied': { says: 'a notice was answered: verify it', urgency: 'warn', params: ['by', 'number'] },
  'notice.rejected': {
    says: 'a rectification was not accepted',
    urgency: 'urgent',
    params: ['by', 'number', 'deadlineAt'],
  },
  'notice.verified': { says: 'a rectification was accepted', urgency: 'info', params: ['by', 'number'] },
  'notice.withdrawn': { says: 'a notice was withdrawn', urgency: 'info', params: ['by', 'number'] },
  'webhook.off': {
    says: 'an endpoint of another system was switched off: it is gone, or nothing came through for days',
    urgency: 'warn',
    params: ['because'],
  },
  'daily_record.handed_over': {
    says: 'the daily record of problems, handed over to your department',
    urgency: 'warn',
    params: ['by', 'day'],
  },
  'summary.submitted': { says: "the summary of a week's complaints", urgency: 'info', params: ['by', 'week'] },
  'summary.service_week_submitted': {
    says: "the report of a week's service, signed",
    urgency: 'info',
    params: ['by', 'week'],
  },
  'summary.service_month_submitted': {
    says: "the report of a month's service, signed",
    urgency: 'info',
    params: ['by', 'month'],
  },
  'summary.report_submitted': { says: 'a signed report', urgency: 'info', params: ['by', 'kind', 'period', 'begins'] },
  'summary.month_submitted': { says: 'a month of special situations', urgency: 'info', params: ['by', 'month'] },
  'feedback.complaints': { says: 'complaints are fed back to your department', urgency: 'warn', params: ['by'] },
  'feedback.opinion': { says: "an occupier's opinion, reported to you", urgency: 'info', params: ['by'] },
  'feedback.answered': {
    says: 'a department answered what you fed back',
    urgency: 'info',
    params: ['by', 'department'],
  },
  'customer.still_named': { says: 'somebody erased is still named', urgency: 'warn', params: ['open'] },
  'import.matters': { says: 'open matters of yours came in from a file', urgency: 'warn', params: BROUGHT_IN },
  'import.items': { says: 'items for you came in from a file', urgency: 'warn', params: BROUGHT_IN },
  'work_item.given': { says: 'an item of the day plan for you', urgency: 'warn', params: ['by', 'dueAt'] },
  'work_item.sent_back': {
    says: 'what you did was looked at and sent back',
    urgency: 'warn',
    params: ['by', 'dueAt'],
  },
  'work_plan.reported': { says: 'a plan you gave is reported back', urgency: 'info', params: ['by'] },
  'duties.asked': { says: 'confirm that you understand the duties of your post', urgency: 'info', params: ['by'] },
  ...OF_PAPERS,
  ...OF_QUALITY,
  ...OF_STAFF,
  ...OF_BUDGET,
  ...OF_COUNTER,
  ...OF_SHIFTS,
  ...OF_ARTICLES,
  ...OF_CONVERSATIONS,
  'person.work_moved': { says: "somebody's open work is yours now", urgency: 'warn', params: ['from', 'open'] },
  'person.away': { says: 'somebody is away and nobody took over', urgency: 'warn', params: ['person', 'open'] },
} as const satisfies Record<string, Meaning>;

export type NotificationType = keyof typeof NOTIFICATIONS;
export type ParamsOf<Type extends NotificationType> = Record<(typeof NOTIFICATIONS)[Type]['params'][number], Param>;

export function isSaidAtNight(type: NotificationType): boolean {
  const meaning: Meaning = NOTIFICATIONS[type];
  return meaning.atNight ?? false;
}

/** How loudly: what a clock says of a deadline that has passed is no warning any more. */
export function urgencyOf(type: NotificationType, params: Record<string, unknown>, madeAt: string): Meaning['urgency'] {
  const passed = type === 'clock.warn' && typeof params['dueAt'] === 'string' && params['dueAt'] <= madeAt;
  return passed ? 'urgent' : NOTIFICATIONS[type].urgency;
}
