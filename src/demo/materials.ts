import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { decidePlan } from '../material/commands/decide-plan.ts';
import { decideRequest } from '../material/commands/decide-request.ts';
import { drawUpPlan } from '../material/commands/draw-up-plan.ts';
import { issueMaterial, receiveMaterial } from '../material/commands/enter.ts';
import { addMaterial } from '../material/commands/keep-material.ts';
import { requestMaterial } from '../material/commands/request-material.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import { takeOver } from '../work-plan/commands/take-over.ts';
import { takeOverInput } from '../work-plan/inputs.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

/** By name: what is counted, under which line it is bought, at what price in yuan, and how many are kept at least. */
const MATERIALS: Record<string, [string, string, number, number]> = {
  A4打印纸: ['箱', 'office', 135, 2],
  登记表册: ['本', 'office', 8, 20],
  一次性水杯: ['条', 'office', 12, 5],
  LED灯管: ['支', 'materials', 18, 20],
  生料带: ['卷', 'materials', 2, 30],
};

/** Who draws up a department’s plan, and of each material: how many, and how many came in at what cost in yuan. */
const PLANS: Record<string, { by: string; lines: Record<string, [number, number, number]> }> = {
  customer_service: {
    by: 'supervisor',
    lines: { A4打印纸: [6, 4, 528], 登记表册: [40, 40, 320], 一次性水杯: [10, 0, 0] },
  },
  engineering: { by: 'maintenance', lines: { LED灯管: [60, 40, 700], 生料带: [80, 80, 152] } },
};

const yuan = (amount: number): number => amount * 100;

/** The material of the month that runs: planned, approved, partly come in, asked for and issued; one request still waits. */
export function keepMaterials(stage: Stage, now: Instant): void {
  const ids = new Map<string, Id<'material'>>();
  stage.plan(plus(now, -4 * DAY), () => planAll(stage, ids, now));
  stage.plan(plus(now, -2 * DAY - HOUR), () => receiveAll(stage, ids));
  stage.plan(plus(now, -DAY - 3 * HOUR), () => handOut(stage, ids));
  stage.plan(plus(now, -2 * HOUR), async () => {
    await ask(stage, ids, { who: 'desk2', name: '一次性水杯', quantity: 12, whatFor: '周末业主活动' });
  });
}

function today(stage: Stage): Promise<string> {
  return stage.as('manager', async (context) => todayIn(context, await centreOf(context)));
}

async function planAll(stage: Stage, ids: Map<string, Id<'material'>>, now: Instant): Promise<void> {
  for (const [name, [unit, costKind, price, keepAtLeast]] of Object.entries(MATERIALS)) {
    const row = { name, unit, costKind, price: yuan(price), keepAtLeast };
    ids.set(name, await stage.as('supervisor', (context) => addMaterial(context, row)));
  }
  const month = plus(now, 8 * HOUR).slice(0, 7);
  for (const [key, { by, lines }] of Object.entries(PLANS)) {
    const departmentId = stage.departments.get(key)!;
    const personId = stage.people.get(by === 'supervisor' ? 'desk2' : 'maintenance')!;
    const planned = Object.entries(lines).map(([name, [quantity]]) => {
      const price = yuan(MATERIALS[name]![2]);
      return { materialId: ids.get(name)!, quantity, price, neededBy: `${month}-28`, personId };
    });
    await attempt(stage, by, (context) =>
      drawUpPlan(context, { departmentId, month, lines: planned, why: '按上季度用量', seen: 0 }),
    );
  }
  const waiting = await stage.read((tx) => tx.selectFrom('material_plan').select('id').execute());
  for (const { id } of waiting)
    await attempt(stage, 'manager', (context) =>
      decidePlan(context, id, { version: 1, decision: 'approved', because: '' }),
    );
  await planWork(stage);
}

/** What engineering plans to do itself, with how much of it. */
async function planWork(stage: Stage): Promise<void> {
  const at = (days: number): Instant => plus(stage.clock.now(), days * DAY);
  const item = (title: string, who: string, days: number, quantity: number, unit: string) => ({
    title,
    personId: stage.people.get(who)!,
    dueAt: at(days),
    quantity,
    unit,
  });
  const items = [item('更换地下车库灯管', 'maintenance', 3, 24, '支'), item('疏通雨水沟', 'maintenance', 5, 120, '米')];
  const departmentId = stage.departments.get('engineering');
  const plan = { sort: 'department', title: '公共区域冬前检修', departmentId, dueAt: at(8), items };
  await attempt(stage, 'maintenance', (context) => takeOver(context, takeOverInput.parse(plan)));
}

async function receiveAll(stage: Stage, ids: ReadonlyMap<string, Id<'material'>>): Promise<void> {
  const onDay = await today(stage);
  for (const [key, { by, lines }] of Object.entries(PLANS)) {
    const departmentId = stage.departments.get(key)!;
    for (const [name, [, quantity, cost]] of Object.entries(lines)) {
      if (quantity === 0) continue;
      const came = {
        departmentId,
        materialId: ids.get(name)!,
        quantity,
        onDay,
        supplier: '晨光文具五金',
        cost: yuan(cost),
      };
      await attempt(stage, by, (context) => receiveMaterial(context, came));
    }
  }
}

async function handOut(stage: Stage, ids: ReadonlyMap<string, Id<'material'>>): Promise<void> {
  const onDay = await today(stage);
  for (const [name, quantity, whatFor] of [
    ['A4打印纸', 2, '前台登记及打印'],
    ['登记表册', 25, '来访登记'],
  ] as const) {
    const id = await ask(stage, ids, { who: 'desk', name, quantity, whatFor });
    if (!id) continue;
    await attempt(stage, 'service', (context) => decideRequest(context, id, { decision: 'approved', because: '' }));
    const personId = stage.people.get('desk')!;
    await attempt(stage, 'supervisor', (context) =>
      issueMaterial(context, { requestId: id, quantity, onDay, personId }),
    );
  }
}

type Asked = { who: string; name: string; quantity: number; whatFor: string };

/** The request, or null where it was refused. */
async function ask(
  stage: Stage,
  ids: ReadonlyMap<string, Id<'material'>>,
  { who, name, quantity, whatFor }: Asked,
): Promise<Id<'material_request'> | null> {
  const id = newId<'material_request'>(stage.clock.now());
  const departmentId = stage.departments.get('customer_service')!;
  const isAsked = await attempt(stage, who, async (context) => {
    const neededBy = await todayIn(context, await centreOf(context));
    return requestMaterial(context, { id, departmentId, materialId: ids.get(name)!, quantity, neededBy, whatFor });
  });
  return isAsked ? id : null;
}
