import { sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import { MINUTE, plus, SECOND } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

/** To one domain, by all nodes together: more would look like a flood to it, and a slow one must not hold all hands. */
const AT_ONCE = 2;
const A_MINUTE = 60;

/** Null: one may go to that domain now, and has its place until this transaction ends. Else when to come again. */
export async function whenToGo(context: Context, address: string): Promise<Instant | null> {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (!(await hasPlace(context, domain))) return plus(context.now, 2 * SECOND);
  return (await sentLately(context, domain)) >= A_MINUTE ? plus(context.now, 15 * SECOND) : null;
}

async function hasPlace({ tx }: Context, domain: string): Promise<boolean> {
  for (let no = 0; no < AT_ONCE; no += 1) {
    const { rows } = await sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`mail to ${domain} ${no}`}, 0)) as free`.execute(tx);
    if (rows[0]!.free) return true;
  }
  return false;
}

/** By the partial index of what was sent. */
async function sentLately({ tx, now }: Context, domain: string): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from message m join conversation c on c.id = m.conversation_id
    where m.direction = 'out' and m.state = 'sent' and m.at > ${plus(now, -MINUTE)} and right(c.correspondent, ${domain.length + 1}) = ${`@${domain}`}`.execute(
    tx,
  );
  return rows[0]!.many;
}
