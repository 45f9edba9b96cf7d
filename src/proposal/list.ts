import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import { scopeOf } from '../organisation/scope.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { countQuery, proposalsQuery } from './inputs.ts';
import type { Became, ProposalState } from './proposal.ts';
import { PROPOSAL_STATES } from './proposal.ts';
import type { proposalCountsOut, proposalsOut } from './view.ts';

type Asked = z.output<typeof countQuery>;

/**
 * Where a proposal stands, from what was decided: its end, its plan, its approvals named `evaluation` and `review`. Each is looked up
 * by its ticket; suggestions are a hundredth of all matters.
 */
const decided = (key: string) => sql`(select verdict from approval a where a.ticket_id = t.id and a.key = ${key}
  order by at desc limit 1) = 'approved'`;
const STATE = sql<ProposalState>`case
  when t.stage_class = 'cancelled' then 'declined'
  when t.stage_class in ('resolved', 'closed') then case when p.realised_at is null then 'declined' else 'carried_out' end
  when p.id is not null then 'carrying_out'
  when ${decided('evaluation')} then 'evaluated'
  when ${decided('review')} then 'reviewed' else 'received' end`;

async function wanted(context: Context, ask: Asked): Promise<RawBuilder<unknown>[]> {
  const kinds = (await currentKinds(context)).filter(({ kind }) => kind.type === 'suggestion');
  const found = [sql`t.kind = any(${kinds.map(({ kind }) => kind.key)})`, scopeOf(context, 'ticket.see')];
  if (ask.centre) found.push(sql`t.centre_id = ${ask.centre}`);
  if (ask.department) found.push(sql`t.department_id = ${ask.department}`);
  if (ask.from) found.push(sql`t.opened_at >= ${ask.from}::timestamptz`);
  if (ask.until) found.push(sql`t.opened_at < ${ask.until}::timestamptz`);
  return found;
}

const FROM = sql`from ticket t left join proposal_plan p on p.ticket_id = t.id and p.ended_at is null`;

type Row = {
  id: Id<'ticket'>;
  number: number;
  title: string;
  state: ProposalState;
  became: Became | null;
  department_id: Id<'department'> | null;
  proposer: string | null;
  opened_at: Instant;
  person_id: Id<'person'> | null;
  due_at: Instant | null;
  realised_at: Instant | null;
};

/** The register of proposals (CONS-09), the newest first. */
export async function listProposals(
  context: Context,
  ask: z.output<typeof proposalsQuery>,
): Promise<z.input<typeof proposalsOut>> {
  const conditions = await wanted(context, ask);
  if (ask.state) conditions.push(sql`${STATE} = ${ask.state}`);
  const after = readMomentAndId(ask.after);
  if (after) conditions.push(sql`(t.opened_at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select t.id, t.number, t.title, ${STATE} as state, t.fields->>'became' as became, t.department_id,
      coalesce(cu.name, t.caller_name) as proposer, t.opened_at, p.person_id, p.due_at, p.realised_at
    ${FROM} left join customer cu on cu.id = t.customer_id
    where ${sql.join(conditions, sql` and `)}
    order by t.opened_at desc, t.id desc limit ${ask.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  const all = await departments(context);
  return page(
    rows,
    ask.limit,
    (row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      state: row.state,
      became: row.became,
      department: row.department_id === null ? null : { id: row.department_id, name: all.get(row.department_id)!.name },
      proposer: row.proposer,
      openedAt: row.opened_at,
      planPerson: named(names, row.person_id),
      planDueAt: row.due_at,
      realisedAt: row.realised_at,
    }),
    (row) => cursorOf(row.opened_at, row.id),
  );
}

/** How many stand where, of those that fit. */
export async function countProposals(context: Context, ask: Asked): Promise<z.input<typeof proposalCountsOut>> {
  const conditions = await wanted(context, ask);
  const { rows } = await sql<{ state: ProposalState; n: number }>`
    select ${STATE} as state, count(*)::int as n ${FROM} where ${sql.join(conditions, sql` and `)} group by 1`.execute(
    context.tx,
  );
  const counts = new Map(rows.map(({ state, n }) => [state, n]));
  return {
    total: rows.reduce((sum, { n }) => sum + n, 0),
    states: PROPOSAL_STATES.map((state) => ({ state, n: counts.get(state) ?? 0 })),
  };
}
