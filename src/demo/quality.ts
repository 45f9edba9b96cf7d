import { feedBack } from '../feedback/commands/give-feedback.ts';
import { acknowledgeImprovement } from '../improvement/commands/carry-out.ts';
import { openImprovement } from '../improvement/commands/open-improvement.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { checkItem } from '../spot-check/commands/check-item.ts';
import { completeSpotCheck } from '../spot-check/commands/complete-spot-check.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

/**
 * The manager's checks, an action under way, and a complaint fed back. Without chance of its own, so that the rest of the
 * history stays as it is; which records are drawn differs each time, and nothing is told of them by number.
 */
export function keepQuality(stage: Stage, now: Instant, days: number): void {
  for (let day = 2; day < days; day += 1) stage.plan(plus(now, -day * DAY), () => workThrough(stage));
  stage.plan(plus(now, -5 * DAY), () => act(stage));
  stage.plan(plus(now, -1 * DAY), () => tellDepartment(stage));
}

const CONCLUSION = '抽查记录完整，个别单据漏填已当场补齐；回访情况与客户所述一致。';

/** A few records a day; one in five has something to be put right on the spot. */
async function workThrough(stage: Stage): Promise<void> {
  const drawn = await stage.read((tx) =>
    tx
      .selectFrom('spot_check as s')
      .innerJoin('spot_check_plan as p', (join) =>
        join.onRef('p.key', '=', 's.plan_key').onRef('p.version', '=', 's.plan_version'),
      )
      .select(['s.id', 'p.definition'])
      .where('s.drawn_at', 'is not', null)
      .where('s.completed_at', 'is', null)
      .orderBy('s.from_at')
      .orderBy('s.plan_key')
      .execute(),
  );
  for (const { id, definition } of drawn) {
    const lines = (definition as { criteria: { key: string }[] }).criteria.map(({ key }) => key);
    const open = await itemsOf(stage, id);
    for (const item of open.slice(0, 4)) await look(stage, item, lines);
    if (open.length <= 4)
      await attempt(stage, 'manager', (context) => completeSpotCheck(context, id, { conclusion: CONCLUSION }));
  }
}

type Item = { id: Id<'spot_check_item'>; no: number };

function itemsOf(stage: Stage, id: Id<'spot_check'>): Promise<Item[]> {
  return stage.read((tx) =>
    tx
      .selectFrom('spot_check_item')
      .select(['id', 'no'])
      .where('spot_check_id', '=', id)
      .where('looked_at', 'is', null)
      .orderBy('no')
      .execute(),
  );
}

async function look(stage: Stage, { id, no }: Item, lines: readonly string[]): Promise<void> {
  const results = lines.map((criterion) =>
    no % 5 === 3 && criterion === 'complete'
      ? { criterion, passed: false, finding: '联系电话漏填', way: 'corrected_on_the_spot' as const }
      : { criterion, passed: true, finding: '' },
  );
  await attempt(stage, 'manager', (context) => checkItem(context, id, { results, remark: '' }));
}

/** What comes up again and again gets an action, with people and days. */
async function act(stage: Stage): Promise<void> {
  const { clock, people, departments } = stage;
  const on = (days: number) => plus(clock.now(), days * DAY);
  const complaints = await lastComplaints(stage, 3);
  const person = (username: string) => people.get(username)!;
  let id: Id<'improvement'> | undefined;
  await attempt(stage, 'manager', async (context) => {
    id = await openImprovement(context, {
      sort: 'both',
      departmentId: departments.get('engineering')!,
      title: '维修后同一问题短期内再次报修',
      causeSort: 'method',
      cause: '完工未按清单复核，配件更换标准不统一',
      measures: [
        { text: '完工前按清单逐项复核并拍照', personId: person('maintenance'), dueAt: on(8) },
        { text: '统一常用配件的更换标准并张贴', personId: person('plumber'), dueAt: on(12) },
      ],
      checkById: person('manager'),
      checkAt: on(40),
      sources: complaints.map((ticket) => ({ type: 'ticket' as const, id: ticket })),
    });
  });
  if (id === undefined) return;
  const opened = id;
  stage.plan(plus(clock.now(), 20 * HOUR), async () => {
    await attempt(stage, 'maintenance', (context) => acknowledgeImprovement(context, opened));
  });
}

async function tellDepartment(stage: Stage): Promise<void> {
  const ticketIds = await lastComplaints(stage, 1);
  if (ticketIds.length === 0) return;
  const departmentId = stage.departments.get('cleaning_greening')!;
  const text = '住户反映楼道清洁不及时，希望固定清洁时间并张贴公示。';
  await attempt(stage, 'supervisor', (context) => feedBack(context, { departmentId, text, ticketIds }));
}

async function lastComplaints(stage: Stage, most: number): Promise<Id<'ticket'>[]> {
  const rows = await stage.read((tx) =>
    tx
      .selectFrom('ticket')
      .select('id')
      .where('kind', '=', 'complaint')
      .orderBy('number', 'desc')
      .limit(most)
      .execute(),
  );
  return rows.map((row) => row.id);
}
