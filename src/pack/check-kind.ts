import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotApprovals } from './check-approvals.ts';
import { whyNotFailed, whyNotFieldsOf } from './check-fields.ts';
import { whyNotLimit } from './check-ladder.ts';
import type { Kind } from './format.ts';
import type { Known } from './check-names.ts';
import { whyNotAgainst } from './check-names.ts';
import { whyNotPapers } from './check-papers.ts';
import { whyNotReceipts } from './check-receipts.ts';
import type { Guard } from './guard-names.ts';
import type { StageClass } from './kind-shape.ts';
import { LEAST_SHARE_OF_COMPLAINTS } from './visit-shape.ts';

const NEEDED: readonly StageClass[] = ['new', 'active', 'resolved', 'closed', 'cancelled'];
const ENDED: readonly StageClass[] = ['closed', 'cancelled'];

/** Every stage that can be reached from this one. */
function reachable(kind: Kind, from: string): Set<string> {
  const next = new Map(kind.stages.map((stage) => [stage.key, stage.next]));
  const seen = new Set<string>();
  const open = [from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...(next.get(key) ?? []));
  }
  return seen;
}

function whyNotWayOut(kind: Kind): Refusal[] {
  const ended = kind.stages.filter((stage) => stage.class === 'closed').map((stage) => stage.key);
  const fromStart = reachable(kind, kind.stages[0]!.key);
  return kind.stages.flatMap((stage) => {
    const path = `stages.${stage.key}`;
    const wayOut = ENDED.includes(stage.class) || ended.some((key) => reachable(kind, stage.key).has(key));
    return [
      ...(wayOut ? [] : [refusal('pack.stage_no_way_out', { path })]),
      ...(fromStart.has(stage.key) ? [] : [refusal('pack.stage_unreachable', { path })]),
    ];
  });
}

function whyNotStages(kind: Kind, known: Known): Refusal[] {
  const keys = new Set(kind.stages.map((stage) => stage.key));
  const classes = new Set(kind.stages.map((stage) => stage.class));
  return [
    ...(keys.size === kind.stages.length ? [] : [refusal('pack.key_twice', { path: 'stages' })]),
    ...(kind.stages[0]?.class === 'new' ? [] : [refusal('pack.starts_not_new', { path: 'stages.0' })]),
    ...NEEDED.filter((name) => !classes.has(name)).map((name) =>
      refusal('pack.stage_class_missing', { path: 'stages', class: name }),
    ),
    ...kind.stages.flatMap((stage) => [
      ...stage.next.flatMap((key) => whyNotAgainst(keys, key, `stages.${stage.key}.next`)),
      ...whyNotAgainst(known.pauses, stage.pause, `stages.${stage.key}.pause`),
      ...(stage.pause && !stage.class.startsWith('waiting_')
        ? [refusal('pack.pause_while_working', { path: `stages.${stage.key}.pause` })]
        : []),
    ]),
    ...whyNotWayOut(kind),
  ];
}

/** What each guard needs in its kind, so that it can be met at all. */
const POSSIBLE: Partial<Record<Guard, (kind: Kind) => boolean>> = {
  apology_made: (kind) => kind.steps.some((step) => step.doneBy === 'apologised'),
  real_cause_known: (kind) => kind.fields.some((field) => field.key === 'real_cause'),
  facts_established: (kind) =>
    ['facts', 'proven_by', 'evidence'].every((key) => kind.fields.some((field) => field.key === key)),
  parts_closed: (kind) => kind.workOrder !== undefined,
  visits_ended: (kind) => kind.visits.length > 0,
  customer_view_known: (kind) => kind.visits.length > 0,
};

function whyNotGuards(kind: Kind): Refusal[] {
  const impossible = (['resolve', 'close'] as const).flatMap((when) =>
    kind.guards[when]
      .filter((guard) => POSSIBLE[guard]?.(kind) === false)
      .map((guard) => refusal('pack.guard_impossible', { path: `guards.${when}.${guard}`, guard })),
  );
  const unasked: [Guard, boolean][] = [
    ['customer_told', true],
    ['visits_ended', kind.visits.length > 0],
    ['no_open_work_order', kind.workOrder !== undefined],
  ];
  return [
    ...impossible,
    // PRIN-01: nothing closes without an outcome, or without the customer knowing it
    ...(kind.guards.resolve.includes('outcome_given')
      ? []
      : [refusal('pack.guard_missing', { path: 'guards.resolve', guard: 'outcome_given' })]),
    ...unasked
      .filter(([guard, needed]) => needed && !kind.guards.close.includes(guard))
      .map(([guard]) => refusal('pack.guard_missing', { path: 'guards.close', guard })),
  ];
}

function whyNotLimits(kind: Kind): Refusal[] {
  const { workOrder } = kind;
  const ofWork = workOrder ? [workOrder, ...(workOrder.when ?? [])] : [];
  const names = kind.commitments.map((rule) => rule.kind);
  return [
    ...kind.commitments.flatMap((rule, at) => [
      ...(names.indexOf(rule.kind) === at ? [] : [refusal('pack.key_twice', { path: `commitments.${rule.kind}` })]),
      ...whyNotLimit(rule.limit, `commitments.${rule.kind}`),
      ...(rule.when ?? []).flatMap((other, no) => whyNotLimit(other.limit, `commitments.${rule.kind}.when.${no}`)),
    ]),
    ...ofWork.flatMap((limits, no) =>
      (['accept', 'arrive', 'complete'] as const).flatMap((name) =>
        whyNotLimit(limits[name], `workOrder${no ? `.when.${no - 1}` : ''}.${name}`),
      ),
    ),
    ...kind.visits.flatMap((rule) => whyNotLimit(rule.limit, `visits.${rule.key}`)),
  ];
}

/** Rules are tried in their order: one that always fits hides all after it, and somebody must fit the last. */
function whyNotVisits(kind: Kind): Refusal[] {
  const always = kind.visits.findIndex((rule) => rule.when.length === 0);
  const keys = new Set(kind.visits.map((rule) => rule.key));
  return [
    ...(keys.size === kind.visits.length ? [] : [refusal('pack.key_twice', { path: 'visits' })]),
    ...(kind.visits.length > 0 && always !== kind.visits.length - 1
      ? [refusal('pack.visit_rule_hidden', { path: 'visits' })]
      : []),
    ...kind.visits
      .filter((rule) => kind.type === 'complaint' && (rule.share ?? 100) < LEAST_SHARE_OF_COMPLAINTS)
      .map((rule) =>
        refusal('pack.complaints_too_few_visits', {
          path: `visits.${rule.key}.share`,
          least: LEAST_SHARE_OF_COMPLAINTS,
        }),
      ),
  ];
}

/** Everything wrong with one kind in an organisation that has these departments and pauses; paths are within the kind. */
export function whyNotKind(kind: Kind, known: Known): Refusal[] {
  return [
    ...whyNotAgainst(known.departments, kind.department, 'department'),
    ...whyNotStages(kind, known),
    ...whyNotGuards(kind),
    ...whyNotFieldsOf(kind),
    ...whyNotFailed(kind, known),
    ...whyNotLimits(kind),
    ...whyNotVisits(kind),
    ...whyNotApprovals(kind, known),
    ...whyNotReceipts(kind, known),
    ...whyNotPapers(kind, known),
  ];
}
