import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Scorecard } from '../pack/scorecards.ts';

export type Mark = { line: string; mark: number; remark: string };

/** Nobody scores himself: whoever looks at the work did not do it (PRIN-13). */
export function whyNotReview(reviewed: string | null, reviewer: string | null): Refusal | null {
  return reviewed !== null && reviewed === reviewer ? refusal('quality_review.own') : null;
}

export function failedOf(card: Pick<Scorecard, 'passes'>, marks: readonly Mark[]): Mark[] {
  return marks.filter((one) => one.mark < card.passes);
}

/** Every line of the scorecard has one mark on its scale, and one that is not in order says what was seen. */
export function whyNotMarks(
  card: Pick<Scorecard, 'lines' | 'best' | 'passes'>,
  marks: readonly Mark[],
): Refusal | null {
  const known = card.lines.map((one) => one.key);
  const given = marks.map((one) => one.line);
  const strange = given.find((line, at) => !known.includes(line) || given.indexOf(line) !== at);
  if (strange !== undefined) return refusal('quality_review.line_unknown', { path: 'marks', line: strange });
  const missing = known.find((line) => !given.includes(line));
  if (missing !== undefined) return refusal('quality_review.line_missing', { path: 'marks', line: missing });
  const above = marks.find((one) => one.mark > card.best);
  if (above) return refusal('quality_review.off_scale', { path: `marks.${above.line}`, best: card.best });
  const bare = failedOf(card, marks).find((one) => one.remark === '');
  return bare ? refusal('quality_review.remark_missing', { path: `marks.${bare.line}`, line: bare.line }) : null;
}
