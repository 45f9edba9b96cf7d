import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import { currentKinds } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import type { ChangeDepartment } from '../inputs.ts';
import type { DepartmentTable } from '../table.ts';
import { keepDepartmentVersion } from './keep-version.ts';
import { ENDED_STAGES } from '../../work-order/work-order.ts';

/**
 * Changes a department's name, telephone, calendar (for promises made from now on), or closes and reopens it. Refuses to
 * close one with open tickets or work orders (`department.has_open_work`), with posts (`department.has_posts`), or one that a kind
 * sends its tickets to (`department.of_kind`).
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
  if (closes) await refuseWhileUsed(context, departmentId, before.key);
  const row = {
    name: json(input.name ?? before.name),
    calendar_id: input.calendarId ?? before.calendar_id,
    phone: input.phone === undefined ? before.phone : input.phone,
    outside_firm: input.outsideFirm ?? before.outside_firm,
    closed_at: input.closed === false ? null : closes ? context.now : before.closed_at,
  };
  await context.tx.updateTable('department').set(row).where('id', '=', departmentId).execute();
  const kept = await keepDepartmentVersion(context, departmentId, {
    before: contentOf(before),
    after: contentOf({ ...before, ...row, name: input.name ?? before.name }),
    why: input.why,
  });
  const { seen: _, why: __, ...changed } = input;
  await record(context, {
    subject: { type: 'department', id: departmentId },
    type: 'department.changed',
    data: { changed: Object.keys(changed), calendarId: row.calendar_id, closed: row.closed_at !== null, kept },
  });
}

type Row = Pick<Selectable<DepartmentTable>, 'name' | 'calendar_id' | 'phone' | 'outside_firm' | 'closed_at'>;

/** A department as its versions keep it: what can be put back. */
const contentOf = (row: Row) => ({
  name: row.name,
  calendarId: row.calendar_id,
  phone: row.phone,
  outsideFirm: row.outside_firm,
  closed: row.closed_at !== null,
});

async function refuseWhileUsed(context: Context, id: Id<'department'>, key: string): Promise<void> {
  const { tx } = context;
  const [ticket, order, post] = [
    await tx
      .selectFrom('ticket')
      .select('id')
      .where('department_id', '=', id)
      .where('closed_at', 'is', null)
      .limit(1)
      .executeTakeFirst(),
    await tx
      .selectFrom('work_order')
      .select('id')
      .where('department_id', '=', id)
      .where('stage', 'not in', ENDED_STAGES)
      .limit(1)
      .executeTakeFirst(),
    await tx
      .selectFrom('post')
      .select('id')
      .where('department_id', '=', id)
      .where('closed_at', 'is', null)
      .limit(1)
      .executeTakeFirst(),
  ];
  if (ticket || order) throw new Refused('department.has_open_work');
  if (post) throw new Refused('department.has_posts');
  const kind = (await currentKinds(context)).find((one) => one.kind.department === key);
  if (kind) throw new Refused('department.of_kind', { kind: kind.key });
}
