import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Language } from '../kernel/words.ts';
import { named, personNames } from '../organisation/house.ts';
import type { MilestonePlace } from '../pack/milestones.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from '../ticket/ticket.ts';

export type Known = Record<MilestonePlace, string>;

type Row = { customer: string | null; language: Language | null; phone: string | null };

/** Where nobody knows his name. In Chinese a greeting stands without one. */
const SOMEBODY: Record<Language, string> = { en: 'customer', 'zh-hans': '', 'zh-hant': '' };

/** What stands in the places of a matter's text, and in which language its customer is written to. */
export async function knownOf(
  context: Context,
  ticket: Ticket,
  personId: Id<'person'> | null,
): Promise<{ language: Language; of: (language: Language) => Known }> {
  const { rows } = await sql<Row>`
    select coalesce(cu.name, ${ticket.caller_name}::text) as customer, cu.language, ce.phone
    from centre ce left join customer cu on cu.id = ${ticket.customer_id} and cu.erased_at is null
    where ce.id = ${ticket.centre_id}`.execute(context.tx);
  const { customer, language, phone } = rows[0]!;
  const person = named(await personNames(context), personId ?? ticket.owner_id)!.name;
  return {
    language: language ?? 'zh-hans',
    of: (one) => ({
      organisation: context.organisation.name,
      customer: customer ?? SOMEBODY[one],
      number: String(ticket.number),
      title: ticket.title,
      person,
      phone: phone ?? '',
    }),
  };
}

/** What a preview shows where no matter is named. */
export function examples(context: Context): Known {
  const { organisation, actor } = context;
  return {
    organisation: organisation.name,
    customer: '陈女士',
    number: '10427',
    title: '厨房漏水',
    person: actor.name,
    phone: '',
  };
}
