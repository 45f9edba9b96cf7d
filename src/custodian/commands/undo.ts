import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { ContactSort } from '../custodian.ts';
import { whyNotUndo } from '../custodian.ts';
import type { CustodianRow } from '../facts.ts';
import { take } from './hand.ts';
import { oweContact } from './owe-contact.ts';

export type Undone = { undone: number; stays: number };

/**
 * A distribution is taken back (ASGN-01): each customer is whose he was before, with the contact that was owed then by its old day. Whoever
 * was contacted meanwhile, or given on, stays where he is.
 */
export async function undoDistribution(
  context: Context,
  id: Id<'custodian_distribution'>,
  why: string,
): Promise<Undone> {
  const { tx, now } = context;
  const row = await tx
    .selectFrom('custodian_distribution')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('custodian.distribution_unknown');
  orForbid(can(context.actor, 'customer.assign', { centreId: row.centre_id }));
  orRefuse(whyNotUndo(row));
  const given = await tx.selectFrom('custodian').selectAll().where('distribution_id', '=', id).orderBy('id').execute();
  const standing = [];
  for (const one of given) if (await standsAlone(context, one)) standing.push(one);
  for (const one of standing) await giveBack(context, one, why);
  await tx
    .updateTable('custodian_distribution')
    .set({ undone_at: now, undone_by_id: actingPerson(context), undone_why: why })
    .where('id', '=', id)
    .execute();
  const undone = { undone: standing.length, stays: given.length - standing.length };
  await record(context, {
    subject: { type: 'custodian_distribution', id },
    type: 'custodian_distribution.undone',
    data: undone,
  });
  return undone;
}

/** He is still whoever's he was given to, who has not been in touch with him. */
async function standsAlone({ tx }: Context, one: CustodianRow): Promise<boolean> {
  if (one.until_at !== null) return false;
  const made = tx
    .selectFrom('custodian_contact')
    .select('id')
    .where('custodian_id', '=', one.id)
    .where('done_at', 'is not', null);
  return (await made.executeTakeFirst()) === undefined;
}

async function giveBack(context: Context, one: CustodianRow, why: string): Promise<void> {
  const { tx, now } = context;
  await take(context, one.customer_id, 'undone');
  const former = await tx
    .selectFrom('custodian as u')
    .innerJoin('person as p', 'p.id', 'u.person_id')
    .select(['u.id', 'u.person_id'])
    .where('u.customer_id', '=', one.customer_id)
    .where('u.until_at', '=', one.from_at)
    .where('u.ended_as', '=', 'passed_on')
    .where('p.left_at', 'is', null)
    .executeTakeFirst();
  if (!former) return;
  const back: CustodianRow = {
    ...one,
    id: newId<'custodian'>(now),
    person_id: former.person_id,
    distribution_id: null,
    from_at: now,
    by_id: actingPerson(context),
    why,
    until_at: null,
    ended_as: null,
    ended_by_id: null,
  };
  await tx.insertInto('custodian').values(back).execute();
  const owed = await droppedAt(context, former.id, one.from_at);
  if (owed) await oweContact(context, back, owed.sort, owed.asked_at);
}

/** What was owed by whoever had him, as he was given on. */
function droppedAt(
  { tx }: Context,
  id: Id<'custodian'>,
  at: Instant,
): Promise<{ sort: ContactSort; asked_at: Instant } | undefined> {
  return tx
    .selectFrom('custodian_contact')
    .select(['sort', 'asked_at'])
    .where('custodian_id', '=', id)
    .where('dropped_at', '=', at)
    .executeTakeFirst();
}
