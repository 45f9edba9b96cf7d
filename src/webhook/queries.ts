import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { pageQuery } from '../platform/http/shapes.ts';
import { endpoints } from './endpoints.ts';
import type { deliveriesOut, deliveryOut, webhooksOut } from './view.ts';

type State = { webhook_id: string; failing_since: Instant | null; last_success_at: Instant | null; waiting: number };

function orMayNot({ actor }: Context): void {
  orForbid(can(actor, 'exchange.manage', {}));
}

/** The endpoints with how it goes with each; never a secret. */
export async function listWebhooks(context: Context): Promise<z.input<typeof webhooksOut>> {
  orMayNot(context);
  const names = await personNames(context);
  const { rows } = await sql<State>`
    select s.webhook_id, s.failing_since, s.last_success_at,
      (select count(*)::int from webhook_delivery d where d.webhook_id = s.webhook_id and d.state = 'waiting') as waiting
    from webhook_state s`.execute(context.tx);
  const states = new Map(rows.map((row) => [row.webhook_id, row]));
  return {
    items: (await endpoints(context)).map((one) => ({
      id: one.id,
      name: one.name,
      url: one.url,
      types: [...one.types],
      madeBy: named(names, one.made_by_id),
      madeAt: one.made_at,
      offAt: one.off_at,
      offBecause: one.off_because,
      formerSecretUntil: one.former_until !== null && one.former_until > context.now ? one.former_until : null,
      failingSince: states.get(one.id)?.failing_since ?? null,
      lastSuccessAt: states.get(one.id)?.last_success_at ?? null,
      waiting: states.get(one.id)?.waiting ?? 0,
    })),
  };
}

export const deliveriesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['waiting', 'delivered', 'given_up']).optional().describe('Only those that stand so'),
  type: z.string().max(60).optional().describe('Only those of this event'),
});

type Row = {
  id: string;
  type: string;
  at: Instant;
  state: string;
  attempts: number;
  status: number | null;
  next_at: Instant | null;
  body: Record<string, unknown>;
};

const ROW = sql`d.id, d.type, d.at, d.state, d.next_at, d.body,
  (select count(*)::int from webhook_try t where t.delivery_id = d.id) as attempts,
  (select t.status from webhook_try t where t.delivery_id = d.id order by t.no desc limit 1) as status`;

function lineOf(row: Row) {
  const { id, type, at, state, attempts, status, next_at } = row;
  return { id, type, at, state, tries: attempts, status, nextAt: next_at };
}

/** What was sent to an endpoint, the newest first. */
export async function listDeliveries(
  context: Context,
  webhookId: Id<'webhook'>,
  query: z.output<typeof deliveriesQuery>,
): Promise<z.input<typeof deliveriesOut>> {
  orMayNot(context);
  if (!(await endpoints(context)).some(({ id }) => id === webhookId)) throw new NotFound('webhook.unknown');
  const after = readMomentAndId(query.after);
  const { rows } = await sql<Row>`
    select ${ROW} from webhook_delivery d where d.webhook_id = ${webhookId}
      ${query.state ? sql`and d.state = ${query.state}` : sql``} ${query.type ? sql`and d.type = ${query.type}` : sql``}
      ${after ? sql`and (d.at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by d.at desc, d.id desc limit ${query.limit + 1}`.execute(context.tx);
  return page(rows, query.limit, lineOf, (row) => cursorOf(row.at, row.id));
}

/** One delivery with every try. */
export async function readDelivery(context: Context, id: string): Promise<z.input<typeof deliveryOut>> {
  orMayNot(context);
  const { rows } = await sql<Row>`select ${ROW} from webhook_delivery d where d.id = ${id}`.execute(context.tx);
  if (!rows[0]) throw new NotFound('webhook.delivery_unknown');
  const attempts = await context.tx
    .selectFrom('webhook_try')
    .select(['no', 'at', 'milliseconds', 'status', 'answer', 'error'])
    .where('delivery_id', '=', id as Id<'webhook_delivery'>)
    .orderBy('no')
    .execute();
  return { ...lineOf(rows[0]), body: rows[0].body, attempts };
}
