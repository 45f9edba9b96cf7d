import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Holder } from '../custody.ts';
import type { Entry, Item } from '../facts.ts';
import { columnsOf } from '../facts.ts';

type Said = Partial<
  Pick<
    Entry,
    | 'purpose'
    | 'due_back'
    | 'valid_until'
    | 'what_happened'
    | 'cause'
    | 'measures'
    | 'remark'
    | 'corrects'
    | 'ticket_id'
    | 'count_id'
  >
>;
export type NewEntry = Pick<Entry, 'act' | 'state' | 'condition'> & {
  from: Holder;
  to: Holder;
  happenedAt: Instant;
} & Said;

/** One more entry of a thing whose row is locked; the journal hears of it, with its ticket if it belongs to one. */
export async function appendEntry(
  context: Context,
  item: Pick<Item, 'id' | 'kind' | 'centre_id' | 'seq'>,
  { from, to, happenedAt, ...said }: NewEntry,
): Promise<Entry> {
  const entry: Entry = {
    purpose: '',
    due_back: null,
    valid_until: null,
    what_happened: '',
    cause: '',
    measures: '',
    remark: '',
    corrects: null,
    ticket_id: null,
    count_id: null,
    ...said,
    ...columnsOf('from', from),
    ...columnsOf('to', to),
    id: newId<'custody_entry'>(context.now),
    item_id: item.id,
    seq: item.seq + 1,
    happened_at: happenedAt,
    recorded_at: context.now,
    by_id: actingPerson(context),
  };
  await context.tx.insertInto('custody_entry').values(entry).execute();
  await record(context, {
    subject: { type: 'custody_item', id: item.id },
    type: `custody.${entry.act}`,
    ticketId: entry.ticket_id,
    happenedAt,
    data: { seq: entry.seq, kind: item.kind, centre: item.centre_id, from: facts(from), to: facts(to) },
  });
  return entry;
}

/** Who it is by id; whom only a name tells stays out of the journal. */
function facts(holder: Holder): { kind: Holder['kind']; id?: Id<'person'> | Id<'customer'> } {
  return 'id' in holder ? { kind: holder.kind, id: holder.id } : { kind: holder.kind };
}
