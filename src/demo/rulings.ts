import { DAY, HOUR } from '../kernel/time.ts';
import { giveRuling } from '../ticket/commands/ask-ruling.ts';
import { attempt } from './case.ts';
import { planRoutine } from './routine.ts';
import { headOf } from './staff.ts';
import type { Stage } from './stage.ts';

const DECISIONS = [
  '由部门负责人今日内亲自跟进，办结后向我汇报。',
  '先安抚住户并说明原因，增派人手，明日中午前完成。',
  '同意延后处理，由前台当面向住户说明并重新约定时间。',
];

const WEIGHED = {
  customerInterest: '住户等待已久，生活受影响。',
  firmInterest: '人手有限，须兼顾其他在途事项。',
};

const WHO: Record<string, string> = {
  centre_manager: 'manager',
  deputy_general_manager: 'deputy',
  company_leader: 'leader',
};

/** Every morning those who are asked for a ruling give it; now and then one waits for the next day. */
export function giveRulings(stage: Stage, days: number): void {
  planRoutine(stage, { after: HOUR, every: DAY, times: days }, decide);
}

async function decide(stage: Stage): Promise<void> {
  const open = await stage.read((tx) =>
    tx
      .selectFrom('ruling')
      .innerJoin('ticket', 'ticket.id', 'ruling.ticket_id')
      .leftJoin('department', 'department.id', 'ticket.department_id')
      .select(['ruling.id', 'ruling.ticket_id', 'ruling.asked_of', 'department.key'])
      .where('decided_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .orderBy('ticket.number')
      .orderBy('ruling.asked_at')
      .orderBy('ruling.asked_of')
      .execute(),
  );
  for (const { id, ticket_id: ticketId, asked_of: asked, key } of open) {
    if (stage.random.chance(0.15)) continue;
    const decision = stage.random.pick(DECISIONS);
    const who = WHO[asked] ?? headOf(key ?? undefined);
    await attempt(stage, who, (context) => giveRuling(context, ticketId, { rulingId: id, decision, ...WEIGHED }));
  }
}
