import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { departments } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { decideRepetitionInput } from '../inputs.ts';
import { partsOf } from '../patterns.ts';
import { repetitionOf } from '../repetitions.ts';

/** Something occurs repeatedly, and no action follows: with the reason, and counted anew from now on. */
export async function decideRepetition(context: Context, input: z.output<typeof decideRepetitionInput>): Promise<void> {
  const { tx, now } = context;
  const id = input.id ?? newId<'repetition_decision'>(now);
  if (await tx.selectFrom('repetition_decision').select('id').where('id', '=', id).executeTakeFirst()) return;
  const parts = partsOf(input.pattern);
  if (!parts) throw new Invalid('improvement.pattern_unknown', { path: 'pattern' });
  const department = (await departments(context)).get(parts.departmentId as Id<'department'>);
  if (!department) throw new NotFound('department.unknown');
  const by = actingPerson(context);
  const thing = { people: [], departments: [department.id], centreId: department.centre_id };
  orForbid(can(context.actor, 'rectification.issue', thing));
  const { n } = await repetitionOf(context, input.pattern);
  if (n === 0) throw new Refused('improvement.nothing_repeated');
  await tx
    .insertInto('repetition_decision')
    .values({ id, pattern: input.pattern, improvement_id: null, reason: input.reason, counted: n, by_id: by, at: now })
    .execute();
  await record(context, {
    subject: { type: 'department', id: department.id },
    type: 'repetition.decided',
    data: { pattern: input.pattern, counted: n },
  });
}
