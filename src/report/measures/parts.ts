import { z } from 'zod';
import { momentOut, wordsOut } from '../../platform/http/shapes.ts';
import type { DueByPart } from '../../charge/due-by-part.ts';
import { dueByPart } from '../../charge/due-by-part.ts';
import type { Id } from '../../kernel/id.ts';
import { CURRENCIES } from '../../kernel/money.ts';
import { departments } from '../../organisation/house.ts';
import { FUNCTIONS } from '../../pack/functions.ts';
import type { Context } from '../../platform/context.ts';
import { zoneOf } from '../days.ts';
import { onlyOf, recordsAddress } from './addresses.ts';
import type { Tallies } from './count.ts';
import { countBy, countWhole, empty } from './count.ts';
import type { Measure } from './measure.ts';
import { namesFor } from './names.ts';
import { described, spanOf } from './read.ts';
import { measureOf } from './registry.ts';
import type { Only } from './shapes.ts';
import { measureOut, overviewQuery, tallyOut } from './shapes.ts';
import type { Span } from './spans.ts';
import { spanBefore } from './spans.ts';

/** What the overview says of every part of the business: its work, its promises, and what customers thought of it. */
const SHOWN = ['opened', 'open', 'late', 'first_answer', 'satisfaction'] as const;

export const partsQuery = overviewQuery.extend({
  by: z.enum(['department', 'function']).default('department').describe('What the parts of the business are'),
});

const cell = tallyOut.extend({
  measure: z.string().describe('Key of the figure'),
  records: z.string().describe('Address of the records it counts, this API'),
});
const cells = z.array(cell).describe('One for each of `measures`, in their order');

const moneyOut = z.object({
  currency: z.enum(CURRENCIES).describe('In which all amounts are, ISO 4217'),
  whole: z.number().describe('What customers owe now, due or not yet, in the smallest unit of the currency'),
  rows: z
    .array(
      z.object({
        due: z.number().describe('Of that for the work of this part, in the smallest unit of the currency'),
        records: z.string().nullable().describe('Address of the charges it sums, this API; null: of no department'),
      }),
    )
    .describe('One for each of `rows`, in their order'),
});

export const partsOut = z.object({
  compared: z
    .object({ from: momentOut, until: momentOut })
    .nullable()
    .describe('The period it is compared with; null: none was asked for'),
  measures: z.array(measureOut).describe('The columns'),
  whole: cells,
  rows: z
    .array(
      z.object({
        key: z.string().nullable().describe('Id of a department, or a function; null: of what has none'),
        name: wordsOut.nullable().describe('What it is called; null: of what has none'),
        cells,
      }),
    )
    .describe('Every department in sight, the most loaded first, or the seven functions'),
  money: moneyOut
    .nullable()
    .describe(
      'Null: the house charges nothing, whoever asks may not see it, or the overview is narrowed or by function',
    ),
});

type Parts = z.input<typeof partsOut>;
type Cell = Parts['whole'][number];
type By = z.output<typeof partsQuery>['by'];

type Column = { measure: Measure; now: Tallies; past: Tallies | null; whole: Cell };
type Asking = { span: Span; only: Only; compared: Span | null; by: By };

/** The figures of every part of the business in one overview of the centre, each leading to its records (STAT-02). */
export async function readParts(context: Context, query: z.output<typeof partsQuery>): Promise<Parts> {
  const { by } = query;
  const span = spanOf(query);
  const compared = query.compare ? spanBefore(span, await zoneOf(context), query.compare) : null;
  const asking: Asking = { span, only: onlyOf(query), compared, by };
  const columns: Column[] = [];
  for (const key of SHOWN) columns.push(await columnOf(context, measureOf(key)!, asking));
  const owed = by === 'department' && asksOfAll(asking.only) ? await dueByPart(context) : null;
  const keys = await keysOf(context, by, columns, owed);
  const nameOf = await namesFor(context, by, []);
  return {
    compared,
    measures: columns.map(({ measure }) => described(measure)),
    whole: columns.map(({ whole }) => whole),
    rows: keys.map((key) => ({
      key,
      name: key === null ? null : nameOf(key),
      cells: columns.map((column) => cellOf(column, key, asking)),
    })),
    money: owed && moneyOf(owed, keys),
  };
}

/** Charges are known by department alone: of one person, kind or place nothing is made up. */
function asksOfAll(only: Only): boolean {
  return Object.values(only).every((one) => one === undefined);
}

function moneyOf({ currency, parts }: DueByPart, keys: readonly (string | null)[]): Parts['money'] {
  return {
    currency,
    whole: [...parts.values()].reduce((sum, due) => sum + due, 0),
    rows: keys.map((key) => ({
      due: parts.get(key as Id<'department'> | null) ?? 0,
      records: key === null ? null : `/api/charges?${new URLSearchParams({ state: 'owed', department: key })}`,
    })),
  };
}

async function columnOf(context: Context, measure: Measure, { span, only, compared, by }: Asking): Promise<Column> {
  const asked = { measure, span, only };
  const past = compared ? { ...asked, span: compared } : null;
  return {
    measure,
    now: await countBy(context, asked, by),
    past: past ? await countBy(context, past, by) : null,
    whole: {
      ...(await countWhole(context, asked)),
      before: past ? await countWhole(context, past) : null,
      measure: measure.key,
      records: recordsAddress(measure.key, span, only),
    },
  };
}

function cellOf({ measure, now, past }: Column, key: string | null, { span, only, by }: Asking): Cell {
  return {
    ...(now.get(key) ?? empty(measure)),
    before: past ? (past.get(key) ?? empty(measure)) : null,
    measure: measure.key,
    records: recordsAddress(measure.key, span, only, { by, key }),
  };
}

/** A department of the centres in sight is there though it has nothing; what belongs to none comes last. */
async function keysOf(
  context: Context,
  by: By,
  columns: readonly Column[],
  owed: DueByPart | null,
): Promise<(string | null)[]> {
  const centres = new Set<string>(context.actor.posts.map((post) => post.centreId));
  const there =
    by === 'function'
      ? FUNCTIONS
      : [...(await departments(context)).values()]
          .filter((one) => one.closed_at === null && centres.has(one.centre_id))
          .map(({ id }) => id);
  const counted = columns.flatMap(({ now }) => [...now.keys()]);
  const keys = [...new Set<string | null>([...there, ...counted, ...(owed?.parts.keys() ?? [])])];
  if (by === 'function') return keys;
  const load = (key: string | null): number => (key === null ? -1 : (columns[1]?.now.get(key)?.n ?? 0));
  return keys.toSorted((one, other) => load(other) - load(one));
}
