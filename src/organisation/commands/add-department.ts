import { json } from '../../kernel/json.ts';
import { orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import type { AddDepartment } from '../inputs.ts';
import { keepDepartmentVersion } from './keep-version.ts';

/** Another department, or an outside firm that is sent work orders. Refuses a key that is taken. The same id again changes nothing. */
export async function addDepartment(context: Context, input: AddDepartment): Promise<void> {
  orForbid(can(context.actor, 'people.edit', { centreId: input.centreId }));
  const rows = await context.tx
    .selectFrom('department')
    .select(['id', 'key'])
    .where((e) => e.or([e('id', '=', input.id), e('key', '=', input.key)]))
    .execute();
  if (rows.some((row) => row.id === input.id && row.key === input.key)) return;
  orRefuse(rows.length > 0 ? refusal('department.key_taken', { key: input.key }) : null);
  await context.tx
    .insertInto('department')
    .values({
      id: input.id,
      key: input.key,
      centre_id: input.centreId,
      name: json(input.name),
      calendar_id: input.calendarId,
      outside_firm: input.outsideFirm,
      phone: input.phone,
    })
    .execute();
  const { id: _, key: __, centreId: ___, ...made } = input;
  await keepDepartmentVersion(context, input.id, { before: null, after: { ...made, closed: false }, why: undefined });
  await record(context, {
    subject: { type: 'department', id: input.id },
    type: 'department.added',
    data: { key: input.key, outsideFirm: input.outsideFirm },
  });
}
