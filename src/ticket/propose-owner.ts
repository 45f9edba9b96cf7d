import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { standsAbove } from '../organisation/stands-above.ts';
import { readDirectory } from '../organisation/read-directory.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, ticketById } from './facts.ts';
import { onDutyOut, personOut } from '../organisation/shapes.ts';

export const proposedOut = z.object({
  items: z
    .array(
      personOut.extend({
        onDuty: onDutyOut,
        open: z.number().describe('Open tickets this person is accountable for'),
        late: z.number().describe('Of his running clocks, how many have run out'),
        skilled: z.boolean().describe("Has the ticket's kind among his skills"),
        above: z.boolean().describe('Stands above whoever is accountable now: it may be handed up to him'),
        proposed: z.boolean().describe('The first choice: true of one at most'),
      }),
    )
    .describe('The best first; 50 at most'),
});

/** How many are offered; whoever stands above is offered always. */
const MOST = 50;

type Candidate = {
  id: Id<'person'>;
  name: string;
  on_duty: boolean;
  open: number;
  late: number;
  skilled: boolean;
  ours: boolean;
};

/**
 * Who could be accountable: everybody whose posts may handle tickets here. First those on duty who know this kind, then
 * those of the department it goes to, then the least loaded (ASGN-03); the first one is proposed.
 */
export async function proposeOwners(context: Context, ticketId: string): Promise<z.input<typeof proposedOut>> {
  const ticket = await ticketById(context.tx, ticketId);
  await allowToSee(context, ticket);
  const found = await sql<Candidate>`
    select p.id, p.name, p.on_duty, ${ticket.kind} = any(p.skills) as skilled,
      exists (select from person_post pp join post o on o.id = pp.post_id
        where pp.person_id = p.id and o.closed_at is null and o.department_id = ${ticket.department_id}) as ours,
      (select count(*)::int from ticket t where t.owner_id = p.id and t.closed_at is null) as open,
      (select count(*)::int from commitment c where c.owner_id = p.id and c.kind <> 'reminder' and c.settled_at is null and c.due_at < ${context.now}::timestamptz) as late
    from person p
    where p.left_at is null and p.id <> ${ticket.owner_id}
      and not exists (select from absence a where a.person_id = p.id and a.ended_at is null and a.from_at <= ${context.now}::timestamptz
        and (a.until_at is null or a.until_at > ${context.now}::timestamptz))
      and exists (select from person_post pp join post o on o.id = pp.post_id
        where pp.person_id = p.id and o.closed_at is null and o.rights ? 'ticket.handle' and o.centre_id = ${ticket.centre_id})
    order by p.on_duty desc, skilled desc, ours desc, open, late, p.name
    limit 500`.execute(context.tx);
  const directory = await readDirectory(context);
  const items = found.rows.map(({ on_duty, ours: _, ...row }, index) => ({
    ...row,
    onDuty: on_duty,
    above: standsAbove(directory, row.id, ticket.owner_id),
    proposed: index === 0 && on_duty,
  }));
  return { items: items.filter((one, index) => index < MOST || one.above) };
}
