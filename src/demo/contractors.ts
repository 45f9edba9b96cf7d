import { beginCurrentChecks } from '../contractor/commands/begin-checks.ts';
import { followUp } from '../contractor/commands/follow-up.ts';
import { recordCheck } from '../contractor/commands/record-check.ts';
import { keepContractor } from '../contractor/commands/write-contractor.ts';
import { checkInput, contractorInput, followUpInput } from '../contractor/inputs.ts';
import { giveOrder } from '../dispatch/commands/give-order.ts';
import { reportOrder } from '../dispatch/commands/report-order.ts';
import { orderInput } from '../dispatch/inputs.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, MINUTE, plus } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { attempt } from './case.ts';
import { localHour } from './local-hour.ts';
import type { Stage } from './stage.ts';

/** Two firms looked after, one of them found wanting; and a pipe that burst one morning. */
export function keepContractors(stage: Stage, now: Instant): void {
  const morning = plus(now, -3 * DAY + (10 - localHour(now)) * HOUR);
  stage.plan(morning, () => keepFirms(stage));
  stage.plan(plus(morning, DAY), () => lookAgain(stage));
  stage.plan(plus(morning, DAY + HOUR), () => send(stage));
}

const firm = (stage: Stage, name: string, services: string[], contact: string) =>
  contractorInput.parse({
    name,
    services,
    contact,
    phone: '0755-26001234',
    agreement: 'HT-2026-011',
    agreedUntil: '2027-12-31',
    personId: stage.people.get('service')!,
  });

async function keepFirms(stage: Stage): Promise<void> {
  const now = stage.clock.now();
  await attempt(stage, 'manager', async (context) => {
    const cleaners = await keepContractor(context, firm(stage, '洁净保洁公司', ['cleaning'], '田经理'));
    const gardeners = await keepContractor(context, firm(stage, '绿野园艺', ['greening', 'plant_rental'], '鲁师傅'));
    await beginCurrentChecks(context);
    const fault = (key: string, notConform: string, improvement: string, days: number) => ({
      key,
      verdict: 'fail',
      notConform,
      improvement,
      dueAt: plus(now, days * DAY),
    });
    await check(context, cleaners, 'cleaning', [
      fault('public_areas', '3 栋电梯厅地面积灰', '电梯厅每日清洁两次', 2),
      { key: 'waste', verdict: 'pass' },
      fault('staffing', '地下车库少一人', '按约定配足人员', 6),
    ]);
    const fine = ['trimming', 'pests', 'replanting'].map((key) => ({ key, verdict: 'pass' }));
    await check(context, gardeners, 'greening', fine);
  });
}

async function check(context: Context, id: Id<'contractor'>, service: string, points: object[]): Promise<void> {
  await recordCheck(context, id, checkInput.parse({ service, points }));
}

async function lookAgain(stage: Stage): Promise<void> {
  await attempt(stage, 'service', async (context) => {
    const { id } = await context.tx
      .selectFrom('contractor_fault')
      .select('id')
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirstOrThrow();
    await followUp(context, id, followUpInput.parse({ verdict: 'mended', result: '地面干净，已排每日两次' }));
  });
}

async function send(stage: Stage): Promise<void> {
  const now = stage.clock.now();
  let id: Id<'dispatch_order'> | undefined;
  await attempt(stage, 'supervisor', async (context) => {
    const toId = stage.people.get('plumber')!;
    const order = { toId, what: '2 栋水泵房爆管，先关总阀再排水', spot: '2 栋水泵房', why: '离现场最近' };
    id = await giveOrder(context, orderInput.parse({ ...order, dueAt: plus(now, HOUR) }));
  });
  const report = (after: number, act: 'taken' | 'done', said: string) =>
    stage.plan(plus(now, after), async () => {
      if (id) await attempt(stage, 'plumber', (context) => reportOrder(context, id!, { act, said }));
    });
  report(3 * MINUTE, 'taken', '');
  report(35 * MINUTE, 'done', '总阀已关，积水排净，更换接头后恢复供水');
}
