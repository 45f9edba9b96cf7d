import type { Id } from '../kernel/id.ts';
import { DAY, plus } from '../kernel/time.ts';
import { planProposal, realiseProposal } from '../proposal/commands/carry-out.ts';
import { answerForDepartment, passOn } from '../proposal/commands/pass-on.ts';
import { answerCustomer } from '../ticket/commands/add-note.ts';
import { approve } from '../ticket/commands/approve.ts';
import { changeTicket } from '../ticket/commands/change-ticket.ts';
import type { Case } from './case.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

const DEPARTMENT = 'engineering';
const HEAD = 'maintenance';

/** A suggestion on its way through department and review, until only the manager's evaluation is missing. */
export async function considerSuggestion(stage: Stage, one: Case): Promise<void> {
  const { ticketId, desk } = one;
  const departmentId = stage.departments.get(DEPARTMENT)!;
  await attempt(stage, desk, (context) => passOn(context, ticketId, { departmentId, words: '现场条件是否允许？' }));
  await attempt(stage, HEAD, (context) =>
    answerForDepartment(context, ticketId, { became: 'adopted', answer: '纳入本季度改造计划' }),
  );
  await attempt(stage, 'supervisor', (context) =>
    approve(context, ticketId, { approval: 'review', verdict: 'approved', words: '' }),
  );
  await attempt(stage, desk, (context) =>
    changeTicket(context, ticketId, { fields: { benefit: '减少飞线充电的安全隐患', cost: '约三万元' } }),
  );
}

/** Evaluated, planned and carried out. */
export async function realiseSuggestion(stage: Stage, { ticketId, desk }: Case): Promise<void> {
  await attempt(stage, 'manager', (context) =>
    approve(context, ticketId, { approval: 'evaluation', verdict: 'approved', words: '' }),
  );
  await attempt(stage, desk, (context) =>
    answerCustomer(context, ticketId, { text: '您的建议已通过评估', channel: 'phone', sendsElsewhere: false }),
  );
  await carryOut(stage, ticketId, desk);
}

async function carryOut(stage: Stage, ticketId: Id<'ticket'>, desk: string): Promise<void> {
  const dueAt = plus(stage.clock.now(), 7 * DAY);
  const personId = stage.people.get('electrician')!;
  await attempt(stage, desk, (context) => planProposal(context, ticketId, { personId, dueAt, words: '安装并调试' }));
  await attempt(stage, 'electrician', (context) => realiseProposal(context, ticketId, { result: '已安装，运行正常' }));
}
