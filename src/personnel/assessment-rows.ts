import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { personNames, posts } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { Mark } from './assessment.ts';
import { OWED_AS, regularityOf, scoreOf } from './assessment.ts';
import type { AssessmentScheme } from './plan.ts';
import type { assessmentLineOut } from './view.ts';

export type AssessmentRow = {
  id: Id<'staff_assessment'>;
  definition: AssessmentScheme;
  person_id: Id<'person'>;
  post_id: Id<'post'>;
  assessor_post_id: Id<'post'>;
  begins: string;
  until_at: Instant;
  due_at: Instant;
  remark: string;
  submitted_at: Instant | null;
  submitted_by_id: Id<'person'> | null;
  comment: string;
  confirmed_at: Instant | null;
  marks: Mark[];
};

/** Assessments (`a`) that are not dropped, each with its marks and by when it is owed. */
export function assessmentsWhere(wanted: readonly RawBuilder<unknown>[], most: number): RawBuilder<AssessmentRow> {
  return sql<AssessmentRow>`
    select a.id, a.definition, a.person_id, a.post_id, a.assessor_post_id, a.begins, a.until_at, a.remark, a.submitted_at,
      a.submitted_by_id, a.comment, a.confirmed_at, c.due_at,
      coalesce((select jsonb_agg(jsonb_build_object('indicator', m.indicator, 'mark', m.mark, 'remark', m.remark) order by m.no)
        from staff_assessment_mark m where m.assessment_id = a.id), '[]') as marks
    from staff_assessment a join lateral (select c.due_at from commitment c
      where c.subject_id = a.id and c.kind = ${OWED_AS} order by c.id desc limit 1) c on true
    where a.dropped_at is null and ${sql.join(wanted, sql` and `)}
    order by a.until_at desc, a.id desc limit ${most}`;
}

export type Named = {
  person(id: Id<'person'>): { id: string; name: string };
  post(id: Id<'post'>): { id: string; name: z.input<typeof assessmentLineOut>['name'] };
};

/** What people and posts are called, those who left and those closed too. */
export async function namesOf(context: Context): Promise<Named> {
  const people = await personNames(context);
  const known = await posts(context);
  return {
    person: (id) => ({ id, name: people.get(id) ?? '' }),
    post: (id) => ({ id, name: known.get(id)!.name }),
  };
}

export function assessmentLine({ now }: Context, row: AssessmentRow, names: Named): z.input<typeof assessmentLineOut> {
  const { definition } = row;
  return {
    id: row.id,
    name: definition.name,
    person: names.person(row.person_id),
    post: names.post(row.post_id),
    assessor: names.post(row.assessor_post_id),
    period: definition.period,
    begins: row.begins,
    until: row.until_at,
    dueAt: row.due_at,
    score: scoreOf(definition, row.marks),
    regularity: regularityOf(row, row.due_at, now),
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by_id && names.person(row.submitted_by_id),
    confirmedAt: row.confirmed_at,
  };
}
