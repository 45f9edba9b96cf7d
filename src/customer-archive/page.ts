import type { z } from 'zod';
import { customerById, thingOfCustomer } from '../customer/facts.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { untranslated } from '../kernel/words.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import { whyNotWithdraw } from './customer-archive.ts';
import type { Archive } from './facts.ts';
import { archiveRulesOf } from './facts.ts';
import { archivesByIds, stateOf } from './list.ts';
import type { ArchivePage, archivePageOut } from './view.ts';

/** One archive: what is filed under which part, what is missing, when it was put in order, and how it stood before. */
export async function archivePage(
  context: Context,
  id: Id<'customer_archive'>,
): Promise<z.input<typeof archivePageOut>> {
  const row = (await archivesByIds(context, [id])).get(id);
  if (!row) throw new NotFound('customer_archive.unknown');
  orForbid(can(context.actor, 'customer.see', await thingOfCustomer(context, row.customer_id)));
  const customer = await customerById(context.tx, row.customer_id);
  const names = await personNames(context);
  const edit = can(context.actor, 'customer.edit', { centreId: row.centre_id });
  const { parts } = await archiveRulesOf(context);
  return {
    ...(await stateOf(context))(row),
    customer: { id: customer.id, name: customer.name },
    version: await versionOf(context.tx, id),
    openedBy: named(names, row.opened_by_id),
    parts: [...parts],
    entries: await entriesOf(context, row, names),
    looks: await looksOf(context, id, names),
    former: await formerOf(context, id, names),
    can: { file: edit, arrange: edit, change: edit },
  };
}

async function entriesOf(context: Context, { id, centre_id }: Archive, names: Names): Promise<ArchivePage['entries']> {
  const { parts } = await archiveRulesOf(context);
  const edit = can(context.actor, 'customer.edit', { centreId: centre_id });
  const rows = await context.tx
    .selectFrom('customer_archive_entry')
    .selectAll()
    .where('archive_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    part: { key: row.part, name: parts.find(({ key }) => key === row.part)?.name ?? untranslated(row.part) },
    title: row.title,
    dated: row.dated,
    liesAt: row.lies_at,
    by: named(names, row.by_id),
    at: row.at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: named(names, row.withdrawn_by_id),
    withdrawnBecause: row.withdrawn_because,
    can: { withdraw: edit ?? whyNotWithdraw(row) },
  }));
}

async function looksOf({ tx }: Context, id: Id<'customer_archive'>, names: Names): Promise<ArchivePage['looks']> {
  const rows = await tx
    .selectFrom('customer_archive_look')
    .selectAll()
    .where('archive_id', '=', id)
    .orderBy('at', 'desc')
    .execute();
  return rows.map(({ remark, by_id, at }) => ({ remark, by: named(names, by_id), at }));
}

async function formerOf({ tx }: Context, id: Id<'customer_archive'>, names: Names): Promise<ArchivePage['former']> {
  const rows = await tx
    .selectFrom('customer_archive_change')
    .selectAll()
    .where('archive_id', '=', id)
    .orderBy('no')
    .execute();
  return rows.map(({ before, by_id, at }) => ({ before, by: named(names, by_id), at }));
}
