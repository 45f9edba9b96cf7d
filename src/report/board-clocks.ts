import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { clocksByIds } from '../commitment/queries.ts';
import { clocksOut, clockViewOut } from '../commitment/shapes.ts';
import type { Context } from '../platform/context.ts';
import { id } from '../platform/http/shapes.ts';
import { countedBy } from './board.ts';
import { ticketNameOut } from '../ticket/shapes.ts';

const which = z.enum(['due', 'late', 'today']);

export const boardClocksQuery = z.strictObject({
  which: which.describe(
    'due: within the hour; late: run out and still owed; today: settled today, those not kept first',
  ),
  department: id('department').optional().describe('Only what this department owes'),
});

export const boardClocksOut = z.object({
  items: z
    .array(
      z.object({
        clock: clockViewOut,
        ticket: ticketNameOut
          .extend({ place: z.string().nullable().describe('How people say where it is: 3-1202; null: nowhere') })
          .describe('What it is owed on'),
      }),
    )
    .describe('The worst first: the longest late, the soonest due, the broken before the kept; 500 at most'),
  more: z.boolean().describe('There are more than the first 500'),
});

const MOST = 500;

type Row = { clock: Id<'commitment'>; id: string; number: number; title: string; place: string | null };

/** The clocks that a number of the board counts, worst first: the longest late, the soonest due, the broken before the kept. */
export async function readBoardClocks(
  context: Context,
  { which: asked, department }: z.output<typeof boardClocksQuery>,
): Promise<z.input<typeof boardClocksOut>> {
  const by = await countedBy(context);
  const order = asked === 'today' ? sql`c.outcome desc, c.settled_at desc` : sql`c.due_at`;
  const { rows } = await sql<Row>`
    select c.id as clock, t.id, t.number, t.title, p.code as place
    from commitment c join ticket t on t.id = c.ticket_id left join place p on p.id = t.place_id
    where ${by[asked]} and ${department ? sql`c.department_id = ${department}::uuid` : sql`true`} order by ${order}, c.id limit ${MOST + 1}`.execute(
    context.tx,
  );
  const shown = rows.slice(0, MOST);
  const views = await clocksByIds(
    context.tx,
    context.now,
    shown.map((row) => row.clock),
  );
  const clocks = await clocksOut(context, views);
  return {
    items: shown.map(({ clock: _, ...ticket }, at) => ({ clock: clocks[at]!, ticket })),
    more: rows.length > MOST,
  };
}
