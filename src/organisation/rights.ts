/** Everything a post may be allowed, in the words of the rights table. Routes name one of these; packs give them to posts. */
export const RIGHTS = [
  'ticket.see',
  'ticket.open',
  'ticket.handle',
  'ticket.assign',
  'ticket.decide',
  'ticket.reclassify',
  'ticket.close',
  'contact.record',
  'conversation.see',
  'conversation.answer',
  'outreach.send',
  'work_order.see',
  'work_order.issue',
  'work_order.do',
  'return_visit.see',
  'return_visit.make',
  'return_visit.sign',
  'rectification.see',
  'rectification.issue',
  'rectification.answer',
  'rectification.verify',
  'commitment.see',
  'commitment.correct',
  'customer.see',
  'customer.see_phone',
  'customer.unmask_phone',
  'customer.edit',
  'place.see',
  'place.edit',
  'report.see',
  'people.see',
  'people.edit',
  'calendar.edit',
  'limit.edit',
  'audit.see',
  'knowledge.write',
  'knowledge.publish',
  'exchange.manage',
  'search',
] as const;

export type Right = (typeof RIGHTS)[number];

/** How far a right reaches: one's own, one's department's, one's centre's, or the whole organisation's things. */
export const SCOPES = ['own', 'department', 'centre', 'organisation'] as const;
export type Scope = (typeof SCOPES)[number];
