import { changeDisturbance } from '../disturbance/commands/change-disturbance.ts';
import { recordDisturbance } from '../disturbance/commands/record-disturbance.ts';
import { recordInput } from '../disturbance/inputs.ts';
import { stateDuties } from '../duty-statement/commands/state-duties.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, MINUTE, plus } from '../kernel/time.ts';
import { completeRound } from '../round/commands/complete-round.ts';
import { installPlans } from '../round/commands/install-plans.ts';
import { reportLine } from '../round/commands/report-line.ts';
import type { PlanContent, PlanLine } from '../round/plan.ts';
import { handOver } from '../shift-note/commands/hand-over.ts';
import { tellCustomer } from '../ticket/commands/tell-customer.ts';
import { resolveTicket } from '../ticket/commands/resolve-ticket.ts';
import { resolveInput, tellInput } from '../ticket/inputs.ts';
import { giveItem } from '../work-plan/commands/give-items.ts';
import { takeOver } from '../work-plan/commands/take-over.ts';
import { takeOverInput } from '../work-plan/inputs.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

/** What belongs to a post that nobody holds here is walked by who distributes the work. */
const WALKED_BY: Record<string, string> = {
  front_desk_clerk: 'desk',
  customer_service_assistant: 'desk2',
  customer_service_specialist: 'supervisor',
  business_centre_clerk: 'supervisor',
  customer_service_supervisor: 'supervisor',
};

/** The order of the last two days: checklists walked, the day's work given, the shift handed over, a disturbance on record. */
export function keepTheDay(stage: Stage, now: Instant): void {
  const begun = plus(now, -2 * DAY);
  stage.plan(begun, async () => void (await attempt(stage, 'manager', installPlans)));
  for (let hours = 1; hours < 48; hours += 2) stage.plan(plus(begun, hours * HOUR), () => walkOpenRounds(stage));
  stage.plan(plus(begun, 20 * HOUR), () => refill(stage));
  stage.plan(plus(now, -6 * HOUR), () => disturb(stage));
  stage.plan(plus(now, -50 * MINUTE), () => distribute(stage));
  stage.plan(plus(now, -12 * MINUTE), () => endShift(stage));
}

async function walkOpenRounds(stage: Stage): Promise<void> {
  const open = await stage.read((tx) =>
    tx
      .selectFrom('round')
      .innerJoin('post', 'post.id', 'round.post_id')
      .innerJoin('round_plan_version', (join) =>
        join
          .onRef('round_plan_version.plan_id', '=', 'round.plan_id')
          .onRef('round_plan_version.version', '=', 'round.version'),
      )
      .select(['round.id', 'post.key', 'round_plan_version.content'])
      .where('round.done_at', 'is', null)
      .where('round.from_at', '<=', stage.clock.now())
      .where('round.due_at', '<=', plus(stage.clock.now(), 2 * HOUR))
      .orderBy('round.due_at')
      .execute(),
  );
  for (const { id, key, content } of open) await walk(stage, id, WALKED_BY[key] ?? 'desk', content as PlanContent);
}

async function walk(stage: Stage, id: Id<'round'>, who: string, { lines }: PlanContent): Promise<void> {
  await attempt(stage, who, async (context) => {
    for (const line of lines) await reportLine(context, id, { line: line.key, ...findingAt(line) });
    await completeRound(context, id, {});
  });
}

const HANDLED = { note: '游乐区护栏螺丝松动', way: 'handled' as const, measures: '当场紧固' };

/** The pens run out, and are missed again the day after; a screw is tightened on the spot. */
function findingAt(line: PlanLine) {
  const counted = line.record === 'letters' ? { count: 0 } : line.record === 'count' ? { count: 3 } : {};
  if (line.key === 'garden') return { result: 'fault' as const, photoIds: [], ...HANDLED };
  return line.key === 'pens'
    ? { result: 'fault' as const, note: '签字笔不足三支，请补充', photoIds: [], measures: '' }
    : { result: 'ok' as const, note: line.record === 'text' ? '无异常' : '', photoIds: [], measures: '', ...counted };
}

/** What was missing yesterday is filled up; today it is missing again, and waits. */
async function refill(stage: Stage): Promise<void> {
  const missing = await stage.read((tx) =>
    tx
      .selectFrom('ticket')
      .select(['id', 'owner_id'])
      .where('kind', '=', 'restocking')
      .where('resolved_at', 'is', null)
      .execute(),
  );
  for (const { id, owner_id: owner } of missing) {
    const who = [...stage.people].find(([, person]) => person === owner)![0];
    const filled = resolveInput.parse({ outcome: '已补充签字笔二十支', fields: { filled: 20 } });
    const told = tellInput.parse({ text: '签字笔已补齐', channel: 'other' });
    await attempt(stage, who, async (context) => {
      await resolveTicket(context, id, filled);
      await tellCustomer(context, id, told);
    });
  }
}

async function disturb(stage: Stage): Promise<void> {
  const input = recordInput.parse({
    sort: 'quarrel',
    spot: '前台大厅',
    peopleInvolved: '两户业主',
    happened: '因临时车位发生争吵，声音较大，影响其他业主办事',
    measures: '请至会议室分别沟通，安保到场维持秩序',
    toldIds: [stage.people.get('security')!],
  });
  await attempt(stage, 'desk', async (context) => {
    const id = await recordDisturbance(context, input);
    await changeDisturbance(context, id, { restoredAt: context.now });
  });
}

/** For the assistants to read and do; the manager's order waits to be read. */
async function distribute(stage: Stage): Promise<void> {
  const at = (hours: number): Instant => plus(stage.clock.now(), hours * HOUR);
  const post = await stage.read((tx) =>
    tx.selectFrom('post').select('id').where('key', '=', 'front_desk_clerk').executeTakeFirstOrThrow(),
  );
  const to = (name: string) => stage.people.get(name)!;
  await attempt(stage, 'supervisor', async (context) => {
    await giveItem(context, { title: '更新大堂公告栏', personId: to('desk2'), dueAt: at(4) });
    await giveItem(context, { title: '核对来访登记', personId: to('desk'), dueAt: at(6) });
  });
  const order = takeOverInput.parse({
    sort: 'order',
    title: '节前公共区域安全检查',
    text: '节前完成一次全面检查，结果报管理处',
    giverId: to('office'),
    dueAt: at(72),
    items: [{ title: '检查大堂与消防通道', personId: to('desk2'), dueAt: at(24) }],
  });
  const duties = { text: '接待来访，登记事项，跟进到底；离岗前交班。', why: '岗位说明更新', seen: 0 };
  await attempt(stage, 'manager', async (context) => {
    await takeOver(context, order);
    await stateDuties(context, post.id, duties);
  });
}

/** For the next at the desk to accept. */
async function endShift(stage: Stage): Promise<void> {
  await attempt(stage, 'desk', async (context) => {
    const post = context.actor.posts.find((one) => one.role === 'front_desk')!;
    await handOver(context, {
      postId: post.id,
      text: '卫生间渗水一户在等回电，请优先联系。',
      lastId: null,
      remarks: [],
    });
  });
}
