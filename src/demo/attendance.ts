import { askLeave, decideLeave } from '../attendance/commands/leave.ts';
import { clock } from '../attendance/commands/clock.ts';
import { planShift } from '../attendance/commands/plan-shifts.ts';
import { publishWeek } from '../attendance/commands/publish-week.ts';
import { spanOf } from '../attendance/facts.ts';
import { closeDiary } from '../diary/commands/close-diary.ts';
import { watchDiaries } from '../diary/commands/owe-diaries.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, MINUTE, plus } from '../kernel/time.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

const ZONE = 'Asia/Shanghai';
const PAST = 6;
const AHEAD = 4;

/** Who works when, every day of the demo's week. */
const SHIFTS = [
  ['desk', '08:30', '17:30', 'on_site'],
  ['desk2', '12:30', '21:00', 'online'],
  ['night', '21:00', '08:30', 'on_site'],
  ['plumber', '08:00', '17:00', 'on_site'],
] as const;

/** A rota of some days that everybody keeps, but for one who came late two days ago, and one who asks for leave. */
export function keepAttendance(stage: Stage, now: Instant): void {
  const begun = plus(now, -PAST * DAY);
  const days = Array.from({ length: PAST + AHEAD }, (_, no) => plus(begun, no * DAY + 8 * HOUR).slice(0, 10));
  stage.plan(begun, () => publishRota(stage, days));
  for (const [no, day] of days.entries())
    for (const [who, from, to] of SHIFTS) {
      const span = spanOf(ZONE, day, { from, to });
      const late = who === 'desk2' && no === PAST - 2 ? 18 : -7;
      stage.plan(plus(span.from, late * MINUTE), () => press(stage, who, 'in'));
      stage.plan(plus(span.until, 4 * MINUTE), () => press(stage, who, 'out'));
    }
  for (const [no, day] of days.slice(0, PAST).entries()) keepDiary(stage, day, no === PAST - 3);
  stage.plan(plus(now, -3 * DAY), () => goOnLeave(stage, now));
  stage.plan(plus(now, -5 * HOUR), () => wish(stage, now));
}

async function publishRota(stage: Stage, days: readonly string[]): Promise<void> {
  // a demo of few days begins later than its rota would
  const today = plus(stage.clock.now(), 8 * HOUR).slice(0, 10);
  for (const day of days.filter((one) => one >= today))
    for (const [who, from, to, presence] of SHIFTS)
      await attempt(stage, 'manager', (context) =>
        planShift(context, { id: newId(context.now), personId: stage.people.get(who)!, day, from, to, presence }),
      );
  for (const week of [days[0]!, days.at(-1)!])
    await attempt(stage, 'manager', (context) => publishWeek(context, { week }));
}

async function press(stage: Stage, who: string, sort: 'in' | 'out'): Promise<void> {
  await attempt(stage, who, (context) => clock(context, { sort }));
}

/** Owed in the morning and closed before going home, but for a day that is missing. */
function keepDiary(stage: Stage, day: string, isMissing: boolean): void {
  const { from, until } = spanOf(ZONE, day, { from: '00:10', to: '20:50' });
  stage.plan(from, async () => void (await attempt(stage, 'manager', watchDiaries)));
  if (isMissing) return;
  const words = { done: '整理业主档案，接待来访两批', next: '跟进未结的报修' };
  stage.plan(
    until,
    async () => void (await attempt(stage, 'desk2', (context) => closeDiary(context, { day, ...words }))),
  );
}

/** Asked some days ago and approved; it begins after tomorrow. */
async function goOnLeave(stage: Stage, now: Instant): Promise<void> {
  const id = newId<'leave_request'>(now);
  const [from, until] = [plus(now, 2 * DAY), plus(now, 3 * DAY)];
  await attempt(stage, 'plumber', (context) =>
    askLeave(context, { id, kind: 'personal', from, until, reason: '家中有事' }),
  );
  await attempt(stage, 'maintenance', (context) => decideLeave(context, id, { approved: true, remark: '' }));
}

/** Waits for an answer. */
async function wish(stage: Stage, now: Instant): Promise<void> {
  const [from, until] = [plus(now, 9 * DAY), plus(now, 11 * DAY)];
  await attempt(stage, 'desk', (context) =>
    askLeave(context, { id: newId(context.now), kind: 'annual', from, until, reason: '回乡探亲' }),
  );
}
