import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Owing } from '../commitment/queries.ts';
import type { Id } from '../kernel/id.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { stateOf as noticeState } from '../rectification/rectification.ts';
import type { CheckRow } from './list.ts';
import { lookingAt } from './looking.ts';
import type { Register } from './plan.ts';
import type { Drawn } from './registers.ts';
import { READS } from './registers.ts';
import { whyNotLook } from './spot-check.ts';
import type { SpotCheckItemTable } from './table.ts';
import type { spotCheckPageOut } from './view.ts';

type Item = z.input<typeof spotCheckPageOut>['items'][number];

/** The records drawn, each with what was found in it and why whoever reads may not look at it himself. */
export async function itemsOf(context: Context, row: CheckRow, owed: Owing): Promise<Item[]> {
  const items = await context.tx
    .selectFrom('spot_check_item')
    .selectAll()
    .where('spot_check_id', '=', row.id)
    .orderBy('no')
    .execute();
  const reads = READS[row.definition.draws];
  const drawn = await reads.lines(items.map((item) => item.subject_id)).execute(context.tx);
  const records = new Map(drawn.rows.map((one) => [one.id, one]));
  const results = await resultsOf(context, row.id);
  const names = await personNames(context);
  const recordOut = await recordsOut(context, row.definition.draws, names);
  const looking = await lookingAt(context, owed, drawn.rows);
  return items.map((item) => {
    const record = records.get(item.subject_id);
    const look = looking(record);
    return {
      ...itemOf(item, { results, names }),
      record: record ? recordOut(record, look.sees) : null,
      can: { check: whyNotLook(row, owed, context.actor, look) },
    };
  });
}

type Result = Item['results'][number];

function itemOf(
  item: Selectable<SpotCheckItemTable>,
  known: { results: ReadonlyMap<string, Result[]>; names: ReadonlyMap<string, string> },
): Omit<Item, 'record' | 'can'> {
  return {
    id: item.id,
    no: item.no,
    lookedBy: named(known.names, item.looked_by_id),
    lookedAt: item.looked_at,
    remark: item.remark,
    results: known.results.get(item.id) ?? [],
  };
}

/** As the sheet shows them; what was said in a matter stands there only for who may see the matter. */
async function recordsOut(
  context: Context,
  register: Register,
  names: ReadonlyMap<string, string>,
): Promise<(drawn: Drawn, seen: boolean) => Item['record']> {
  const all = await departments(context);
  return (drawn, seen) => ({
    type: READS[register].subject,
    id: drawn.id,
    ticketId: drawn.ticket_id,
    number: drawn.number,
    seen,
    title: seen ? drawn.title : '',
    department: departmentNamed(all, drawn.department_id),
    person: named(names, drawn.person_id),
    at: drawn.at,
    words: seen ? drawn.words : null,
    satisfaction: seen ? drawn.satisfaction : null,
  });
}

async function resultsOf(context: Context, id: Id<'spot_check'>): Promise<Map<string, Result[]>> {
  const rows = await context.tx
    .selectFrom('spot_check_result as r')
    .innerJoin('spot_check_item as i', 'i.id', 'r.item_id')
    .leftJoin('rectification as n', 'n.id', 'r.rectification_id')
    .select(['r.item_id', 'r.criterion', 'r.passed', 'r.finding', 'r.way', 'r.rectification_id', 'n.number'])
    .select(['n.verdict', 'n.received_at', 'n.replied_at', 'n.withdrawn_at'])
    .where('i.spot_check_id', '=', id)
    .orderBy('i.no')
    .execute();
  const results = new Map<string, Result[]>();
  for (const row of rows) {
    const { criterion, passed, finding, way, rectification_id: notice } = row;
    const one = {
      criterion,
      passed,
      finding,
      way,
      notice: notice === null ? null : { id: notice, number: row.number!, state: noticeState(row) },
    };
    results.set(row.item_id, [...(results.get(row.item_id) ?? []), one]);
  }
  return results;
}
