import type { Pack } from '../../src/pack/format.ts';

type Rights = Pack['posts'][number]['rights'];

/** Everybody may find what he may see, and see who works here. */
const everybody: Rights = {
  search: 'centre',
  'people.see': 'centre',
  'place.see': 'centre',
  'attendance.see': 'own',
};

/** Asks for the material that his department needs, and sees what it has (ASST-06). */
const stores: Rights = { 'material.see': 'department', 'material.request': 'department' };

/** A pair of hands sent out: sees what concerns the department, reports what he did. */
const sent: Rights = {
  ...everybody,
  'ticket.see': 'department',
  'ticket.handle': 'own',
  'work_order.see': 'department',
  'work_order.do': 'own',
  'commitment.see': 'department',
  'rectification.see': 'department',
  'customer.see': 'own',
  'customer.see_phone': 'own',
};

/** One of ours. */
export const worker: Rights = { ...sent, ...stores };

/** The same, and reports what he comes upon on his way. */
export const onSite: Rights = {
  ...worker,
  'ticket.open': 'centre',
  'contact.record': 'centre',
  'document.write': 'own',
};

/** Works in an office: does what the day plan gives him and confirms his duties; no customer's matter is his. */
export const clerk: Rights = { ...everybody, ...stores, 'commitment.see': 'own', 'document.write': 'own' };

/** Goes along with one household at a time: sees what he was sent to, does it, and nothing else of the department. */
export const escort: Rights = {
  ...clerk,
  'ticket.see': 'own',
  'work_order.see': 'own',
  'work_order.do': 'own',
  'customer.see': 'own',
  'customer.see_phone': 'own',
};

/** Receives people and letters: writes down who came with what, opens what it takes, and hands it on. */
export const reception: Rights = {
  ...clerk,
  'ticket.see': 'centre',
  'ticket.open': 'centre',
  'contact.record': 'centre',
  'commitment.see': 'department',
  'customer.see': 'centre',
};

/** Keeps keys, passes and tools, and says who has them. */
export const keeper: Rights = { 'custody.see': 'centre', 'custody.keep': 'centre' };

/** Takes in everything that comes to the centre and keeps what is his own moving. */
export const desk: Rights = {
  ...everybody,
  ...stores,
  'ticket.see': 'centre',
  'ticket.open': 'centre',
  'ticket.handle': 'own',
  'ticket.assign': 'own',
  'ticket.reclassify': 'own',
  'ticket.close': 'own',
  'contact.record': 'centre',
  'conversation.see': 'centre',
  'conversation.answer': 'centre',
  'work_order.see': 'centre',
  'work_order.issue': 'centre',
  'return_visit.see': 'centre',
  'survey.see': 'centre',
  'return_visit.make': 'centre',
  'rectification.see': 'centre',
  'commitment.see': 'centre',
  'customer.see': 'centre',
  'customer.see_phone': 'centre',
  'customer.edit': 'centre',
  'charge.see': 'centre',
  'charge.receive': 'centre',
  ...keeper,
  'document.write': 'own',
  'liaison.log': 'centre',
};

/** Keeps up with the customers given to him: contacts and records them, hands what they raise to departments. */
export const specialist: Rights = {
  ...reception,
  'conversation.see': 'centre',
  'conversation.answer': 'centre',
  'ticket.handle': 'own',
  'ticket.assign': 'own',
  'work_order.see': 'centre',
  'return_visit.see': 'centre',
  'survey.see': 'centre',
  'rectification.see': 'centre',
  'commitment.see': 'centre',
  'customer.see_phone': 'centre',
  'customer.edit': 'centre',
};

/** Distributes, urges, checks and closes for the whole centre. */
export const supervisor: Rights = {
  ...desk,
  'material.see': 'centre',
  'material.keep': 'centre',
  'ticket.handle': 'centre',
  'ticket.assign': 'centre',
  'ticket.reclassify': 'centre',
  'ticket.close': 'centre',
  'attendance.see': 'centre',
  'custody.approve': 'centre',
  'outreach.send': 'centre',
  'customer.assign': 'centre',
  'charge.bill': 'centre',
  'meeting.call': 'department',
  'document.write': 'department',
  'document.approve': 'department',
  'survey.run': 'centre',
  'rectification.issue': 'centre',
  'rectification.answer': 'department',
  'rectification.verify': 'centre',
  'return_visit.sign': 'department',
  'place.edit': 'centre',
  'report.see': 'centre',
  'knowledge.write': 'centre',
  'staff.assess': 'department',
  'training.see': 'department',
  'training.plan': 'department',
};

/** Head of a department that sends people: accepts its work orders, answers its notices, signs its return-visit slips. */
export const head: Rights = {
  ...everybody,
  'ticket.see': 'centre',
  'ticket.open': 'centre',
  'ticket.handle': 'department',
  'ticket.assign': 'department',
  'attendance.see': 'department',
  'contact.record': 'centre',
  'conversation.see': 'department',
  'conversation.answer': 'department',
  'work_order.see': 'centre',
  'work_order.issue': 'department',
  'work_order.do': 'department',
  'return_visit.see': 'centre',
  'survey.see': 'centre',
  'return_visit.sign': 'department',
  'rectification.see': 'centre',
  'rectification.answer': 'department',
  'commitment.see': 'centre',
  'customer.see': 'centre',
  'customer.see_phone': 'department',
  'customer.unmask_phone': 'centre',
  'report.see': 'department',
  'budget.see': 'department',
  'budget.edit': 'department',
  ...stores,
  'material.keep': 'department',
  'material.approve': 'department',
  'knowledge.write': 'department',
  'staff.assess': 'department',
  'training.see': 'department',
  'training.plan': 'department',
  'meeting.call': 'department',
  'document.write': 'department',
  'document.approve': 'department',
  'liaison.log': 'centre',
  'contractor.judge': 'own',
};

/** An outside firm sees what was sent to it, and nothing else. */
export const outside: Rights = {
  ...sent,
  'work_order.do': 'department',
  'rectification.answer': 'department',
  'people.see': 'own',
};

/** Stands in for the head of the office over the day: checks service, hears disputes, urges repairs; decides and closes nothing. */
export const overseer: Rights = {
  ...reception,
  'ticket.handle': 'centre',
  'ticket.assign': 'centre',
  'attendance.see': 'centre',
  'work_order.see': 'centre',
  'return_visit.see': 'centre',
  'survey.see': 'centre',
  'rectification.see': 'centre',
  'rectification.issue': 'centre',
  'rectification.verify': 'centre',
  'commitment.see': 'centre',
  'customer.see_phone': 'centre',
  'custody.see': 'centre',
  'report.see': 'centre',
  'knowledge.write': 'centre',
  'training.see': 'centre',
};

/** Gives plans and orders, sees what becomes of them, and touches no matter himself. */
export const planner: Rights = {
  ...everybody,
  'ticket.see': 'centre',
  'ticket.assign': 'centre',
  'attendance.see': 'centre',
  'work_order.see': 'centre',
  'return_visit.see': 'centre',
  'survey.see': 'centre',
  'rectification.see': 'centre',
  'commitment.see': 'centre',
  'custody.see': 'centre',
  'report.see': 'centre',
  'training.see': 'centre',
  'document.write': 'own',
};

/** The centre manager: decides, corrects verdicts, changes limits and calendars. */
export const manager: Rights = {
  ...supervisor,
  'ticket.decide': 'centre',
  'return_visit.sign': 'centre',
  'work_order.do': 'centre',
  'commitment.correct': 'centre',
  'people.edit': 'centre',
  'calendar.edit': 'centre',
  'limit.edit': 'centre',
  'audit.see': 'centre',
  'budget.see': 'centre',
  'budget.edit': 'centre',
  'budget.approve': 'centre',
  'material.request': 'centre',
  'material.approve': 'centre',
  'knowledge.publish': 'centre',
  'staff.assess': 'centre',
  'staff.propose': 'centre',
  'training.see': 'centre',
  'training.plan': 'centre',
  'charge.waive': 'centre',
  'meeting.call': 'centre',
  'document.write': 'centre',
  'document.approve': 'centre',
  'contractor.judge': 'centre',
};

/** Above the centre: sees all, rules on what is asked of him, gives tasks. */
export const leader: Rights = {
  search: 'organisation',
  'people.see': 'organisation',
  'attendance.see': 'organisation',
  'place.see': 'organisation',
  'ticket.see': 'organisation',
  'ticket.open': 'organisation',
  'ticket.handle': 'own',
  'ticket.assign': 'own',
  'ticket.close': 'own',
  'ticket.decide': 'organisation',
  'conversation.see': 'organisation',
  'work_order.see': 'organisation',
  'return_visit.see': 'organisation',
  'survey.see': 'organisation',
  'rectification.see': 'organisation',
  'rectification.issue': 'organisation',
  'rectification.verify': 'organisation',
  'commitment.see': 'organisation',
  'customer.see': 'organisation',
  'customer.see_phone': 'organisation',
  'custody.see': 'organisation',
  'report.see': 'organisation',
  'staff.see': 'organisation',
  'staff.decide': 'organisation',
  'training.see': 'organisation',
  'document.write': 'organisation',
  'document.approve': 'organisation',
  'budget.see': 'organisation',
  'material.see': 'organisation',
};

/** Keeps people, posts, calendars and limits; handles no customer's matter. */
export const administrator: Rights = {
  search: 'organisation',
  'people.see': 'organisation',
  'people.edit': 'organisation',
  'attendance.see': 'own',
  'place.see': 'organisation',
  'place.edit': 'organisation',
  'calendar.edit': 'organisation',
  'limit.edit': 'organisation',
  'audit.see': 'organisation',
  'exchange.manage': 'organisation',
  'ticket.see': 'organisation',
  'ticket.handle': 'own',
  'commitment.see': 'organisation',
  'custody.see': 'organisation',
  'report.see': 'organisation',
  'knowledge.write': 'organisation',
  'knowledge.publish': 'organisation',
  'training.see': 'organisation',
};
