import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { json } from '../../kernel/json.ts';
import type { CurrentKind } from '../../pack/kinds.ts';
import { functionOf } from '../../pack/functions.ts';
import type { Columns } from './sources.ts';

export const LENGTHS = ['day', 'week', 'month', 'quarter'] as const;
export type Length = (typeof LENGTHS)[number];

export const CUTS = [
  'department',
  'person',
  'kind',
  'type',
  'function',
  'channel',
  'severity',
  'estate',
  'building',
  'place',
  'age',
  'promise',
  'choice',
] as const;
export type Cut = (typeof CUTS)[number];

/** Days by the clock: below each, and what is above the last. */
export const AGES = [
  { key: 'day_1', below: 1 },
  { key: 'days_3', below: 3 },
  { key: 'days_7', below: 7 },
  { key: 'days_30', below: 30 },
  { key: 'older', below: null },
] as const;

export type CutFacts = { kinds: readonly CurrentKind[]; standing: RawBuilder<unknown>; field: string | undefined };

/** What is under each place of a level: `anchor` is the estate or building that `id` stands in. */
const under = (level: string) => sql`left join (
  with recursive up(id, anchor) as (
    select id, id from place where kind = ${level}
    union all select p.id, up.anchor from place p join up on up.id = p.parent_id)
  select id, anchor from up) up on up.id = `;

const NOTHING = sql``;

/** The expression that says which part a row belongs to, as text or null, and the join it needs. */
export function cutOf(
  cut: Cut,
  columns: Columns,
  facts: CutFacts,
): { key: RawBuilder<unknown>; join: RawBuilder<unknown> } {
  if (cut === 'estate' || cut === 'building')
    return { key: sql`up.anchor::text`, join: sql`${under(cut)} ${columns.place}` };
  return { key: keyOf(cut, columns, facts), join: NOTHING };
}

function keyOf(cut: Exclude<Cut, 'estate' | 'building'>, columns: Columns, facts: CutFacts): RawBuilder<unknown> {
  switch (cut) {
    case 'type':
    case 'function':
      return sql`(${json(labelsOf(cut, facts.kinds))}::jsonb ->> ${columns.kind})`;
    case 'choice':
      return sql`nullif(${columns.fields} ->> ${facts.field ?? ''}, '')`;
    case 'promise':
      return sql`c.kind`;
    case 'age':
      return ageOf(facts.standing);
    default:
      return sql`${columns[cut]}::text`;
  }
}

function labelsOf(cut: 'type' | 'function', kinds: readonly CurrentKind[]): Record<string, string> {
  return Object.fromEntries(kinds.map(({ key, kind }) => [key, cut === 'type' ? kind.type : functionOf(kind)]));
}

function ageOf(standing: RawBuilder<unknown>): RawBuilder<unknown> {
  const rungs = AGES.map(({ key, below }) =>
    below === null
      ? sql`else ${key}::text`
      : sql`when t.opened_at >= ${standing} - make_interval(hours => ${below * 24}::int) then ${key}::text`,
  );
  return sql`(case ${sql.join(rungs, sql` `)} end)`;
}
