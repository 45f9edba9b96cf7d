import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { afterwards, recall, record } from '../../platform/journal.ts';
import { whyNotGoOn, whyNotStop } from '../outreach.ts';
import type { OutreachTable } from '../table.ts';
import { GO_ON_OUTREACH } from './go-on.ts';

type Outreach = Selectable<OutreachTable>;

async function locked(context: Context, id: Id<'outreach'>, rule: (of: Outreach) => Refusal | null): Promise<Outreach> {
  const outreach = await context.tx
    .selectFrom('outreach')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!outreach) throw new NotFound('outreach.unknown');
  orForbid(can(context.actor, 'outreach.send', { centreId: outreach.centre_id, people: [outreach.by_id] }));
  orRefuse(rule(outreach));
  return outreach;
}

async function becomes(context: Context, { id }: Outreach, state: 'going' | 'stopped', type: string): Promise<void> {
  await context.tx.updateTable('outreach').set({ state }).where('id', '=', id).execute();
  await record(context, { subject: { type: 'outreach', id }, type });
}

/** Whoever was not reached yet is not, until it goes on. What is written stands; calls that are owed stay owed. */
export async function stopOutreach(context: Context, id: Id<'outreach'>): Promise<void> {
  await becomes(context, await locked(context, id, whyNotStop), 'stopped', 'outreach.stopped');
  // going on again it begins anew: the turn that was to come would double its pace
  await recall(context, id);
}

export async function letOutreachGoOn(context: Context, id: Id<'outreach'>): Promise<void> {
  await becomes(context, await locked(context, id, whyNotGoOn), 'going', 'outreach.went_on');
  await afterwards(context, GO_ON_OUTREACH, id, { outreach: id }, context.now);
}
