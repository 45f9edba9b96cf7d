import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { postOf } from './approver.ts';
import { holds } from './check-fields.ts';
import type { Known } from './check-names.ts';
import { whyNotAgainst } from './check-names.ts';
import type { Kind } from './format.ts';

/** Papers are looked at by posts that there are, hang on fields that can say so, and are waited for only where there are any. */
export function whyNotPapers(kind: Kind, known: Known): Refusal[] {
  const { papers } = kind;
  const waits = (kind.approvals ?? []).filter((one) => one.papers);
  if (!papers) return waits.map(({ key }) => refusal('pack.papers_missing', { path: `approvals.${key}.papers` }));
  const keys = papers.list.map(({ key }) => key);
  const numbers = new Set(kind.fields.filter(({ type }) => type === 'number').map(({ key }) => key));
  return [
    ...(new Set(keys).size === keys.length ? [] : [refusal('pack.key_twice', { path: 'papers.list' })]),
    ...papers.by.flatMap((one) => whyNotAgainst(known.approvers, postOf(one) ?? undefined, 'papers.by')),
    ...papers.list.flatMap(({ key, when, eachOf }) => [
      ...(when && !holds(kind, when)
        ? [refusal('pack.when_never', { path: `papers.list.${key}.when`, name: when.field })]
        : []),
      ...whyNotAgainst(numbers, eachOf, `papers.list.${key}.eachOf`),
    ]),
  ];
}
