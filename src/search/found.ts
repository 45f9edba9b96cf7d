import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { thingsOfCustomers } from '../customer/facts.ts';
import { shownPhones } from '../customer/phone.ts';
import type { Context } from '../platform/context.ts';
import type { Entry, FoundType } from './entries.ts';
import type { foundOut } from './shapes.ts';

type Found = z.input<typeof foundOut>;
type Row = {
  id: string;
  title: string;
  parts: (string | null)[];
  number: number | null;
  stage_class: string | null;
  kind: string | null;
  phone: string | null;
  within: string | null;
};

/** What is shown of each type, by primary keys. */
const SHOWN: Record<FoundType, (ids: string[]) => RawBuilder<Row>> = {
  ticket: (ids) => sql<Row>`
    select t.id, t.title, array[p.code, coalesce(c.name, t.caller_name)] as parts, t.number, t.stage_class, null as kind, null as phone,
      null as within
    from ticket t left join place p on p.id = t.place_id left join customer c on c.id = t.customer_id
    where t.id = any(${ids}::uuid[])`,
  customer: (ids) => sql<Row>`
    select c.id, c.name as title, null as within, null as number, null as stage_class, c.kind, array[
        (select string_agg(p.code, ' ' order by p.code) from customer_place cp join place p on p.id = cp.place_id
          where cp.customer_id = c.id and cp.until is null)] as parts,
      (select f.digits from customer_phone f where f.customer_id = c.id order by f.first desc, f.digits limit 1) as phone
    from customer c where c.id = any(${ids}::uuid[])`,
  place: (ids) => sql<Row>`
    select p.id, p.code as title, array[a.name, case when p.name <> p.code then p.name end] as parts,
      null as number, null as stage_class, p.kind, null as phone, null as within
    from place p left join place a on a.id = p.parent_id where p.id = any(${ids}::uuid[])`,
  message: (ids) => sql<Row>`
    select m.id, case when m.subject = '' then c.subject else m.subject end as title, c.id as within, null as number,
      null as stage_class, m.direction as kind, null as phone,
      array[coalesce(nullif(m.author_name, ''), m.author_address), left(m.text, 80)] as parts
    from message m join conversation c on c.id = m.conversation_id where m.id = any(${ids}::uuid[])`,
  article: (ids) => sql<Row>`
    select a.id, v.title->>v.language as title, array[nullif(v.source, ''), d.name->>v.language] as parts,
      null as number, null as stage_class, a.sort as kind, null as phone, null as within
    from article a join article_version v on v.article_id = a.id and v.version = a.version
    left join department d on d.id = a.department_id where a.id = any(${ids}::uuid[])`,
};

/** What was found, in the order in which it was found, as a list shows it. Numbers are masked as on the customer's page. */
export async function foundOf(context: Context, type: FoundType, entries: readonly Entry[]): Promise<Found[]> {
  if (entries.length === 0) return [];
  const rows = await SHOWN[type](entries.map((entry) => entry.subject_id)).execute(context.tx);
  const known = new Map(rows.rows.map((row) => [row.id, row]));
  const things = type === 'customer' ? await thingsOfCustomers(context, [...known.keys()]) : new Map();
  return entries.flatMap((entry) => {
    const row = known.get(entry.subject_id);
    if (!row) return [];
    const phones = row.phone === null ? [] : shownPhones(context, things.get(row.id) ?? {}, [row.phone]);
    return [
      {
        type,
        id: row.id,
        title: row.title,
        subtitle: [...row.parts, ...phones].filter(Boolean).join(' · '),
        at: entry.at,
        ...(row.number === null ? {} : { number: row.number }),
        ...(row.stage_class === null ? {} : { stageClass: row.stage_class }),
        ...(row.kind === null ? {} : { kind: row.kind }),
        ...(row.within === null ? {} : { conversationId: row.within }),
      },
    ];
  });
}
