import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { departments } from '../../organisation/house.ts';
import { headOfDepartment } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { clockOn } from '../clocks.ts';
import type { SourceType } from '../improvement.ts';
import type { OpenImprovement } from '../inputs.ts';
import { partsOf } from '../patterns.ts';
import { repetitionOf } from '../repetitions.ts';
import { orNotSeen } from '../seen-records.ts';
import { requireMeasures, setMeasures } from './set-measures.ts';

/**
 * The corrective or preventive action notice (ESCL-05): the cause, measures with persons and days, and who looks whether they
 * worked. Its department's head acknowledges it. Where it answers a repetition, the records behind come along, and it reopens by
 * itself when that happens again (COMP-21). The same id again opens nothing twice.
 */
export async function openImprovement(context: Context, input: OpenImprovement): Promise<Id<'improvement'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'improvement'>(now);
  if (await tx.selectFrom('improvement').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const department = (await departments(context)).get(input.departmentId);
  if (!department) throw new NotFound('department.unknown');
  const by = actingPerson(context);
  const thing = { people: [], departments: [department.id], centreId: department.centre_id };
  orForbid(can(context.actor, 'rectification.issue', thing));
  await requireMeasures(context, input.checkById, input);
  const repetition = await answered(context, input);
  const row = await insert(context, { ...input, id }, department.centre_id, by);
  const { limits } = await settingsOf(context);
  const clock = { kind: 'acknowledge_improvement' as const, ownerId: row.addressee_id, limit: limits.acceptNotice };
  await startCommitments(context, [await clockOn(context, row, clock)]);
  await setMeasures(context, row, input);
  await orNotSeen(context, input.sources);
  await addSources(context, id, [...input.sources, ...(repetition?.records ?? [])]);
  if (repetition) await decide(context, id, { pattern: input.pattern!, counted: repetition.n, title: input.title });
  await record(context, {
    subject: { type: 'improvement', id },
    type: 'improvement.opened',
    data: { number: row.number, addressee: row.addressee_id, doers: input.measures.map((one) => one.personId) },
  });
  return id;
}

async function answered(context: Context, { pattern, departmentId }: OpenImprovement) {
  if (pattern === undefined) return null;
  await lockDepartment(context, departmentId);
  if (partsOf(pattern)?.departmentId !== departmentId)
    throw new Invalid('improvement.pattern_unknown', { path: 'pattern' });
  const open = await context.tx
    .selectFrom('improvement')
    .select('number')
    .where('watch', '=', pattern)
    .where('closed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (open) throw new Refused('improvement.open_already', { number: open.number });
  return repetitionOf(context, pattern);
}

/** Of two who answer the same thing at once the second finds the action of the first. */
async function lockDepartment({ tx }: Context, id: Id<'department'>): Promise<void> {
  await tx.selectFrom('department').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

async function insert(
  context: Context,
  input: OpenImprovement & { id: Id<'improvement'> },
  centreId: Id<'centre'>,
  by: Id<'person'>,
) {
  return context.tx
    .insertInto('improvement')
    .values({
      id: input.id,
      sort: input.sort,
      centre_id: centreId,
      department_id: input.departmentId,
      addressee_id: await headOfDepartment(context, input.departmentId),
      title: input.title,
      cause_sort: input.causeSort,
      cause: input.cause,
      watch: input.pattern ?? null,
      opened_by_id: by,
      opened_at: context.now,
      check_by_id: input.checkById,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

const TABLES = {
  ticket: 'ticket',
  return_visit: 'return_visit',
  rectification: 'rectification',
  spot_check: 'spot_check',
  survey_round: 'survey_round',
} as const satisfies Record<SourceType, string>;

/** What is named must be there: a number without its record proves nothing. */
async function addSources(
  context: Context,
  id: Id<'improvement'>,
  sources: readonly { type: SourceType; id: string }[],
): Promise<void> {
  for (const type of Object.keys(TABLES) as SourceType[]) {
    const ids = [...new Set(sources.filter((one) => one.type === type).map((one) => one.id))];
    if (ids.length === 0) continue;
    const found = await context.tx
      .selectFrom(TABLES[type])
      .select('id')
      .where('id', 'in', ids as never[])
      .execute();
    if (found.length < ids.length) throw new NotFound('improvement.source_unknown', { path: 'sources' });
    const rows = ids.map((subject) => ({
      improvement_id: id,
      subject_type: type,
      subject_id: subject,
      at: context.now,
    }));
    await context.tx.insertInto('improvement_source').values(rows).execute();
  }
}

async function decide(
  context: Context,
  id: Id<'improvement'>,
  { pattern, counted, title }: { pattern: string; counted: number; title: string },
): Promise<void> {
  await context.tx
    .insertInto('repetition_decision')
    .values({
      id: newId<'repetition_decision'>(context.now),
      pattern,
      improvement_id: id,
      reason: title,
      counted,
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
}
