import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { isWanted } from '../pack/asked.ts';
import { postOf } from '../pack/approver.ts';
import type { Approval, Kind, Paper } from '../pack/format.ts';
import type { LookedAs } from './looks.ts';

type Fields = Readonly<Record<string, unknown>>;
type Verdicts = Readonly<Record<string, 'approved' | 'refused'>>;

/** What was said last of each paper; one that is not named was not brought. */
export type Standing = Readonly<Record<string, { state: LookedAs; pieces: number }>>;

/** The papers that a matter with these fields needs or may have, in the order of its kind. */
export function askedPapers({ papers, fields: known }: Pick<Kind, 'papers' | 'fields'>, fields: Fields): Paper[] {
  return (papers?.list ?? []).filter(({ when }) => isWanted(known, when, fields));
}

/** How many pieces of a paper are to be brought: one, or one for each of as many as its field says. */
export function piecesOf({ eachOf }: Paper, fields: Fields): number {
  const said = eachOf === undefined ? 1 : Number(fields[eachOf] ?? 1);
  return Math.max(1, Math.ceil(said));
}

/** Why a paper that must be brought is not there yet; null: it was found in order, all pieces of it. */
export function whyLacking(paper: Paper, fields: Fields, standing: Standing): Refusal | null {
  if (paper.optional) return null;
  const last = standing[paper.key];
  if (!last) return refusal('formality.paper_missing', { paper: paper.key });
  if (last.state !== 'in_order') return refusal('formality.paper_not_in_order', { paper: paper.key });
  const needed = piecesOf(paper, fields);
  return last.pieces < needed ? refusal('formality.pieces_missing', { paper: paper.key, needed }) : null;
}

/** Why not all is there that must be brought: the first paper that lacks. */
export function whyNotComplete(
  kind: Pick<Kind, 'papers' | 'fields'>,
  fields: Fields,
  standing: Standing,
): Refusal | null {
  return askedPapers(kind, fields)
    .map((paper) => whyLacking(paper, fields, standing))
    .reduce((first, why) => first ?? why, null);
}

/** What waits for the papers is given only once all of them are in order. */
export function whyNotByPapers(
  kind: Kind,
  { papers }: Approval,
  fields: Fields,
  standing: Standing | null,
): Refusal | null {
  return papers && standing ? whyNotComplete(kind, fields, standing) : null;
}

/** Papers are looked at until whatever waits for them was decided: what it was decided on stays as it was. */
export function whyNotLook({ papers, approvals = [] }: Kind, verdicts: Verdicts): Refusal | null {
  if (!papers) return refusal('formality.none_asked');
  const waits = approvals.filter((one) => one.papers);
  const over = waits.length > 0 && waits.every(({ key }) => verdicts[key] === 'approved');
  return over ? refusal('formality.decided') : null;
}

/** Refused with who looks at the papers: the first of those named. */
export function notChecker({ papers }: Kind): Refusal {
  const first = papers!.by[0]!;
  const post = postOf(first);
  return refusal('formality.not_checker', post === null ? { role: first as string } : { post });
}

/** A paper of the kind that is asked for here; what is sent back says why. */
export function whyNotSay(
  kind: Kind,
  fields: Fields,
  look: { paper: string; state: LookedAs; remark: string },
): Refusal | null {
  if (!kind.papers?.list.some(({ key }) => key === look.paper)) return refusal('formality.paper_unknown');
  if (!askedPapers(kind, fields).some(({ key }) => key === look.paper)) return refusal('formality.paper_not_asked');
  return look.state === 'not_in_order' && look.remark === '' ? refusal('formality.why') : null;
}
