import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { whyNotLimit } from '../pack/check-ladder.ts';
import { key, wordsShape } from '../pack/shapes.ts';
import { REPORT_PARTS, SUMMARY_PERIODS } from './periods.ts';

/** A report that one post owes another about each of its periods (REPT-07, REPT-09, REPT-14). */
export const reportPlanShape = z
  .strictObject({
    key,
    name: wordsShape,
    period: z.enum(SUMMARY_PERIODS).describe('How often it is owed, and what it is about'),
    owes: key.describe('Key of the post that writes and signs it'),
    to: key.describe('Key of the post that it goes to'),
    of: z.enum(['centre', 'department']).describe('Of the whole centre, or of the department of the post that owes it'),
    holds: z
      .array(z.enum(REPORT_PARTS))
      .describe(
        'What it holds besides the figures, what is open and what was late. promises: limits kept, by promise; staff: by person; causes: of complaints, the vital few marked; control_chart: complaints over time with their limits; techniques: which statistical techniques were used, and on what; improvements: corrective and preventive actions; proposals: suggestions and what became of them; keys: received, in custody and handed out, by kind; permits: passes and certificates issued, by kind; materials: the plan of material, what came in, was issued and is short; work: what each was to do, did and did late',
      ),
    only: z.literal(true).optional().describe('It holds nothing else: no figures of the service; left out: those too'),
    limit: limitShape.describe('By when, from the end of the period on'),
  })
  .meta({ id: 'ReportPlan', description: 'A report that one post owes another about each of its periods' });
export type ReportPlan = z.infer<typeof reportPlanShape>;

/** What a plan asks of a post: whether it stands in a department, and whether it may do at all what is asked of it. */
export type ReportPost = { inDepartment: boolean; sees: boolean; approves: boolean; supplies: boolean };

/** The same of a post that is written down, by its rights. */
export function reportPost(rights: object, inDepartment: boolean): ReportPost {
  return {
    inDepartment,
    sees: 'report.see' in rights,
    approves: 'budget.approve' in rights,
    supplies: 'finance.supply' in rights,
  };
}

/** Everything wrong with the reports of a house that has these posts; paths are within the settings. */
export function whyNotReportPlans(plans: readonly ReportPlan[], posts: ReadonlyMap<string, ReportPost>): Refusal[] {
  return plans.flatMap((plan) => {
    const path = `reports.${plan.key}`;
    return [
      ...whyNotLimit(plan.limit, path),
      ...(['owes', 'to'] as const).flatMap((side) => [
        ...whyNotAgainst(posts, plan[side], `${path}.${side}`),
        ...(posts.get(plan[side])?.sees === false
          ? [refusal('report.post_sees_none', { path: `${path}.${side}`, name: plan[side] })]
          : []),
      ]),
      ...(plan.owes === plan.to ? [refusal('report.to_itself', { path: `${path}.to` })] : []),
      ...(plan.of === 'department' && posts.get(plan.owes)?.inDepartment === false
        ? [refusal('report.no_department', { path: `${path}.of`, name: plan.owes })]
        : []),
    ];
  });
}
