import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, MINUTE, plus } from '../kernel/time.ts';
import { issueNotice } from '../rectification/commands/issue-notice.ts';
import { askRuling } from '../ticket/commands/ask-ruling.ts';
import { offerTicket } from '../ticket/commands/offer-ticket.ts';
import { promiseReply } from '../ticket/commands/promise-reply.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import type { Case } from './case.ts';
import { attempt } from './case.ts';
import { begin } from './course.ts';
import { matterCalled } from './matters.ts';
import type { Stage } from './stage.ts';
import { considerSuggestion } from './suggestion.ts';

type Act = (stage: Stage, one: Case) => Promise<void>;

/** Whoever starts the demo, at whatever hour, finds one thing of each sort to do, and is warned by a clock within minutes. */
export function leaveSomething(stage: Stage, now: Instant): void {
  const come = (minutes: number, title: string, act: Act): void =>
    begin(stage, plus(now, -minutes * MINUTE), { matter: matterCalled(title), desk: 'desk', channel: 'phone' }, act);
  come(34, '办理临时停车', handOver);
  come(26, '楼上装修午休时间施工', ask);
  come(20, '建议增设非机动车充电桩', considerSuggestion);
  come(16, '卫生间天花板渗水', promise);
  come(2, '厨房水槽下方漏水', send);
  stage.plan(plus(now, -20 * MINUTE), () => inspect(stage));
}

/** For a colleague to accept. */
const handOver: Act = async (stage, { ticketId, desk }) => {
  const toId = stage.people.get('desk2')!;
  await attempt(stage, desk, (context) =>
    offerTicket(context, ticketId, { toId, way: 'over', reason: '我去现场带看，请帮忙办理' }),
  );
};

/** For the manager to rule on. */
const ask: Act = async (stage, { ticketId, desk }) => {
  await attempt(stage, desk, (context) =>
    askRuling(context, ticketId, {
      askedOf: 'centre_manager',
      question: '业主要求即日起暂停该户装修，能否先停工三天再协调？',
    }),
  );
};

/** The desk is warned at four fifths of it, four minutes after the curtain falls; of a leak at night, too. */
const promise: Act = async (stage, { ticketId, desk }) => {
  const dueAt = plus(stage.clock.now(), 25 * MINUTE);
  await attempt(stage, desk, (context) =>
    promiseReply(context, ticketId, { dueAt, words: '联系楼上住户后回电，告知何时上门查看' }),
  );
};

/** For the plumber to accept; nobody has told the customer anything yet. */
const send: Act = async (stage, { ticketId, desk, matter }) => {
  const now = stage.clock.now();
  await attempt(stage, desk, (context) =>
    issueWorkOrder(context, ticketId, {
      departmentId: stage.departments.get('engineering'),
      personId: stage.people.get('plumber'),
      task: matter.sends!.task,
      appointment: { fromAt: plus(now, HOUR), untilAt: plus(now, 2 * HOUR) },
    }),
  );
};

/** For the head of cleaning to sign. */
async function inspect(stage: Stage): Promise<void> {
  const now = stage.clock.now();
  await attempt(stage, 'supervisor', (context) =>
    issueNotice(context, {
      id: newId<'rectification'>(now),
      departmentId: stage.departments.get('cleaning_greening')!,
      findings: '2栋一层大堂地面有积水，未放置防滑提示牌',
    }),
  );
}
