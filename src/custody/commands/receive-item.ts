import { orErased } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { centreOf } from '../../organisation/queries.ts';
import { placeById } from '../../place/facts.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened } from '../../platform/journal.ts';
import type { Holder } from '../custody.ts';
import { whyNotComplete } from '../custody.ts';
import { kindOf, whyNotKeep } from '../facts.ts';
import type { Receive } from '../inputs.ts';
import { appendEntry } from './append-entry.ts';

/** Registers may be written up from paper: years back. */
const LATEST_ENTRY = 20 * 366 * DAY;

/**
 * A thing comes into the house and is in its custody from then on (KEYS-01, PASS-02, ASST-01): a kind, a number that is there once
 * among its kind, and what that kind must say. The same id again registers nothing twice.
 */
export async function receiveItem(context: Context, input: Receive): Promise<Id<'custody_item'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'custody_item'>(now);
  if (await tx.selectFrom('custody_item').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = await centreOf(context);
  orForbid(whyNotKeep(context.actor, centreId));
  const kind = await kindOf(context, input.kind);
  const { placeId, customerId, worth } = input;
  const lacking = whyNotComplete(kind.needs, {
    place: placeId !== undefined,
    customer: customerId !== undefined,
    worth: worth !== undefined,
  });
  if (lacking) throw new Invalid(lacking.code, lacking.params);
  if (placeId !== undefined) await placeById(tx, placeId);
  if (customerId !== undefined) await orErased(tx, customerId);
  if (input.from) await orKnown(context, input.from, 'from');
  const item = { id, centre_id: centreId, kind: kind.key, number: input.number };
  await orNumberTaken(context, item);
  const at = happened(context, input.happenedAt, plus(now, -LATEST_ENTRY));
  await tx
    .insertInto('custody_item')
    .values({
      ...item,
      sort: kind.sort,
      label: input.label,
      place_id: placeId ?? null,
      customer_id: customerId ?? null,
      worth: worth?.amount ?? null,
      currency: worth?.currency ?? null,
      registered_at: now,
      by_id: actingPerson(context),
    })
    .execute();
  const { condition, remark } = input;
  const from = input.from ?? ({ kind: 'nobody' } as const);
  const entry = { act: 'received', state: 'in_house', condition, remark, from, to: { kind: 'house' } } as const;
  await appendEntry(context, { ...item, seq: 0 }, { ...entry, happenedAt: at });
  return id;
}

type Numbered = { id: Id<'custody_item'>; centre_id: Id<'centre'>; kind: string; number: string };

export async function orNumberTaken({ tx }: Context, { id, centre_id, kind, number }: Numbered): Promise<void> {
  const other = await tx
    .selectFrom('custody_item')
    .select('id')
    .where('centre_id', '=', centre_id)
    .where('kind', '=', kind)
    .where('number', '=', number)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (other) throw new Refused('custody.number_taken', { path: 'number', number });
}

/** Whoever is named is here, or on file. */
export async function orKnown({ tx }: Context, holder: Holder, path: string): Promise<void> {
  if (holder.kind === 'person') await orNotHere(tx, [holder.id], path);
  if (holder.kind === 'customer') await orErased(tx, holder.id);
}
