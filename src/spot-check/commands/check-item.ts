import { Invalid, NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import type { Id } from '../../kernel/id.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { planOf } from '../plan-versions.ts';
import type { SpotCheckPlan } from '../plan.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Draft } from '../../rectification/commands/write-notices.ts';
import { writeNotices } from '../../rectification/commands/write-notices.ts';
import type { SpotCheck } from '../facts.ts';
import { lockSpotCheck, checkOwedBy, thingOfCheck } from '../facts.ts';
import type { CheckItem } from '../inputs.ts';
import { lookingAt } from '../looking.ts';
import type { Drawn } from '../registers.ts';
import { READS } from '../registers.ts';
import { whyNotLook, whyNotResults } from '../spot-check.ts';

type Item = { id: Id<'spot_check_item'>; no: number; subject_id: string; looked_at: unknown };

/**
 * One record drawn was looked at: a result for each line of the sheet, and for each failed one what was found and what follows:
 * corrected on the spot, or a rectification notice to the department (ESCL-04, PRIN-08). Once, by whoever owes the check and did
 * not do himself what is looked at.
 */
export async function checkItem(context: Context, id: Id<'spot_check_item'>, input: CheckItem): Promise<void> {
  const found = await context.tx.selectFrom('spot_check_item').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found) throw new NotFound('spot_check.item_unknown');
  const check = await lockSpotCheck(context, found.spot_check_id);
  const item = await context.tx
    .selectFrom('spot_check_item')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const owed = await checkOwedBy(context.tx, check.id);
  orForbid(can(context.actor, 'report.see', thingOfCheck(check, owed)));
  const plan = await planOf(context, check.plan_key, check.plan_version);
  const [drawn] = (await READS[plan.draws].lines([item.subject_id]).execute(context.tx)).rows;
  const looking = await lookingAt(context, owed, drawn ? [drawn] : []);
  orRefuse(whyNotLook(check, owed, context.actor, looking(drawn)));
  if (item.looked_at !== null) throw new Refused('spot_check.item_looked_at', { no: item.no });
  const wrong = whyNotResults(plan, input.results);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const notices = await issueNotices(context, { check, item, plan, drawn }, input);
  await write(context, item, input, notices);
  await record(context, {
    subject: { type: 'spot_check', id: check.id },
    type: 'spot_check.item_checked',
    data: { item: item.id, no: item.no, failed: input.results.filter((line) => !line.passed).length },
  });
}

/** One notice for each fault: each is answered and looked at by itself. By the line it is about. */
async function issueNotices(
  context: Context,
  { check, item, plan, drawn }: { check: SpotCheck; item: Item; plan: SpotCheckPlan; drawn: Drawn | undefined },
  input: CheckItem,
): Promise<Map<string, Id<'rectification'>>> {
  const sent = input.results.filter((line) => !line.passed && line.way === 'to_department');
  if (sent.length === 0) return new Map();
  const departmentId = input.departmentId ?? drawn?.department_id;
  if (!drawn || !departmentId) throw new Invalid('notice.department_missing', { path: 'departmentId' });
  const centreId = await centreOf(context, departmentId);
  orForbid(can(context.actor, 'rectification.issue', { departments: [departmentId], centreId }));
  if (input.deadlineAt && input.deadlineAt <= context.now)
    throw new Invalid('notice.deadline_in_past', { path: 'deadlineAt' });
  const drafts = sent.map(({ finding }): Draft => ({
    source: 'spot_check',
    spotCheckId: check.id,
    departmentId,
    centreId,
    findings: finding,
    deadlineAt: input.deadlineAt,
    ...aboutOf(READS[plan.draws].subject, item, drawn),
  }));
  const written = await writeNotices(context, drafts);
  return new Map(sent.map((line, at) => [line.criterion, written[at]!.id]));
}

/** A notice stands under the matter whose record was looked at. */
function aboutOf(subject: string, item: Item, drawn: Drawn): Pick<Draft, 'ticketId' | 'visitId' | 'workOrderId'> {
  return {
    ticketId: drawn.ticket_id,
    ...(subject === 'return_visit' ? { visitId: item.subject_id as Id<'return_visit'> } : {}),
    ...(subject === 'work_order' ? { workOrderId: item.subject_id as Id<'work_order'> } : {}),
  };
}

async function centreOf(context: Context, departmentId: Id<'department'>): Promise<Id<'centre'>> {
  const department = await context.tx
    .selectFrom('department')
    .select('centre_id')
    .where('id', '=', departmentId)
    .executeTakeFirst();
  if (!department) throw new NotFound('department.unknown');
  return department.centre_id;
}

async function write(
  context: Context,
  item: Item,
  input: CheckItem,
  notices: ReadonlyMap<string, Id<'rectification'>>,
): Promise<void> {
  await context.tx
    .updateTable('spot_check_item')
    .set({ looked_by_id: actingPerson(context), looked_at: context.now, remark: input.remark })
    .where('id', '=', item.id)
    .execute();
  const rows = input.results.map((line) => ({
    item_id: item.id,
    criterion: line.criterion,
    passed: line.passed,
    finding: line.passed ? null : line.finding,
    way: line.passed ? null : line.way!,
    rectification_id: notices.get(line.criterion) ?? null,
  }));
  await context.tx.insertInto('spot_check_result').values(rows).execute();
}
