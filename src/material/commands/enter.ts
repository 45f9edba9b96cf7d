import { unbookExpense } from '../../budget/commands/decide-expense.ts';
import { bookExpense } from '../../budget/commands/record-expense.ts';
import { openDepartment } from '../../budget/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, refusal, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { todayIn } from '../../organisation/today.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Material } from '../facts.ts';
import { lockMaterial, lockRequest } from '../facts.ts';
import { plannedOf, stockOf } from '../figures.ts';
import type { Issue, Receive } from '../inputs.ts';
import { whyNotIssue } from '../material.ts';
import { appendEntry, isWritten } from './append-entry.ts';

/**
 * Material came in, bought for an approved request or by the plan in force of its month; what was paid is booked under its budget line, and
 * waits there for approval where it is more than the line has left (ASST-06, PRIN-12).
 */
export async function receiveMaterial(context: Context, input: Receive): Promise<Id<'material_entry'>> {
  const id = input.id ?? newId<'material_entry'>(context.now);
  if (await isWritten(context, id)) return id;
  const department = await openDepartment(context, input.departmentId);
  orForbid(can(context.actor, 'material.keep', { departments: [department.id], centreId: department.centre_id }));
  await orFuture(context, department.centre_id, input.onDay);
  const material = await lockMaterial(context.tx, input.materialId);
  await orUnapproved(context, input);
  const { departmentId, quantity, onDay, supplier, cost } = input;
  const expenseId = cost > 0 ? await pay(context, input, material) : null;
  const of = { centre_id: department.centre_id, department_id: departmentId, material_id: material.id };
  const paid = { supplier, cost, expense_id: expenseId };
  await appendEntry(context, {
    id,
    ...of,
    ...paid,
    sort: 'received',
    quantity,
    on_day: onDay,
    request_id: input.requestId,
  });
  return id;
}

async function orFuture(context: Context, centreId: Id<'centre'>, day: string): Promise<void> {
  if (day > (await todayIn(context, centreId))) throw new Invalid('material.in_future', { path: 'onDay' });
}

/** What nobody approved is not bought. */
async function orUnapproved({ tx }: Context, { requestId, departmentId, materialId, onDay }: Receive): Promise<void> {
  if (!requestId) {
    const planned = await plannedOf(tx, departmentId, onDay.slice(0, 7), materialId);
    return orRefuse(planned > 0 ? null : refusal('material.not_planned'));
  }
  const { request, facts } = await lockRequest(tx, requestId);
  if (request.material_id !== materialId || request.department_id !== departmentId)
    throw new Invalid('material.other_request', { path: 'requestId' });
  orRefuse(facts.decision === 'approved' ? null : refusal('material.not_approved'));
}

async function pay(context: Context, input: Receive, material: Material): Promise<Id<'expense'> | null> {
  if (!(await settingsOf(context)).budget) return null;
  const { departmentId, quantity, onDay, supplier, cost } = input;
  return bookExpense(context, {
    departmentId,
    line: material.cost_kind,
    amount: cost,
    spentOn: onDay,
    supplier,
    whatFor: `${material.name} × ${quantity} ${material.unit}`,
    askApproval: true,
  });
}

/** Handed to somebody on an approved request, out of what lies there. */
export async function issueMaterial(context: Context, input: Issue): Promise<Id<'material_entry'>> {
  const { tx } = context;
  const id = input.id ?? newId<'material_entry'>(context.now);
  if (await isWritten(context, id)) return id;
  const { request, facts } = await lockRequest(tx, input.requestId);
  const { centre_id, department_id, material_id } = request;
  orForbid(can(context.actor, 'material.keep', { departments: [department_id], centreId: centre_id }));
  await orFuture(context, centre_id, input.onDay);
  await orNotHere(tx, [input.personId], 'personId');
  await lockMaterial(tx, material_id);
  orRefuse(whyNotIssue(facts, await stockOf(tx, department_id, material_id), input.quantity));
  const to = { request_id: request.id, person_id: input.personId };
  const of = { centre_id, department_id, material_id, on_day: input.onDay };
  await appendEntry(context, { id, ...of, ...to, sort: 'issued', quantity: -input.quantity });
  return id;
}

/** An entry that was wrong is taken back whole by a counter entry with its reason, and what was booked for it with it. */
export async function correctEntry(context: Context, id: Id<'material_entry'>, because: string): Promise<void> {
  const { tx } = context;
  const entry = await tx.selectFrom('material_entry').selectAll().where('id', '=', id).executeTakeFirst();
  if (!entry) throw new NotFound('material_entry.unknown');
  const { centre_id, department_id, material_id, quantity, request_id } = entry;
  orForbid(can(context.actor, 'material.keep', { departments: [department_id], centreId: centre_id }));
  await lockMaterial(tx, material_id);
  const counter = await tx.selectFrom('material_entry').select('id').where('corrects_id', '=', id).executeTakeFirst();
  if (counter || entry.corrects_id !== null) throw new Refused('material.corrected');
  const stock = await stockOf(tx, department_id, material_id);
  orRefuse(stock < quantity ? refusal('material.not_in_stock', { stock: Math.max(0, stock) }) : null);
  if (entry.expense_id) await unbookExpense(context, entry.expense_id, because);
  await appendEntry(context, {
    ...entry,
    id: newId<'material_entry'>(context.now),
    quantity: -quantity,
    cost: -Number(entry.cost),
    corrects_id: id,
    because,
    request_id,
  });
  await record(context, {
    subject: { type: 'material', id: material_id },
    type: 'material.entry_corrected',
    data: { entry: id, by: actingPerson(context) },
  });
}
