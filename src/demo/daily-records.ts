import { beginCurrentRecords } from '../daily-record/commands/begin-records.ts';
import { acknowledge, handOver } from '../daily-record/commands/hand-over.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

const DAYS = 5;

/** The daily records of the last days: handed over each morning, and most departments say that they have theirs. */
export function keepDailyRecords(stage: Stage, now: Instant): void {
  const begun = plus(now, -DAYS * DAY);
  stage.plan(begun, async () => void (await attempt(stage, 'manager', beginCurrentRecords)));
  for (let hours = 2; hours < DAYS * 24; hours += 6) stage.plan(plus(begun, hours * HOUR), () => handOverEnded(stage));
}

async function handOverEnded(stage: Stage): Promise<void> {
  const ended = await stage.read((tx) =>
    tx
      .selectFrom('daily_record')
      .select('id')
      .where('handed_at', 'is', null)
      .where('until_at', '<=', stage.clock.now())
      .orderBy('until_at')
      .execute(),
  );
  for (const { id } of ended) {
    await attempt(stage, 'supervisor', (context) => handOver(context, id, { remark: '请各部门当日处理并回复。' }));
    const departmentId = stage.departments.get('engineering')!;
    if (await holdsFor(stage, id, departmentId))
      await attempt(stage, 'maintenance', (context) => acknowledge(context, id, { departmentId }));
  }
}

async function holdsFor(stage: Stage, id: Id<'daily_record'>, department: Id<'department'>): Promise<boolean> {
  const part = await stage.read((tx) =>
    tx
      .selectFrom('daily_handover')
      .select('record_id')
      .where('record_id', '=', id)
      .where('department_id', '=', department)
      .executeTakeFirst(),
  );
  return part !== undefined;
}
