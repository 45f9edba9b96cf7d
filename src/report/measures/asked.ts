import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { owedOpenly } from '../../commitment/openly.ts';
import { earlier } from '../../kernel/time.ts';
import type { CurrentKind } from '../../pack/kinds.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { USUAL } from '../../telephone/rules.ts';
import type { Cut } from './cut.ts';
import { cutOf } from './cut.ts';
import type { Known, Measure } from './measure.ts';
import { reportScope } from './reach.ts';
import type { Only } from './shapes.ts';
import type { Columns } from './sources.ts';
import { SOURCES } from './sources.ts';
import type { Span } from './spans.ts';

/** A figure as it is asked for: which, of when, of whom and what. */
export type Asked = { measure: Measure; span: Span; only: Only; field?: string | undefined };

/** What every query about it is made of. */
export type Ground = {
  columns: Columns;
  kinds: readonly CurrentKind[];
  known: Known;
  /** In the period, counted, in sight of who asks, and what was asked for. */
  where: RawBuilder<unknown>;
};

/** `standing` is given where several moments are looked at in one query. */
export async function groundOf(context: Context, asked: Asked, standing?: RawBuilder<unknown>): Promise<Ground> {
  const { measure, span, only } = asked;
  const columns = SOURCES[measure.source];
  const kinds = await currentKinds(context);
  const known: Known = {
    complaints: kinds.filter(({ kind }) => kind.type === 'complaint').map(({ key }) => key),
    standing: standing ?? sql`${earlier(span.until, context.now)}::timestamptz`,
    now: context.now,
    telephone: (await settingsOf(context)).telephone ?? USUAL,
  };
  const within = measure.at
    ? [sql`${measure.at} >= ${span.from}::timestamptz and ${measure.at} < ${span.until}::timestamptz`]
    : [];
  const wanted = [
    ...within,
    measure.counted(known),
    ...(measure.source === 'commitment' ? [owedOpenly(sql`c.subject_type`)] : []),
    reportScope(context, columns),
    ...narrowed(only, columns, kinds, known),
  ];
  return { columns, kinds, known, where: sql.join(wanted, sql` and `) };
}

function narrowed(
  { place, centre, ...rest }: Only,
  columns: Columns,
  kinds: readonly CurrentKind[],
  known: Known,
): RawBuilder<unknown>[] {
  const facts = { kinds, standing: known.standing, field: undefined };
  const plain = Object.entries(rest).flatMap(([cut, value]) =>
    value === undefined ? [] : [sql`${cutOf(cut as Cut, columns, facts).key} = ${value}`],
  );
  if (centre !== undefined) plain.push(sql`${columns.centre} = ${centre}::uuid`);
  if (place === undefined) return plain;
  const beneath = sql`${columns.place} in (
    with recursive down(id) as (select ${place}::uuid union all select p.id from place p join down on p.parent_id = down.id)
    select id from down)`;
  return [...plain, beneath];
}
