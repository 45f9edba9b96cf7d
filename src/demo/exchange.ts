import { makeFeed } from '../calendar-feed/commands/change-feeds.ts';
import { beginTakingOut, endTakingOut } from '../exchange/commands/take-out.ts';
import { importFile } from '../exchange/commands/import-file.ts';
import { listIn } from '../exchange/in/lists-in.ts';
import { listByKey } from '../exchange/lists.ts';
import { newId } from '../kernel/id.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { Stage } from './stage.ts';

const TAKEN = [
  { of: 'manager', list: 'tickets', format: 'xlsx', query: { kind: 'complaint' }, rows: 24, day: 2 },
  { of: 'supervisor', list: 'return-visits-record', format: 'csv', query: {}, rows: 41, day: 4 },
] as const;

const RESIDENTS = '姓名,电话\n唐小雨,13700001234\n孟凡,13700005678\n';

/** Lists are taken out now and then, a calendar is read by a telephone, and one file waits to be looked at. */
export function exchangeLists(stage: Stage): void {
  const after = (days: number) => plus(stage.clock.now(), days * DAY + 3 * HOUR);
  for (const { of, list, format, query, rows, day } of TAKEN)
    stage.plan(after(day), async () => {
      await stage.as(of, async (context: Context) => {
        const id = newId<'list_taken_out'>(context.now);
        await beginTakingOut(context, listByKey(list)!, { id, format, query });
        await endTakingOut(context, id, { rows, state: 'done' });
      });
    });
  stage.plan(after(3), async () => {
    await stage.as('supervisor', (context) => makeFeed(context, null));
  });
  stage.plan(after(5), () =>
    stage.as('desk', (context) =>
      importFile(context, listIn('customers'), {
        id: newId(context.now),
        name: '八月新住户.csv',
        bytes: Buffer.from(RESIDENTS),
      }),
    ),
  );
}
