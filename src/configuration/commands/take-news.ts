import { Invalid, NotFound } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { NewsItem } from '../news.ts';
import { faultsOfNews, newsIn, packOf } from '../news.ts';

export type OneOfPack = { part: string; key: string };

/** The thing of the pack that is meant; refuses what the pack has not or this house has (`pack.nothing_new`). */
async function itemOf(context: Context, { part, key }: OneOfPack): Promise<NewsItem> {
  const pack = await packOf(context);
  const items = pack ? await newsIn(context, pack) : [];
  const found = items.find((one) => one.part.key === part && one.key === key);
  if (!found) throw new NotFound('pack.nothing_new', { part, key });
  return found;
}

/**
 * Takes one thing that the pack brings, by the ordinary command of its part and with the reason: it is version 1 of it here, changed and
 * given up like anything else. Refuses what that command refuses, and what names something that this house has not.
 */
export async function takeNews(context: Context, wanted: OneOfPack, why: string): Promise<void> {
  orForbid(can(context.actor, 'limit.edit', {}));
  const item = await itemOf(context, wanted);
  const [wrong] = await faultsOfNews(context, item);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  await item.part.apply(context, { [item.key]: item.content }, why);
  const { part, key } = wanted;
  await context.tx.deleteFrom('pack_declined').where('part', '=', part).where('key', '=', key).execute();
  await record(context, {
    subject: { type: 'organisation', id: context.organisation.id },
    type: 'pack.taken',
    data: { part, key, why },
  });
}

/** Says no to one thing that the pack brings, with the reason; it may be taken all the same later. */
export async function declineNews(context: Context, wanted: OneOfPack, why: string): Promise<void> {
  orForbid(can(context.actor, 'limit.edit', {}));
  await itemOf(context, wanted);
  const { part, key } = wanted;
  const said = { by_id: context.actor.personId, why, at: context.now };
  await context.tx
    .insertInto('pack_declined')
    .values({ part, key, ...said })
    .onConflict((conflict) => conflict.columns(['part', 'key']).doUpdateSet(said))
    .execute();
  await record(context, {
    subject: { type: 'organisation', id: context.organisation.id },
    type: 'pack.declined',
    data: { part, key, why },
  });
}
