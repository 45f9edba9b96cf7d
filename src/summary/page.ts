import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { can, orForbid } from '../organisation/can.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { recordsAddress } from '../report/measures/addresses.ts';
import { described } from '../report/measures/read.ts';
import { measureOf } from '../report/measures/registry.ts';
import { owedOn } from '../commitment/queries.ts';
import { broughtTo, whoseIs } from './facts.ts';
import { monthFiguresOf, serviceFiguresOf, spanOf } from './figures.ts';
import type { SummaryRow } from './list.ts';
import { summaryLines, summaryRows } from './list.ts';
import { situationsOf } from './special.ts';
import type { Span } from './statistics.ts';
import { complaintKinds, statisticsOf } from './statistics.ts';
import { lateOf, onlyOf } from './service.ts';
import type { Service, Special, Statistics, UpwardFigures } from './summary.ts';
import { whyNotReceive, whyNotSubmit } from './summary.ts';
import { upwardView } from './upward-page.ts';
import type { summaryPageOut } from './view.ts';

type View = z.input<typeof summaryPageOut>;
const MOST = 500;
type Matters = Pick<View, 'statistics' | 'special' | 'service' | 'upward' | 'complaints' | 'more'>;
const NONE: Matters = { statistics: null, special: null, service: null, upward: null, complaints: [], more: false };

/** One week or month: its figures, counted anew until it is submitted, and the matters behind them. */
export async function summaryPage(context: Context, id: Id<'summary'>): Promise<View> {
  const [row] = await summaryRows(context, sql`s.id = ${id}`, 1);
  if (!row) throw new NotFound('summary.unknown');
  const owed = await owedOn(context.tx, id);
  const brought = await broughtTo(context.tx, id);
  orForbid(can(context.actor, 'report.see', whoseIs(context, row, owed.ownerId, brought)));
  const [line] = summaryLines([row]);
  const names = await personNames(context);
  return {
    ...line!,
    ...(await contentOf(context, row)),
    text: row.text,
    measures: row.measures,
    lateBecause: row.late_because,
    signedAs: row.signed_as,
    brought: brought.map(({ personId, ...when }) => ({ person: named(names, personId), ...when })),
    can: {
      submit: whyNotSubmit(row, owed, context.actor, context.now),
      receive: whyNotReceive(row, brought, context.actor),
    },
  };
}

async function contentOf(context: Context, row: SummaryRow): Promise<Matters> {
  if (row.about !== 'matters') return servicePage(context, row);
  return row.period === 'week' ? weekOf(context, row) : monthOf(context, row);
}

async function servicePage(context: Context, row: SummaryRow): Promise<Matters> {
  const figures = (row.statistics as Service | UpwardFigures | null) ?? (await serviceFiguresOf(context, row));
  const whose = spanOf(row);
  const late = row.plan?.only ? [] : await lateOf(context, whose, MOST + 1);
  const names = await departments(context);
  const span = { from: row.from_at, until: row.until_at };
  return {
    ...NONE,
    service: {
      figures: figures.figures.flatMap(({ key, ...counts }) => {
        const measure = measureOf(key);
        const records = recordsAddress(key, span, onlyOf(whose));
        return measure ? [{ ...described(measure), ...counts, records }] : [];
      }),
      open: figures.open.map((one) => ({
        ...one,
        name: names.get(one.departmentId as Id<'department'>)?.name ?? null,
      })),
      lateCount: figures.late,
      late: late.slice(0, MOST),
    },
    upward: isUpward(figures) ? await upwardView(context, whose, figures.parts) : null,
    more: late.length > MOST,
  };
}

function isUpward(figures: Service | UpwardFigures): figures is UpwardFigures {
  return 'parts' in figures;
}

async function weekOf(context: Context, row: SummaryRow): Promise<Matters> {
  const statistics = (row.statistics as Statistics | null) ?? (await statisticsOf(context, row));
  const complaints = await complaintsOf(context, row);
  return {
    ...NONE,
    statistics: await inWords(context, statistics),
    complaints: complaints.slice(0, MOST),
    more: complaints.length > MOST,
  };
}

async function monthOf(context: Context, row: SummaryRow): Promise<Matters> {
  const figures = (row.statistics as Special | null) ?? (await monthFiguresOf(context, row));
  const situations = await situationsOf(context, row, MOST + 1);
  return {
    ...NONE,
    special: { figures, situations: situations.slice(0, MOST) },
    more: situations.length > MOST,
  };
}

async function complaintsOf(context: Context, span: Span): Promise<View['complaints']> {
  const { keys } = await complaintKinds(context);
  const rows = await sql<View['complaints'][number]>`
    select id, number, title, severity, department_id as "departmentId", opened_at as "openedAt", closed_at as "closedAt",
      satisfaction, coalesce(fields->>'real_cause', '') as "realCause", outcome
    from ticket where kind = any(${keys}) and centre_id = ${span.centre_id} and closed_as is distinct from 'duplicate' and (
      (opened_at >= ${span.from_at}::timestamptz and opened_at < ${span.until_at}::timestamptz)
      or (stage_class = 'closed' and closed_at >= ${span.from_at}::timestamptz and closed_at < ${span.until_at}::timestamptz))
    order by opened_at, id limit ${MOST + 1}`.execute(context.tx);
  return rows.rows;
}

/** The figures hold keys and ids; the words for them are today's. */
async function inWords(context: Context, statistics: Statistics): Promise<NonNullable<View['statistics']>> {
  const { severities } = await settingsOf(context);
  const { choices } = await complaintKinds(context);
  const houses = await departments(context);
  const nameOf = <Known extends { name: unknown }>(known: Known | undefined, key: string): Words =>
    (known?.name as Words | undefined) ?? untranslated(key);
  return {
    ...statistics,
    bySeverity: statistics.bySeverity.map((one) => ({
      ...one,
      name: nameOf(
        severities.find(({ key }) => key === one.severity),
        one.severity,
      ),
    })),
    byDepartment: statistics.byDepartment.map((one) => ({
      ...one,
      name: nameOf(houses.get(one.departmentId as Id<'department'>), one.departmentId),
    })),
    byChoice: statistics.byChoice.map(({ field: key, counts }) => {
      const field = choices.find((one) => one.key === key);
      const choiceOf = (choice: string) => field?.choices?.find((one) => one.key === choice);
      return {
        field: key,
        name: nameOf(field, key),
        counts: counts.map((one) => ({ ...one, name: nameOf(choiceOf(one.choice), one.choice) })),
      };
    }),
  };
}
