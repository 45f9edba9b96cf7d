import { sql } from 'kysely';
import type { z } from 'zod';
import { NotFound } from '../kernel/refusal.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { whyNotConfirm, whyNotSubmit } from './assessment.ts';
import type { AssessmentRow } from './assessment-rows.ts';
import { assessmentLine, assessmentsWhere, namesOf } from './assessment-rows.ts';
import type { AssessmentsQuery } from './inputs.ts';
import { whyNotAssess } from './may.ts';
import { inReach, reachOfFiles } from './reach.ts';
import type { assessmentOut, assessmentsOut } from './view.ts';

/** What is in reach, and what a post of one's own owes. */
async function inSight(context: Context) {
  const own = context.actor.posts.filter(({ rights }) => rights['staff.assess'] !== undefined).map(({ id }) => id);
  const files = inReach(context, await reachOfFiles(context), sql`a.person_id`, sql`a.centre_id`);
  return sql`(${files} or a.assessor_post_id = any(${own}::uuid[]))`;
}

/** Assessments owed and given, the latest period first. */
export async function listAssessments(
  context: Context,
  query: AssessmentsQuery,
): Promise<z.input<typeof assessmentsOut>> {
  const wanted = [await inSight(context)];
  if (query.person) wanted.push(sql`a.person_id = ${query.person}`);
  if (query.period) wanted.push(sql`a.period = ${query.period}`);
  if (query.from) wanted.push(sql`a.begins >= ${query.from}`);
  if (query.until) wanted.push(sql`a.begins < ${query.until}`);
  if (query.state === 'submitted') wanted.push(sql`a.submitted_at is not null`);
  if (query.state === 'due') wanted.push(sql`a.submitted_at is null and a.until_at <= ${context.now}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(a.until_at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await assessmentsWhere(wanted, query.limit + 1).execute(context.tx);
  const names = await namesOf(context);
  return page(
    rows,
    query.limit,
    (row) => assessmentLine(context, row, names),
    (row) => cursorOf(row.until_at, row.id),
  );
}

/** One assessment, indicator by indicator, with what who asks may do with it. */
export async function readAssessment(context: Context, id: string): Promise<z.input<typeof assessmentOut>> {
  const { rows } = await assessmentsWhere([await inSight(context), sql`a.id = ${id}`], 1).execute(context.tx);
  const [row] = rows;
  if (!row) throw new NotFound('assessment.unknown');
  const { best, indicators } = row.definition;
  return {
    ...assessmentLine(context, row, await namesOf(context)),
    best,
    indicators: indicators.map((one) => {
      const given = row.marks.find(({ indicator }) => indicator === one.key);
      return { ...one, mark: given?.mark ?? null, remark: given?.remark ?? '' };
    }),
    remark: row.remark,
    comment: row.comment,
    can: await mayDo(context, row),
  };
}

async function mayDo(context: Context, row: AssessmentRow) {
  const { actor, now } = context;
  return {
    submit: whyNotAssess(await readStaff(context), actor, row) ?? whyNotSubmit(row, now),
    confirm: whyNotConfirm(row, row.person_id === actor.personId),
  };
}
