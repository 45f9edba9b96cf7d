import { sql } from 'kysely';
import { improvementLines, improvementRows } from '../improvement/list.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { recordsAddress } from '../report/measures/addresses.ts';
import { namesFor } from '../report/measures/names.ts';
import { namesOfThings } from '../report/thing-names.ts';
import { custodyIn } from './custody.ts';
import { materialsIn } from './materials.ts';
import { workIn } from './work.ts';
import { onlyOf } from './service.ts';
import type { Span } from './statistics.ts';
import { complaintKinds } from './statistics.ts';
import type { Upward } from './summary.ts';
import type { UpwardView } from './upward-view.ts';

/** What a report upward holds, with the names of today and the way to the records behind each number. */
export async function upwardView(context: Context, span: Span, parts: Upward): Promise<UpwardView> {
  return {
    promises: parts.promises ? await promisesIn(context, span, parts.promises) : null,
    staff: parts.staff ? await staffIn(context, span, parts.staff) : null,
    causes: parts.causes ? await causesIn(context, span, parts.causes) : null,
    controlChart: parts.control_chart ? chartIn(span, parts.control_chart) : null,
    techniques: parts.techniques ? await techniquesIn(context, parts.techniques) : null,
    improvements: parts.improvements ? await improvementsIn(context, parts.improvements) : null,
    proposals: parts.proposals ? await proposalsIn(context, parts.proposals) : null,
    keys: parts.keys ? await custodyIn(context, span, parts.keys) : null,
    permits: parts.permits ? await custodyIn(context, span, parts.permits) : null,
    materials: parts.materials ? await materialsIn(context, span, parts.materials) : null,
    work: parts.work ? await workIn(context, span, parts.work) : null,
  };
}

type Part = Parameters<typeof recordsAddress>[3];

function recordsOf(key: string, span: Span, part?: Part): string {
  return recordsAddress(key, { from: span.from_at, until: span.until_at }, onlyOf(span), part);
}

async function promisesIn(context: Context, span: Span, promises: NonNullable<Upward['promises']>) {
  const nameOf = await namesFor(context, 'promise', []);
  return promises.map((one) => ({
    ...one,
    name: nameOf(one.promise),
    records: recordsOf('kept', span, { by: 'promise', key: one.promise }),
  }));
}

async function staffIn(context: Context, span: Span, staff: NonNullable<Upward['staff']>) {
  const names = await personNames(context);
  return staff.map(({ personId, daysAway, ...figures }) => {
    const counted = (key: 'opened' | 'closed' | 'kept') => ({
      ...figures[key],
      records: recordsOf(key, span, { by: 'person', key: personId }),
    });
    return {
      person: named(names, personId),
      opened: counted('opened'),
      closed: counted('closed'),
      kept: counted('kept'),
      daysAway,
    };
  });
}

async function causesIn(context: Context, span: Span, { field, rows }: NonNullable<Upward['causes']>) {
  const { choices } = await complaintKinds(context);
  const nameOf = await namesFor(context, 'choice', [], field ?? undefined);
  return {
    field,
    name: choices.find(({ key }) => key === field)?.name ?? null,
    rows: rows.map((row) => ({
      ...row,
      name: row.key === null ? null : nameOf(row.key),
      records: recordsOf('complaints', span, { by: 'choice', field: field ?? undefined, key: row.key }),
    })),
  };
}

function chartIn(span: Span, { perDay, points }: NonNullable<Upward['control_chart']>) {
  const of = (point: { from: Instant; until: Instant }) => ({ ...span, from_at: point.from, until_at: point.until });
  return { perDay, points: points.map((point) => ({ ...point, records: recordsOf('complaints', of(point)) })) };
}

async function techniquesIn(context: Context, techniques: NonNullable<Upward['techniques']>) {
  const all = techniques.flatMap(({ used }) => used);
  const called = await namesOfThings(
    context,
    all.map(({ type, id }) => ({ subject_type: type, subject_id: id })),
  );
  return techniques.map(({ technique, used }) => ({
    technique,
    used: used.map((one) => ({ title: null, name: null, begins: null, number: null, ...called.get(one.id), ...one })),
  }));
}

async function improvementsIn(context: Context, improvements: NonNullable<Upward['improvements']>) {
  const ids = improvements.map(({ id }) => id);
  const rows = await improvementRows(context, sql`i.id = any(${ids}::uuid[])`, ids.length);
  const lines = new Map((await improvementLines(context, rows)).map((line) => [line.id, line]));
  return improvements.flatMap((one) => {
    const line = lines.get(one.id);
    if (!line) return [];
    const { number, title, department, causeSort, openedAt } = line;
    return [{ number, title, department, causeSort, openedAt, ...one }];
  });
}

type Proposal = NonNullable<UpwardView['proposals']>[number];
type ProposalRow = Pick<Proposal, 'number' | 'title' | 'result'> & {
  id: Id<'ticket'>;
  department_id: Id<'department'> | null;
  opened_at: Instant;
  realised_at: Instant | null;
};

async function proposalsIn(context: Context, proposals: NonNullable<Upward['proposals']>): Promise<Proposal[]> {
  const ids = proposals.map(({ id }) => id);
  const { rows } = await sql<ProposalRow>`
    select t.id, t.number, t.title, t.department_id, t.opened_at, p.realised_at, coalesce(p.result, t.outcome, t.decline_reason) as result
    from ticket t left join proposal_plan p on p.ticket_id = t.id and p.ended_at is null where t.id = any(${ids}::uuid[])`.execute(
    context.tx,
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const houses = await departments(context);
  const nameOf = (id: Id<'department'> | null): { id: string; name: Words } | null =>
    id === null ? null : { id, name: houses.get(id)!.name };
  return proposals.flatMap((one) => {
    const row = known.get(one.id);
    if (!row) return [];
    return [
      {
        id: row.id,
        number: row.number,
        title: row.title,
        department: nameOf(row.department_id),
        openedAt: row.opened_at,
        state: one.state,
        became: one.became,
        result: row.result,
        realisedAt: row.realised_at,
      },
    ];
  });
}
