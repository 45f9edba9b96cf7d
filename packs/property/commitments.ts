import type { CommitmentRule } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';
import type { Limit } from './limits.ts';
import { grave, major } from './ladders.ts';
import { clock, complaintLine, reception } from './limits.ts';

/** By urgency, where it differs from what the kind usually is; an emergency has never more time than what is urgent. */
export type More = { urgent?: Limit; emergency?: Limit };

function byUrgency({ urgent, emergency }: More): NonNullable<CommitmentRule['when']> {
  const shortest = emergency ?? urgent;
  return [
    ...(shortest ? [{ urgency: 'emergency' as const, limit: shortest }] : []),
    ...(urgent ? [{ urgency: 'urgent' as const, limit: urgent }] : []),
  ];
}

/** An answer that deals with the matter, whoever gives it; the complaint line has 72 hours (CHAN-11, COMP-19). */
export function firstAnswer(limit: Limit, more: More = {}): CommitmentRule {
  return {
    kind: 'first_answer',
    name: words('First answer', '首次答复', '首次回覆'),
    from: 'opened',
    keptBy: ['answered', 'told'],
    limit,
    when: [...byUrgency(more), { channel: 'complaint_line', limit: complaintLine }],
    pausable: false,
  };
}

/** The work order reaches the department concerned inside the prescribed limit (COMP-11, WORK-03). */
export function dispatch(limit: Limit, more: More = {}): CommitmentRule {
  return {
    kind: 'dispatch',
    name: words('Hand the work order over', '下单派工', '開立工單並派工'),
    from: 'opened',
    keptBy: ['dispatched', 'resolved'],
    limit,
    when: byUrgency(more),
    pausable: false,
  };
}

/** The promised schedule of the whole matter; a date named to the customer stands instead (WORK-04). */
export function complete(limit: Limit, more: More = {}): CommitmentRule {
  return {
    kind: 'complete',
    name: words('Complete it', '按时办结', '如期完成'),
    from: 'opened',
    keptBy: ['resolved'],
    limit,
    when: byUrgency(more),
    orPromised: true,
    pausable: true,
  };
}

/** Without delay, also in what was escalated (WORK-05, ESCL-02). */
export function tellResult(limit: Limit = reception('PT4H')): CommitmentRule {
  return {
    kind: 'tell_result',
    name: words('Tell the result', '反馈处理结果', '告知處理結果'),
    from: 'resolved',
    keptBy: ['told'],
    limit,
    pausable: false,
  };
}

/** Whoever made a proposal hears of each step that was decided (CONS-09). */
export const tellProposer: CommitmentRule = {
  kind: 'tell_proposer',
  name: words('Tell the proposer', '告知建议人进展', '告知建議人進展'),
  from: 'approved',
  keptBy: ['answered', 'told'],
  limit: reception('P1D'),
  pausable: false,
};

/** What the guest complained of is investigated and verified on the same calendar day (COMP-02). */
export const investigate: CommitmentRule = {
  kind: 'investigate',
  name: words('Investigate and verify', '当日调查核实', '當日調查核實'),
  from: 'opened',
  keptBy: ['investigated', 'resolved'],
  limit: clock('same-day'),
  pausable: false,
};

/** From the moment it is graded major (COMP-05, COMP-06). */
export const settleMajor: CommitmentRule = {
  kind: 'settle_major',
  name: words('Settle the major complaint', '重大投诉处置', '重大投訴處置'),
  from: 'major',
  keptBy: ['resolved'],
  limit: clock('P2D', major),
  pausable: false,
};

/** From the moment it is graded grave (COMP-07, COMP-08). */
export const settleGrave: CommitmentRule = {
  kind: 'settle_grave',
  name: words('Settle the complaint that harms image or interests', '严重投诉处置', '嚴重投訴處置'),
  from: 'grave',
  keptBy: ['resolved'],
  limit: clock('PT24H', grave),
  pausable: false,
};
