import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { postOf } from './approver.ts';
import { whyNotLimit } from './check-ladder.ts';
import type { Known } from './check-names.ts';
import { whyNotAgainst } from './check-names.ts';
import type { Approval, Kind } from './format.ts';

function whyNotTold({ key, tells = [] }: Approval, known: Known): Refusal[] {
  return tells.flatMap((whom) =>
    'post' in whom
      ? whyNotAgainst(known.approvers, whom.post, `approvals.${key}.tells`)
      : whyNotAgainst(known.departments, whom.department, `approvals.${key}.tells`),
  );
}

/** An approval is given by posts, stands before a stage and on fields that there are, and tells whom there is; what runs from it names it. */
export function whyNotApprovals(kind: Kind, known: Known): Refusal[] {
  const stages = new Set(kind.stages.map((stage) => stage.key));
  const fields = new Set(kind.fields.map((field) => field.key));
  const approvals = kind.approvals ?? [];
  const keys = new Set(approvals.map((one) => one.key));
  return [
    ...(keys.size === approvals.length ? [] : [refusal('pack.key_twice', { path: 'approvals' })]),
    ...approvals.flatMap((one) => [
      ...one.by.flatMap((approver) =>
        whyNotAgainst(known.approvers, postOf(approver) ?? undefined, `approvals.${one.key}.by`),
      ),
      ...whyNotAgainst(stages, one.from, `approvals.${one.key}.from`),
      ...whyNotAgainst(stages, one.before, `approvals.${one.key}.before`),
      ...one.needs.flatMap((name) => whyNotAgainst(fields, name, `approvals.${one.key}.needs`)),
      ...(one.asks ?? []).flatMap((name) => whyNotAgainst(fields, name, `approvals.${one.key}.asks`)),
      ...whyNotTold(one, known),
      ...whyNotLimit(one.limit, `approvals.${one.key}`),
    ]),
    ...kind.commitments.flatMap((rule) => whyNotAgainst(keys, rule.approval, `commitments.${rule.kind}.approval`)),
  ];
}
