import { sql } from 'kysely';
import type { z } from 'zod';
import { epochOf } from '../kernel/time.ts';
import { periodOf } from '../kernel/working-time/period.ts';
import { centreOf } from '../organisation/queries.ts';
import { centres, named, personNames } from '../organisation/house.ts';
import { readStaff } from '../organisation/staff.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { Id } from '../kernel/id.ts';
import { callRows, callView } from './call-rows.ts';
import { answeredInLimit, answeredWithin, JOINED } from './in-time.ts';
import { callsInScope } from './scope.ts';
import { CALL_BACK, WRITE_UP } from './owed-as.ts';
import type { TelephoneRules } from './rules.ts';
import { USUAL } from './rules.ts';
import type { Ahead } from '../rota/cover.ts';
import { coverAhead, deskOf } from '../rota/cover.ts';
import { gapsTold } from '../rota/page.ts';
import { onlineNow } from './online.ts';
import type { boardOut } from './board-view.ts';

type Board = z.input<typeof boardOut>;

/** Who waits and for how long, who is spoken with, who takes calls, and how it went today. */
export async function telephoneBoard(context: Context): Promise<Board> {
  const centreId = await centreOf(context);
  const rules = (await settingsOf(context)).telephone ?? USUAL;
  const names = await personNames(context);
  const { rows } = await callRows(
    sql`select c.* from phone_call c where c.ended_at is null and ${callsInScope(context)}`,
  ).execute(context.tx);
  const going = rows.toReversed().map((row) => callView(context, names, row));
  const agents = await agentsOf(context, centreId);
  const ahead = await coverAhead(context, centreId);
  return {
    connected: await allHeard(context),
    waiting: going.filter(({ answeredAt, direction }) => answeredAt === null && direction === 'in'),
    talking: going.filter(({ answeredAt }) => answeredAt !== null),
    agents,
    ...(await owed(context, centreId)),
    level: { percent: rules.levelPercent, seconds: rules.levelSeconds },
    limit: { rings: rules.answerRings, seconds: rules.answerSeconds },
    today: await todayOf(context, centreId, rules),
    alone: isOpen(ahead, context.now) && !agents.some(({ onDuty, state }) => onDuty && state?.state !== 'paused'),
    online: await onlineNow(context, centreId),
    gaps: gapsTold(ahead, context.now),
  };
}

function isOpen({ days }: Ahead, now: Context['now']): boolean {
  const at = epochOf(now);
  return days.some(({ open }) => open.some(({ from, until }) => from <= at && at < until));
}

async function allHeard({ tx }: Context): Promise<boolean> {
  const deaf = await tx
    .selectFrom('telephone_system')
    .select('id')
    .where('ended_at', 'is', null)
    .where('off_at', 'is', null)
    .where('connected_at', 'is', null)
    .executeTakeFirst();
  return deaf === undefined;
}

async function agentsOf(context: Context, centreId: Id<'centre'>): Promise<Board['agents']> {
  const names = await personNames(context);
  const desk = deskOf(await readStaff(context), centreId);
  const { rows } = await sql<{
    id: string;
    number: string | null;
    on_duty: boolean;
    state: 'ready' | 'paused' | null;
    reason: NonNullable<Board['agents'][number]['state']>['reason'];
    since: NonNullable<Board['agents'][number]['state']>['since'];
    call: 'ringing' | 'talking' | null;
  }>`
    select p.id, x.number, p.on_duty, s.state, s.reason, s.since,
      (select case when c.answered_by_id = p.id then 'talking' else 'ringing' end from phone_call c
        where c.ended_at is null and (c.answered_by_id = p.id
          or exists (select from phone_offer o where o.call_id = c.id and o.person_id = p.id and o.outcome is null))
        order by c.answered_at nulls last limit 1) as call
    from person p left join extension x on x.person_id = p.id
      left join telephone_state s on s.person_id = p.id and s.until is null
    where p.left_at is null and (p.id = any(${desk}::uuid[]) or x.person_id is not null)
    order by p.name`.execute(context.tx);
  return rows.map(({ id, number, on_duty, state, reason, since, call }) => ({
    person: named(names, id),
    number,
    onDuty: on_duty,
    state: state === null ? null : { state, reason, since },
    call,
  }));
}

async function owed({ tx }: Context, centreId: Id<'centre'>): Promise<Pick<Board, 'callBacks' | 'writeUps'>> {
  const rows = await tx
    .selectFrom('commitment')
    .select((e) => ['kind', e.fn.countAll<string>().as('count')])
    .where('centre_id', '=', centreId)
    .where('kind', 'in', [CALL_BACK, WRITE_UP])
    .where('settled_at', 'is', null)
    .groupBy('kind')
    .execute();
  const count = (kind: string): number => Number(rows.find((row) => row.kind === kind)?.count ?? 0);
  return { callBacks: count(CALL_BACK), writeUps: count(WRITE_UP) };
}

async function todayOf(context: Context, centreId: Id<'centre'>, rules: TelephoneRules): Promise<Board['today']> {
  const { from: since } = periodOf('day', (await centres(context)).get(centreId)!.zone, context.now);
  const { rows } = await sql<{ came: string; answered: string; in_time: string; within: string; wait: string | null }>`
    select count(*) as came, count(*) filter (where c.outcome = 'answered') as answered,
      count(*) filter (where c.outcome = 'answered' and ${answeredInLimit(rules)}) as in_time,
      count(*) filter (where ${answeredWithin(rules.levelSeconds)}) as within,
      round(extract(epoch from avg(c.answered_at - ${JOINED})))::text as wait
    from phone_call c
    where c.direction = 'in' and c.system_id is not null and c.ended_at is not null and c.began_at >= ${since}
      and ${callsInScope(context)}`.execute(context.tx);
  const [row] = rows;
  return {
    came: Number(row!.came),
    answered: Number(row!.answered),
    inTime: Number(row!.in_time),
    withinLevel: Number(row!.within),
    waitSeconds: row!.wait === null ? null : Number(row!.wait),
  };
}
