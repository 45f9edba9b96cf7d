import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import { useOfDepartment, whyNotGiveUp } from '../department-effect.ts';
import type { ChangeDepartment } from '../inputs.ts';
import type { DepartmentTable } from '../table.ts';
import { keepDepartmentVersion } from './keep-version.ts';

/**
 * Changes a department's name, telephone, calendar (for promises made from now on), or closes and reopens it. One in use is closed only
 * where `workTo` says where its work goes (`department.has_open_work`, `department.is_named`); what is open, and the kinds and services
 * that name it, follow by a reaction. One with posts is not (`department.has_posts`).
 */
export async function changeDepartment(
  context: Context,
  departmentId: Id<'department'>,
  input: ChangeDepartment,
): Promise<void> {
  const before = await context.tx
    .selectFrom('department')
    .selectAll()
    .where('id', '=', departmentId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!before) throw new NotFound('department.unknown');
  orForbid(can(context.actor, 'people.edit', { centreId: before.centre_id, departments: [departmentId] }));
  await expectVersion(context, departmentId, input.seen);
  const closes = input.closed === true && before.closed_at === null;
  if (closes) {
    const used = await useOfDepartment(context, departmentId, before.key);
    const [wrong] = await whyNotGiveUp(context, departmentId, used, input.workTo);
    orRefuse(wrong ?? null);
  }
  const row = rowOf(context, before, input);
  await context.tx.updateTable('department').set(row).where('id', '=', departmentId).execute();
  const kept = await keepDepartmentVersion(context, departmentId, {
    before: contentOf(before),
    after: contentOf({ ...before, ...row, name: input.name ?? before.name }),
    why: input.why,
  });
  const { seen: _, why, workTo, ...changed } = input;
  await record(context, {
    subject: { type: 'department', id: departmentId },
    type: 'department.changed',
    data: {
      changed: Object.keys(changed),
      calendarId: row.calendar_id,
      closed: row.closed_at !== null,
      kept,
      ...(closes && workTo ? { workTo, why: why ?? null } : {}),
    },
  });
}

/** What stands there from now on; what is left out stays. */
const rowOf = ({ now }: Context, before: Selectable<DepartmentTable>, input: ChangeDepartment) => ({
  name: json(input.name ?? before.name),
  calendar_id: input.calendarId ?? before.calendar_id,
  phone: input.phone === undefined ? before.phone : input.phone,
  outside_firm: input.outsideFirm ?? before.outside_firm,
  closed_at: input.closed === undefined ? before.closed_at : input.closed ? (before.closed_at ?? now) : null,
});

type Row = Pick<Selectable<DepartmentTable>, 'name' | 'calendar_id' | 'phone' | 'outside_firm' | 'closed_at'>;

/** A department as its versions keep it: what can be put back. */
const contentOf = (row: Row) => ({
  name: row.name,
  calendarId: row.calendar_id,
  phone: row.phone,
  outsideFirm: row.outside_firm,
  closed: row.closed_at !== null,
});
