import type { Selectable } from 'kysely';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, happened, record } from '../../platform/journal.ts';
import type { Former } from '../disturbance.ts';
import { OWED_AS, whyNotRestore } from '../disturbance.ts';
import type { ChangeDisturbance } from '../inputs.ts';
import type { DisturbanceTable } from '../table.ts';

type Row = Selectable<DisturbanceTable>;
const FIELDS = {
  sort: 'sort',
  spot: 'spot',
  peopleInvolved: 'people_involved',
  happened: 'happened',
  measures: 'measures',
  toldOthers: 'told_others',
} as const;

/** Goes on with the record: what it says is corrected with the former words kept, more are told, order is restored. */
export async function changeDisturbance(
  context: Context,
  id: Id<'disturbance'>,
  input: ChangeDisturbance,
): Promise<void> {
  const one = await context.tx
    .selectFrom('disturbance')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!one) throw new NotFound('disturbance.unknown');
  const by = actingPerson(context);
  orForbid(can(context.actor, 'contact.record', { people: [one.by_id], centreId: one.centre_id }));
  await expectVersion(context, id, input.seen);
  orRefuse(one.restored_at === null ? null : refusal('disturbance.restored'));
  const before = formerOf(one, input);
  await orNotHere(context.tx, input.toldIds ?? [], 'toldIds');
  const told = [...new Set([...one.told_ids, ...(input.toldIds ?? [])])];
  const next = { ...one, ...changesOf(input), told_ids: told };
  if (Object.keys(before).length > 0) await keepBefore(context, id, before, by);
  await context.tx
    .updateTable('disturbance')
    .set({ ...changesOf(input), told_ids: told })
    .where('id', '=', id)
    .execute();
  await record(context, {
    subject: { type: 'disturbance', id },
    type: 'disturbance.changed',
    data: { fields: Object.keys(before), told: told.filter((person) => !one.told_ids.includes(person)) },
  });
  if (input.restoredAt !== undefined) await restore(context, next, input.restoredAt);
}

async function restore(context: Context, one: Row, said: Row['happened_at']): Promise<void> {
  orRefuse(whyNotRestore(one));
  const at = happened(context, said, one.happened_at);
  await context.tx
    .updateTable('disturbance')
    .set({ restored_at: at, restored_by_id: actingPerson(context) })
    .where('id', '=', one.id)
    .execute();
  await keepCommitments(context, { subjectId: one.id, kinds: [OWED_AS], happenedAt: at });
  const subject = { type: 'disturbance', id: one.id } as const;
  await record(context, { subject, type: 'disturbance.restored', happenedAt: at });
}

function changesOf(input: ChangeDisturbance): Partial<Row> {
  const given = Object.entries(FIELDS).flatMap(([name, column]) => {
    const value = input[name as keyof typeof FIELDS];
    return value === undefined ? [] : [[column, value] as const];
  });
  return Object.fromEntries(given) as Partial<Row>;
}

/** What will be otherwise, as it stands. */
function formerOf(one: Row, input: ChangeDisturbance): Former {
  const changed = Object.entries(changesOf(input)).filter(([column, value]) => one[column as keyof Row] !== value);
  return Object.fromEntries(changed.map(([column]) => [column, one[column as keyof Row]])) as Former;
}

async function keepBefore(context: Context, id: Id<'disturbance'>, before: Former, by: Id<'person'>): Promise<void> {
  const { n } = await context.tx
    .selectFrom('disturbance_change')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('disturbance_id', '=', id)
    .executeTakeFirstOrThrow();
  await context.tx
    .insertInto('disturbance_change')
    .values({ disturbance_id: id, no: Number(n) + 1, before: json(before), by_id: by, at: context.now })
    .execute();
}
