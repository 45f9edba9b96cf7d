import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { commitmentNames } from '../commitment/names.ts';
import { owedOpenly } from '../commitment/openly.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { system } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Asked } from '../report/measures/asked.ts';
import { FELL_DUE, KEPT } from '../report/measures/conditions.ts';
import { countBy, countWhole } from '../report/measures/count.ts';
import { MEASURES, measureOf } from '../report/measures/registry.ts';
import type { Span } from './statistics.ts';
import type { Service } from './summary.ts';

/** A report is of all there is, whoever asks. */
export function wholeHouse(context: Context): Context {
  return { ...context, actor: system };
}

/** The service of a centre in figures, whoever asks: every figure of the register beside the period before, and what stands open. */
export async function serviceOf(context: Context, span: Span, before: Span): Promise<Service> {
  const whole = wholeHouse(context);
  const figures: Service['figures'] = [];
  for (const measure of MEASURES) {
    const now = await countWhole(whole, askedOf(measure.key, span));
    figures.push({ key: measure.key, ...now, before: await countWhole(whole, askedOf(measure.key, before)) });
  }
  const open = await countBy(whole, askedOf('open', span), 'department');
  const past = await countBy(whole, askedOf('open', before), 'department');
  const kept = figures.find(({ key }) => key === 'kept')!;
  return {
    figures,
    open: [...new Set([...open.keys(), ...past.keys()])]
      .map((id) => ({ departmentId: id, n: open.get(id)?.n ?? 0, before: past.get(id)?.n ?? 0 }))
      .toSorted((one, other) => other.n - one.n || (String(one.departmentId) < String(other.departmentId) ? -1 : 1)),
    late: kept.of - kept.n,
  };
}

/** A figure as a summary asks for it. */
export function askedOf(key: string, span: Span): Asked {
  return { measure: measureOf(key)!, span: { from: span.from_at, until: span.until_at }, only: onlyOf(span) };
}

/** What its figures are narrowed to. */
export function onlyOf({ centre_id, department }: Span): Asked['only'] {
  return { centre: centre_id, department: department ?? undefined };
}

export function ofDepartment({ department }: Span, column: string): RawBuilder<unknown> {
  return department ? sql`${sql.ref(column)} = ${department}` : sql`true`;
}

/** A promise that was late, on what, whose, and what the department replied to the notice about it or why its verdict was changed. */
export type LatePromise = {
  id: Id<'commitment'>;
  owed: Words;
  dueAt: Instant;
  settledAt: Instant | null;
  ticketId: Id<'ticket'> | null;
  number: number | null;
  title: string | null;
  departmentId: Id<'department'> | null;
  owner: string | null;
  because: string | null;
};

/** What fell due in the period and was not kept, the earliest first; what is known of why is read where it stands. */
export async function lateOf(context: Context, span: Span, most: number): Promise<LatePromise[]> {
  const owedAs = await commitmentNames(context);
  const { rows } = await sql<Omit<LatePromise, 'owed'> & { kind: string }>`
    select c.id, c.kind, c.due_at as "dueAt", c.settled_at as "settledAt", t.id as "ticketId", t.number, t.title,
      c.department_id as "departmentId", p.name as owner, coalesce(r.reply, c.corrected_because) as because
    from commitment c left join ticket t on t.id = c.ticket_id left join person p on p.id = c.owner_id
      left join lateral (select reply from rectification where commitment_id = c.id and reply is not null
        order by issued_at desc limit 1) r on true
    where c.centre_id = ${span.centre_id} and ${ofDepartment(span, 'c.department_id')} and c.due_at >= ${span.from_at}::timestamptz and c.due_at < ${span.until_at}::timestamptz
      and ${FELL_DUE(context.now)} and not (${KEPT}) and ${owedOpenly(sql`c.subject_type`)}
    order by c.due_at, c.id limit ${most}`.execute(context.tx);
  return rows.map(({ kind, ...row }) => ({ ...row, owed: owedAs(kind) }));
}
