import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { centreOfDepartment } from '../facts.ts';
import type { findingInput } from '../inputs.ts';
import { writeNotices } from './write-notices.ts';

/** `byId`: who found it, where a register says so that comes in from a file; never from outside. */
type NewFinding = z.output<typeof findingInput> & { byId?: Id<'person'> | undefined };

/**
 * What checking a department found, and which way was taken (ESCL-03): corrected on the spot, reported to the superior,
 * or handed to the department as a rectification notice. The same id again records nothing twice.
 */
export async function recordFinding(context: Context, input: NewFinding): Promise<Id<'finding'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'finding'>(now);
  if (await tx.selectFrom('finding').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = await centreOfDepartment(tx, input.departmentId);
  const by = actingPerson(context);
  orForbid(can(context.actor, 'rectification.issue', { departments: [input.departmentId], centreId }));
  if (input.deadlineAt && input.deadlineAt <= now) throw new Invalid('notice.deadline_in_past', { path: 'deadlineAt' });
  const [notice] =
    input.way === 'to_department'
      ? await writeNotices(context, [
          {
            source: 'supervision',
            departmentId: input.departmentId,
            centreId,
            findings: input.text,
            deadlineAt: input.deadlineAt,
          },
        ])
      : [];
  await tx
    .insertInto('finding')
    .values({
      id,
      department_id: input.departmentId,
      text: input.text,
      way: input.way,
      rectification_id: notice?.id ?? null,
      by_id: input.byId ?? by,
      at: now,
    })
    .execute();
  await record(context, {
    subject: { type: 'finding', id },
    type: 'finding.recorded',
    data: { department: input.departmentId, way: input.way, notice: notice?.id ?? null },
  });
  return id;
}
