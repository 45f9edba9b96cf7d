import type { Id } from '../kernel/id.ts';
import { recurImprovements } from '../improvement/commands/begin-round.ts';
import { recurOfLate } from '../improvement/commands/recur-of-late.ts';
import { patternOfFault, patternOfLine, patternsOfMatter } from '../improvement/patterns.ts';
import { whoIsTold } from '../organisation/queries.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import { tellOf } from './tell.ts';

type Somebody = Id<'person'> | null;
type Data = {
  number: number;
  addressee: Somebody;
  opener: Somebody;
  checker: Somebody;
  centre: Id<'centre'>;
  doers: Somebody[];
};

/** A complaint or fault is settled, and its cause known: whatever was to prevent it did not (COMP-21). */
export const recurOfMatter: Reaction = async (context, event) => {
  const ticket = await ticketById(context.tx, event.subject.id);
  const patterns = patternsOfMatter(await kindOf(context, ticket.kind, ticket.kind_version), ticket);
  await recurImprovements(context, patterns, { type: 'ticket', id: ticket.id, at: ticket.opened_at });
};

/** A return visit found a fault of a department again (COMP-21). */
export const recurOfVisit: Reaction = async (context, event) => {
  const visit = await context.tx
    .selectFrom('return_visit')
    .select(['id', 'fault_department_id'])
    .where('id', '=', event.subject.id as Id<'return_visit'>)
    .executeTakeFirst();
  if (!visit?.fault_department_id) return;
  const again = { type: 'return_visit' as const, id: visit.id, at: event.happenedAt };
  await recurImprovements(context, [patternOfFault(visit.fault_department_id)], again);
};

/** A spot check found the same line failed again. */
export const recurOfCheck: Reaction = async (context, event) => {
  const { item, failed } = event.data as { item: Id<'spot_check_item'>; failed: number };
  if (failed === 0) return;
  const rows = await context.tx
    .selectFrom('spot_check_result as r')
    .innerJoin('spot_check_item as i', 'i.id', 'r.item_id')
    .innerJoin('spot_check as s', 's.id', 'i.spot_check_id')
    .innerJoin('rectification as n', 'n.id', 'r.rectification_id')
    .select(['r.criterion', 's.plan_key', 'n.department_id', 'n.id'])
    .where('i.id', '=', item)
    .execute();
  for (const { criterion, plan_key: plan, department_id: department, id } of rows)
    await recurImprovements(context, [patternOfLine(department, plan, criterion)], {
      type: 'rectification',
      id,
      at: event.happenedAt,
    });
};

/** Somebody wrote a notice of lateness by hand; those of the ladders are counted as they are climbed, all at once. */
export const recurOfNotice: Reaction = async (context, event) => {
  const { department, commitment } = event.data as {
    department: Id<'department'>;
    commitment: Id<'commitment'> | null;
  };
  if (commitment === null || context.actor.personId === null) return;
  const { kind } = await context.tx
    .selectFrom('commitment')
    .select('kind')
    .where('id', '=', commitment)
    .executeTakeFirstOrThrow();
  await recurOfLate(context, [{ departmentId: department, promise: kind }]);
};

/** The head hears of an action, and each who is to carry out a measure. */
export const tellImprovementOpened: Reaction = async (context, event) => {
  const { number, addressee, doers } = event.data as Data;
  const by = context.actor.personId;
  await tellOf(context, event, [addressee], { type: 'improvement.opened', params: { by, number }, acknowledge: true });
  await tellOf(
    context,
    event,
    doers.filter((one) => one !== addressee),
    { type: 'improvement.measure', params: { by, number } },
  );
};

export const tellImprovementPlanned: Reaction = async (context, event) => {
  const { number, doers } = event.data as Data;
  await tellOf(context, event, doers, {
    type: 'improvement.measure',
    params: { by: context.actor.personId, number },
  });
};

export const tellCarriedOut: Reaction = async (context, event) => {
  const { number, checker } = event.data as Data;
  await tellOf(context, event, [checker], { type: 'improvement.carried_out', params: { number } });
};

export const tellJudged: Reaction = async (context, event) => {
  const { number, addressee, opener } = event.data as Data;
  const params = { by: context.actor.personId, number };
  const type = event.type === 'improvement.worked' ? 'improvement.worked' : 'improvement.did_not_work';
  await tellOf(context, event, [addressee, opener], { type, params });
};

/** Who answers for it, who opened it and the centre manager hear that it happened again (COMP-21). */
export const tellRecurred: Reaction = async (context, event) => {
  const { number, addressee, opener, centre } = event.data as Data;
  const managers = await whoIsTold(context, { to: 'centre_manager', centreId: centre });
  await tellOf(context, event, [addressee, opener, ...managers], { type: 'improvement.recurred', params: { number } });
};
