import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { commitmentNames } from '../../commitment/names.ts';
import { contactsInScope } from '../../contact/scope.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { untranslated } from '../../kernel/words.ts';
import { departments, named, personNames } from '../../organisation/house.ts';
import { reachOf } from '../../organisation/reach.ts';
import { scopeOf } from '../../organisation/scope.ts';
import { currentKinds } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../../platform/http/cursor.ts';
import { callsInScope, statesInScope } from '../../telephone/scope.ts';
import { onlyOf } from './addresses.ts';
import type { Asked, Ground } from './asked.ts';
import { groundOf } from './asked.ts';
import { cutOf } from './cut.ts';
import type { Measure, Source } from './measure.ts';
import { askedFor, cutsOf, spanOf } from './read.ts';
import type { RecordLine, RecordsQuery } from './shapes.ts';
import type { Spent } from './working-time.ts';
import { SPENT, workingTimes } from './working-time.ts';

type Row = Spent & {
  id: string;
  at: Instant;
  hit: boolean;
  value: number | null;
  owed: string | null;
  conversation_id: Id<'conversation'> | null;
  ticket_id: Id<'ticket'> | null;
  number: number | null;
  title: string | null;
  kind: string | null;
  person_id: string | null;
  department_id: Id<'department'> | null;
  place: string | null;
};

/** What stands is in the order in which it came to be owed or was opened. */
const STOOD_SINCE: Record<Source, RawBuilder<unknown>> = {
  ticket: sql`t.opened_at`,
  commitment: sql`c.due_at`,
  return_visit: sql`v.created_at`,
  contact: sql`c.at`,
  call: sql`c.began_at`,
  telephone_state: sql`c.since`,
};

/** The first matter of a contact, beside the contact; a call's is that of what was written down of it. */
const matterOf = (
  contact: RawBuilder<unknown>,
) => sql`left join lateral (select f.* from contact_ticket ct join ticket f on f.id = ct.ticket_id
  where ct.contact_id = ${contact} order by f.number limit 1) t on true`;
const MATTER: Partial<Record<Source, RawBuilder<unknown>>> = {
  contact: matterOf(sql`c.id`),
  call: matterOf(sql`c.contact_id`),
  telephone_state: matterOf(sql`null::uuid`),
};

/** Reports reach further than matters for some: a record opens to whom its matter does. */
function inSight(context: Context, source: Source): RawBuilder<unknown> {
  if (source === 'contact') return contactsInScope(context);
  if (source === 'call') return callsInScope(context);
  if (source === 'telephone_state') return statesInScope(context);
  const seen = scopeOf(context, 'ticket.see');
  if (source !== 'commitment') return seen;
  return reachOf(context.actor, 'commitment.see') ? sql`(t.id is null or ${seen})` : seen;
}

function parted(query: RecordsQuery, measure: Measure, { columns, kinds, known }: Ground) {
  const { by, key, field } = query;
  if (by === undefined || key === undefined) return { join: sql``, where: sql`true` };
  if (!cutsOf(measure).includes(by)) throw new Invalid('figure.not_cut_by', { path: 'by', by });
  const cut = cutOf(by, columns, { kinds, standing: known.standing, field });
  return { join: cut.join, where: key === 'none' ? sql`${cut.key} is null` : sql`${cut.key} = ${key}` };
}

/** The records behind a number, newest first: as many as it counts, where the one asking may see the matters too. */
export async function readRecords(context: Context, key: string, query: RecordsQuery) {
  const measure = askedFor(key);
  const asked: Asked = { measure, span: spanOf(query), only: onlyOf(query), field: query.field };
  const ground = await groundOf(context, asked);
  const at = measure.at ?? STOOD_SINCE[measure.source];
  const hit = measure.hit?.(ground.known) ?? sql`true`;
  const part = parted(query, measure, ground);
  const after = readMomentAndId(query.after);
  const { columns } = ground;
  const wanted = [
    ground.where,
    part.where,
    inSight(context, measure.source),
    ...(query.which === 'all' ? [] : [query.which === 'hit' ? hit : sql`not (${hit})`]),
    ...(after ? [sql`(${at}, ${columns.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<Row>`
    select ${columns.id} as id, ${at} as at, (${hit}) as hit, ${measure.value ?? sql`null`}::float8 as value,
      ${measure.source === 'commitment' ? sql`c.kind as owed, cv.id as conversation_id, ${SPENT}` : sql`null as owed, null as conversation_id`},
      t.id as ticket_id, t.number, t.title, t.kind, ${columns.person} as person_id, ${columns.department} as department_id, pl.code as place
    from ${columns.from} ${MATTER[measure.source] ?? sql``} ${part.join} left join place pl on pl.id = ${columns.place}
    where ${sql.join(wanted, sql` and `)} order by ${at} desc, ${columns.id} desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.at, row.id),
  );
  return { items: await linesOf(context, measure, found.items), next: found.next };
}

async function linesOf(context: Context, { source, unit }: Measure, rows: Row[]): Promise<RecordLine[]> {
  const people = await personNames(context);
  const houses = await departments(context);
  const owedAs = await commitmentNames(context);
  const kinds = new Map((await currentKinds(context)).map((one) => [one.key, one.kind.name]));
  const spent = unit === 'working_time' ? await workingTimes(context, rows) : null;
  return rows.map((row, at) => ({
    id: row.id,
    type: source,
    at: row.at,
    hit: row.hit,
    value: spent ? spent[at]! : row.value,
    owed: row.owed === null ? null : owedAs(row.owed),
    conversationId: row.conversation_id,
    ticket: row.ticket_id === null ? null : { id: row.ticket_id, number: row.number!, title: row.title! },
    kind: row.kind === null ? null : (kinds.get(row.kind) ?? untranslated(row.kind)),
    person: named(people, row.person_id),
    department: row.department_id === null ? null : (houses.get(row.department_id)?.name ?? null),
    place: row.place,
  }));
}
