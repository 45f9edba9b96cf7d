import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { beginPatrol } from '../round/commands/begin-patrol.ts';
import { completeRound } from '../round/commands/complete-round.ts';
import { reportLine } from '../round/commands/report-line.ts';
import type { ReportLine } from '../round/inputs.ts';
import { reportLineInput } from '../round/inputs.ts';
import type { PlanContent } from '../round/plan.ts';
import { listVacant } from '../vacancy/commands/list-vacant.ts';
import { listVacantInput } from '../vacancy/inputs.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

const WANTED = 4;
const NOTES = ['钥匙在前台钥匙柜', '室内留有旧衣柜一个', '', '已断水断电'];

type Said = Omit<Partial<ReportLine>, 'line'>;

/** Four flats stand empty, two are inspected, one with a leak; somebody went along the street and suggests a lamp. */
export function keepPatrols(stage: Stage, now: Instant): void {
  const begun = plus(now, -2 * DAY);
  stage.plan(plus(begun, 2 * HOUR), () => listEmptyFlats(stage));
  stage.plan(plus(begun, 21 * HOUR), () => inspect(stage));
  stage.plan(plus(now, -7 * HOUR), () => goAlongTheStreet(stage));
}

/** Whichever have nobody on file as living there. */
async function listEmptyFlats(stage: Stage): Promise<void> {
  let listed = 0;
  for (const flat of stage.estate.flats.toReversed()) {
    const since = plus(stage.clock.now(), -(20 + listed * 9) * DAY).slice(0, 10);
    const reason = listed === 0 ? 'not_sold' : 'moved_out';
    const input = listVacantInput.parse({ placeId: flat.id, since, reason, note: NOTES[listed] });
    if (await attempt(stage, 'supervisor', (context) => listVacant(context, input))) listed += 1;
    if (listed === WANTED) return;
  }
}

async function inspect(stage: Stage): Promise<void> {
  const open = await stage.read((tx) =>
    tx
      .selectFrom('round')
      .innerJoin('vacancy', 'vacancy.place_id', 'round.place_id')
      .select('round.id')
      .where('round.done_at', 'is', null)
      .where('round.dropped_at', 'is', null)
      .where('round.from_at', '<=', stage.clock.now())
      .orderBy('vacancy.since')
      .orderBy('round.due_at')
      .execute(),
  );
  const [first, second] = open;
  if (first) await walk(stage, 'desk2', first.id, {});
  if (second) await walk(stage, 'desk2', second.id, { water: { result: 'fault', note: '卫生间角阀渗水' } });
}

async function goAlongTheStreet(stage: Stage): Promise<void> {
  const plan = await stage.read((tx) =>
    tx.selectFrom('round_plan').select('id').where('key', '=', 'street_patrol').executeTakeFirst(),
  );
  if (!plan) return;
  const id = newId<'round'>(stage.clock.now());
  const began = await attempt(stage, 'desk2', (context) => beginPatrol(context, { id, planId: plan.id }));
  const lamp: Said = {
    result: 'fault',
    note: '东侧步行道路灯间距过大，夜间偏暗',
    way: 'suggested',
    measures: '增设两盏庭院灯',
  };
  if (began) await walk(stage, 'desk2', id, { public_facilities: lamp });
}

async function walk(stage: Stage, who: string, id: Id<'round'>, said: Record<string, Said>): Promise<void> {
  const { content } = await stage.read((tx) =>
    tx
      .selectFrom('round')
      .innerJoin('round_plan_version as v', (join) =>
        join.onRef('v.plan_id', '=', 'round.plan_id').onRef('v.version', '=', 'round.version'),
      )
      .select('v.content')
      .where('round.id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  await attempt(stage, who, async (context) => {
    for (const line of (content as PlanContent).lines)
      await reportLine(context, id, reportLineInput.parse({ line: line.key, result: 'ok', ...said[line.key] }));
    await completeRound(context, id, {});
  });
}
