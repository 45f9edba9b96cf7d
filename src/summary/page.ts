import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { can, orForbid } from '../organisation/can.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { owedOn } from './facts.ts';
import { summaryLines, summaryRows } from './list.ts';
import type { Span } from './statistics.ts';
import { complaintKinds, statisticsOf } from './statistics.ts';
import type { Statistics } from './summary.ts';
import { whyNotSubmit } from './summary.ts';
import type { summaryPageOut } from './view.ts';

type View = z.input<typeof summaryPageOut>;
const MOST_COMPLAINTS = 500;

/** One week: its figures, counted anew until it is submitted, and the complaints behind them. */
export async function summaryPage(context: Context, id: Id<'summary'>): Promise<View> {
  const [row] = await summaryRows(context, sql`s.id = ${id}`, 1);
  if (!row) throw new NotFound('summary.unknown');
  const owed = await owedOn(context.tx, id);
  const thing = { people: [owed.ownerId], departments: [row.department_id], centreId: row.centre_id };
  orForbid(can(context.actor, 'report.see', thing));
  const [line] = summaryLines([row]);
  const statistics = row.statistics ?? (await statisticsOf(context, row));
  const complaints = await complaintsOf(context, row);
  return {
    ...line!,
    statistics: await named(context, statistics),
    complaints: complaints.slice(0, MOST_COMPLAINTS),
    more: complaints.length > MOST_COMPLAINTS,
    text: row.text,
    measures: row.measures,
    can: { submit: whyNotSubmit(row, owed, context.actor, context.now) },
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
    order by opened_at, id limit ${MOST_COMPLAINTS + 1}`.execute(context.tx);
  return rows.rows;
}

/** The figures hold keys and ids; the words for them are today's. */
async function named(context: Context, statistics: Statistics): Promise<View['statistics']> {
  const { severities } = await settingsOf(context);
  const { choices } = await complaintKinds(context);
  const departments = await context.tx.selectFrom('department').select(['id', 'name']).execute();
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
      name: nameOf(
        departments.find((department) => department.id === one.departmentId),
        one.departmentId,
      ),
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
