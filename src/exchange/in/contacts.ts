import { sql } from 'kysely';
import { recordContact } from '../../contact/commands/record-contact.ts';
import { takeBackContact } from '../../contact/commands/take-back-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import type { Id } from '../../kernel/id.ts';
import { fold } from '../../kernel/text/fold.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { CHANNELS, DIRECTIONS, PURPOSES } from '../codes.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { CONTACT_FIELDS } from './contact-fields.ts';
import { personCalled } from './house-called.ts';
import { customersWithPhone, placesIn } from './known.ts';
import type { ListIn, Taken } from './list-in.ts';
import { pastMoment } from './past-moment.ts';
import { inThePast } from './replaying.ts';

type Read = {
  at: Instant | null;
  endedAt: Instant | null;
  direction: 'in' | 'out';
  channel: keyof typeof CHANNELS;
  purpose: keyof typeof PURPOSES;
  written: boolean;
  caller: string | null;
  phone: string | null;
  customerId: Id<'customer'> | null;
  placeId: Id<'place'> | null;
  need: string;
  outcome: string;
  byId: Id<'person'> | null;
};

/**
 * The visit book and the telephone log. A line has no number of its own, for the books count anew on every page: it is known again by its
 * moment, who it was and what he wanted, and stays as it is.
 */
export const contactsIn: ListIn = {
  key: 'contacts',
  name: words('Calls and visits', '来电来访', '來電來訪'),
  about: words(
    'Each row is kept as a record of the time it says. Nothing is opened for it and nobody is told; open matters are brought in as tickets.',
    '每行按所填时间存为来电来访记录，不会新建受理单，也不会通知任何人；未结事项请在受理单中导入。',
    '每列按所填時間存為來電來訪記錄，不會新建受理單，也不會通知任何人；未結事項請在受理單中匯入。',
  ),
  subject: 'contact',
  fields: CONTACT_FIELDS,
  take: takeContact,
  takeBack: async (context, { id }) => {
    await takeBackContact(context, id);
    return [];
  },
};

async function takeContact(context: Context, cells: Cells): Promise<Taken> {
  const read = await readContact(context, cells);
  cells.orRefuse();
  const known = await knownAs(context, read);
  if (known !== null) return { result: 'same', id: known };
  const { at, caller, phone, customerId, placeId, byId, endedAt, ...said } = read;
  const input = contactInput.parse({
    ...said,
    ...(caller === null ? {} : { callerName: caller }),
    ...(phone === null ? {} : { callerPhone: phone }),
    ...(customerId === null ? {} : { customerId }),
    ...(placeId === null ? {} : { placeId }),
    ...(endedAt === null ? {} : { endedAt }),
  });
  const then = { ...inThePast(context), now: at! };
  return { result: 'new', id: await recordContact(then, { ...input, byId: byId ?? undefined }) };
}

async function readContact(context: Context, cells: Cells): Promise<Read> {
  cells.needed('at');
  const { now } = context;
  const at = pastMoment(cells, 'at', { now });
  const endedAt = pastMoment(cells, 'endedAt', { now, before: at });
  const [place] = await placesIn(context, cells, 'place', 'contact.record');
  const [phone = null] = cells.phones('phone');
  const caller = cells.text('caller', 100);
  const need = cells.text('need', 10_000);
  if (caller === null && phone === null && need === null) cells.refuse('caller', 'import.nobody_and_nothing');
  return {
    at,
    endedAt,
    ...sortOf(cells),
    caller,
    phone,
    customerId: await customerOf(context, phone, caller),
    placeId: place?.id ?? null,
    need: need ?? '',
    outcome: cells.text('outcome', 2_000) ?? '',
    byId: await personCalled(context, cells, 'receiver'),
  };
}

/** A line of the visit book that says nothing else is a visit. */
function sortOf(cells: Cells): Pick<Read, 'direction' | 'channel' | 'purpose' | 'written'> {
  return {
    direction: cells.choice('direction', DIRECTIONS) ?? 'in',
    channel: cells.choice('channel', CHANNELS) ?? 'visit',
    purpose: cells.choice('purpose', PURPOSES) ?? 'other',
    written: cells.yes('written') ?? false,
  };
}

/** Somebody on file, where the number, or the number and the name, say who; else the row keeps what it says of him. */
async function customerOf(context: Context, phone: string | null, name: string | null): Promise<Id<'customer'> | null> {
  const found = await customersWithPhone(context, phone === null ? [] : [phone]);
  const named = found.filter((one) => name !== null && fold(one.name) === fold(name));
  const [only] = named.length === 1 ? named : found;
  return found.length === 1 || named.length === 1 ? only!.id : null;
}

async function knownAs({ tx }: Context, read: Read): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from contact where at = ${read.at} and direction = ${read.direction} and need = ${read.need}
      and caller_name is not distinct from ${read.caller} and caller_phone is not distinct from ${read.phone} limit 1`.execute(
    tx,
  );
  return rows[0]?.id ?? null;
}
