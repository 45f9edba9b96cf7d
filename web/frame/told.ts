import type { NotificationType } from '../../src/notification/vocabulary.ts';
import type { Stretch } from '../matter/stretch.ts';
import { stretchWords } from '../matter/stretch.ts';
import type { Notification, Notifications } from '../server/contract.ts';
import { dateOf, monthOf, spoken } from '../ui/time.ts';
import { said, t } from '../words/words.ts';
import { houseSentences } from './told-house.ts';

export type Facts = {
  by: string;
  from: string;
  to: string;
  person: string;
  department: string;
  promise: string;
  due: string;
  week: string;
  day: string;
  month: string;
  period: string;
  no: number;
  number: number;
  open: number;
  count: number;
  late: number;
  urgent: boolean;
  grave: boolean;
  answered: boolean;
  approved: boolean;
  what: string;
  because: string;
};

/** A sentence for each thing the house ever tells; a type without one is a type error. */
const sentences: Record<NotificationType, (facts: Facts) => string> = {
  'clock.warn': (facts) => (facts.urgent ? t('told.clock_late', facts) : t('told.clock_warn', facts)),
  'clock.rule': (facts) => t('told.clock_rule', facts),
  'clock.told_in_error': (facts) => t('told.clock_told_in_error', facts),
  'clock.wait_ended': () => t('told.clock_wait_ended'),
  'ticket.offered': (facts) => t('told.ticket_offered', facts),
  'ticket.accepted': (facts) => t('told.ticket_accepted', facts),
  'ticket.offer_refused': (facts) => t('told.ticket_offer_refused', facts),
  'ticket.offer_withdrawn': (facts) => t('told.ticket_offer_withdrawn', facts),
  'ticket.urged': (facts) => t('told.ticket_urged', facts),
  'ticket.urged_again': (facts) => t('told.ticket_urged_again', facts),
  'ticket.severity_raised': (facts) => (facts.grave ? t('told.severity_grave') : t('told.severity_major')),
  'ticket.investigated': (facts) => t('told.ticket_investigated', facts),
  'ticket.ruling_asked': (facts) => t('told.ticket_ruling_asked', facts),
  'ticket.put_above': (facts) => t('told.ticket_put_above', facts),
  'ticket.ruled': (facts) => t('told.ticket_ruled', facts),
  'ticket.to_approve': () => t('told.ticket_to_approve'),
  'ticket.approval_told': (facts) => t('told.ticket_approval_told', facts),
  'ticket.approval_given': (facts) => t('told.ticket_approval_given', facts),
  'proposal.passed': (facts) => t('told.proposal_passed', facts),
  'proposal.answered': (facts) => t('told.proposal_answered', facts),
  'proposal.planned': (facts) => t('told.proposal_planned', facts),
  'compliment.yours': () => t('told.compliment_yours'),
  'compliment.of_yours': () => t('told.compliment_of_yours'),
  'ticket.reopened': (facts) => t('told.ticket_reopened', facts),
  'ticket.news': (facts) => t('told.ticket_news', facts),
  'ticket.watching': (facts) => t('told.ticket_watching', facts),
  'ticket.mentioned': (facts) => t('told.ticket_mentioned', facts),
  'ticket.back': (facts) => (facts.answered ? t('told.ticket_back_answered') : t('told.ticket_back')),
  'reminder.set': (facts) => t('told.reminder_set', facts),
  'reminder.due': () => t('told.reminder_due'),
  'ticket.task_done': (facts) => t('told.ticket_task_done', facts),
  'conversation.received': () => t('told.conversation_received'),
  'conversation.aside_received': () => t('told.aside_received'),
  'conversation.mentioned': (facts) => t('told.conversation_mentioned', facts),
  'conversation.taken': (facts) => t('told.conversation_taken', facts),
  'conversation.failed': () => t('told.conversation_failed'),
  'conversation.bounced': () => t('told.conversation_bounced'),
  'chat.offered': () => t('told.chat_offered'),
  'chat.not_accepted': (facts) => t('told.chat_not_accepted', facts),
  'work_order.issued': (facts) => t('told.work_order_issued', facts),
  'work_order.assigned': (facts) => t('told.work_order_assigned', facts),
  'work_order.refused': (facts) => t('told.work_order_refused', facts),
  'work_order.no_access': (facts) => t('told.work_order_no_access', facts),
  'work_order.done': (facts) => t('told.work_order_done', facts),
  'work_order.informed': (facts) => t('told.work_order_informed', facts),
  'work_order.cancelled': (facts) => t('told.work_order_cancelled', facts),
  'return_visit.to_sign': () => t('told.return_visit_to_sign'),
  'notice.issued': (facts) => t('told.notice_issued', facts),
  'notice.replied': (facts) => t('told.notice_replied', facts),
  'notice.rejected': (facts) => t('told.notice_rejected', facts),
  'notice.verified': (facts) => t('told.notice_verified', facts),
  'notice.withdrawn': (facts) => t('told.notice_withdrawn', facts),
  'webhook.off': ({ because }) =>
    t('told.webhook_off', { why: t(because === 'gone' ? 'told.webhook_gone' : 'told.webhook_failing') }),
  'daily_record.handed_over': (facts) => t('told.daily_record', facts),
  'summary.submitted': (facts) => t('told.summary_submitted', facts),
  'summary.service_week_submitted': (facts) => t('told.summary_service_week_submitted', facts),
  'summary.service_month_submitted': (facts) => t('told.summary_service_month_submitted', facts),
  'summary.report_submitted': (facts) => t('told.summary_report_submitted', facts),
  'summary.month_submitted': (facts) => t('told.summary_month_submitted', facts),
  'improvement.opened': (facts) => t('told.improvement_opened', facts),
  'improvement.measure': (facts) => t('told.improvement_measure', facts),
  'improvement.carried_out': (facts) => t('told.improvement_carried_out', facts),
  'improvement.worked': (facts) => t('told.improvement_worked', facts),
  'improvement.did_not_work': (facts) => t('told.improvement_did_not_work', facts),
  'improvement.recurred': (facts) => t('told.improvement_recurred', facts),
  'arrival.waits': () => t('told.arrival_waits'),
  'quality_review.given': (facts) => t('told.reviewed', facts),
  'error.repeated': (facts) => t('told.error_repeated', facts),
  'feedback.complaints': (facts) => t('told.feedback_complaints', facts),
  'feedback.opinion': (facts) => t('told.feedback_opinion', facts),
  'feedback.answered': (facts) => t('told.feedback_answered', facts),
  'customer.still_named': (facts) => t('told.customer_still_named', facts),
  'spot_check.own_work': (facts) => t('told.spot_check_own_work', facts),
  'spot_check.completed': (facts) => t('told.spot_check_completed', facts),
  'import.matters': (facts) => t('told.import_matters', facts),
  'import.items': (facts) => t('told.import_items', facts),
  'work_item.given': (facts) => t('told.work_item_given', facts),
  'work_item.sent_back': (facts) => t('told.work_item_sent_back', facts),
  'work_plan.reported': (facts) => t('told.work_plan_reported', facts),
  'duties.asked': () => t('told.duties_asked'),
  'article.to_accept': () => t('told.article_to_accept'),
  'article.to_read': () => t('told.article_to_read'),
  'article.unhelpful': (facts) => t('told.article_unhelpful', facts),
  'article.amendment_proposed': (facts) => t('told.amendment_proposed', facts),
  'article.amendment_decided': (facts) => t('told.amendment_decided', facts),
  'disturbance.recorded': (facts) => t('told.disturbance', facts),
  'finding.reported': (facts) => t('told.finding_reported', facts),
  'person.work_moved': (facts) => t('told.person_work_moved', facts),
  'person.away': (facts) => t('told.person_away', facts),
  ...houseSentences,
};

const news = ['moved', 'answered', 'resolved', 'told', 'closed', 'ended', 'reopened', 'merged'] as const;

/** How what somebody watches has moved on. */
function newsWords(what: string): string {
  const known = news.find((one) => one === what);
  return known ? t(`told.news_${known}`) : '';
}

/** What a notification says. Its parameters are ids and facts; the names stand beside the list. */
export function toldWords(
  one: Notification,
  { names, departments }: Pick<Notifications, 'names' | 'departments'>,
): string {
  const { params } = one;
  const nameOf = (key: string) => names[String(params[key])] ?? t('told.somebody');
  const numberOf = (key: string) => Number(params[key] ?? 0);
  const due = params['dueAt'] ?? params['deadlineAt'];
  const department = departments[String(params['department'])];
  return sentences[one.type as NotificationType]({
    by: nameOf('by'),
    from: nameOf('from'),
    to: nameOf('to'),
    person: nameOf('person'),
    department: department ? said(department) : '',
    promise: one.promise ? said(one.promise) : '',
    due: typeof due === 'string' ? spoken(due) : '',
    week: params['week'] ? dateOf(`${String(params['week'])}T12:00:00.000Z`) : '',
    day: params['day'] ? dateOf(`${String(params['day'])}T12:00:00.000Z`) : '',
    month: params['month'] ? monthOf(`${String(params['month'])}T12:00:00.000Z`) : '',
    period: params['period'] ? stretchWords(params['period'] as Stretch, String(params['begins'])) : '',
    no: numberOf('no'),
    number: numberOf('number'),
    open: numberOf('open'),
    count: numberOf('count'),
    late: numberOf('late'),
    urgent: one.urgency === 'urgent',
    grave: params['severity'] === 'grave',
    answered: params['because'] === 'answer',
    approved: params['verdict'] === 'approved',
    what: newsWords(String(params['what'] ?? '')),
    because: String(params['because'] ?? ''),
  });
}
