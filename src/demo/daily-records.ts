import { beginCurrentRecords } from '../daily-record/commands/begin-records.ts';
import { acknowledge, handOver } from '../daily-record/commands/hand-over.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { attempt } from './case.ts';
import { headOf } from './staff.ts';
import type { Stage } from './stage.ts';

const DAYS = 5;

/** The daily records of the last days: handed over each morning, and each department says that it has its part. */
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
    for (const { departmentId, key } of await handedTo(stage, id))
      await attempt(stage, headOf(key), (context) => acknowledge(context, id, { departmentId }));
  }
}

async function handedTo(stage: Stage, id: Id<'daily_record'>) {
  return stage.read((tx) =>
    tx
      .selectFrom('daily_handover')
      .innerJoin('department', 'department.id', 'daily_handover.department_id')
      .select(['department.id as departmentId', 'department.key'])
      .where('record_id', '=', id)
      .orderBy('department.key')
      .execute(),
  );
}
