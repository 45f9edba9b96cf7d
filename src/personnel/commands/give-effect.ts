import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { Forbidden, NotFound, orRefuse, refusal, Refused } from '../../kernel/refusal.ts';
import { orForbid, system } from '../../organisation/can.ts';
import { givePost } from '../../organisation/commands/give-post.ts';
import { takePost } from '../../organisation/commands/take-post.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotAppoint } from '../may.ts';
import { stateOf } from '../move.ts';
import { STAFF_RIGHTS, whyNotReach } from '../reach.ts';

type MoveId = Id<'staff_move'>;

/** The task that gives an approved move effect on its day (src/personnel/tasks.ts). */
export const GIVE_EFFECT = 'staff.give-effect';

/**
 * The post is given and the former one taken, by the organisation's own commands: rights change with them (PERF-07). Once: what is done
 * already, withdrawn or not yet due changes nothing. What the house refuses (a post that would stand empty, somebody who has left)
 * is kept with its reason, and whoever decided hears of it.
 */
export async function giveEffect(context: Context, id: MoveId): Promise<void> {
  const { tx, now } = context;
  const move = await lockMove(context, id);
  if (move.verdict !== 'approved' || move.done_at !== null || move.effective_at > now) return;
  const why = await tried(context, async (acting) => {
    const { person_id: personId, to_post_id: to, from_post_id: from } = move;
    if (to) await givePost(acting, personId, { postId: to, deputyRank: null });
    if (from) await takePost(acting, personId, from);
  });
  const outcome = why === null ? { done_at: now, stuck_because: null } : { stuck_because: why };
  await tx.updateTable('staff_move').set(outcome).where('id', '=', id).execute();
  await record(context, {
    subject: { type: 'staff_move', id },
    type: why === null ? 'staff_move.took_effect' : 'staff_move.stuck',
    data: { personId: move.person_id, decidedBy: move.decided_by_id, ...(why ? { why } : {}) },
  });
}

/** Once more, by whoever may decide it: what stood in its way has been cleared. */
export async function retryMove(context: Context, id: MoveId): Promise<void> {
  const move = await lockMove(context, id);
  const staff = await readStaff(context);
  if (whyNotReach(staff, context.actor, STAFF_RIGHTS, move.person_id)) throw new NotFound('staff_move.unknown');
  orForbid(whyNotAppoint(staff, context.actor, move.person_id, move));
  orRefuse(stateOf(move, context.now) === 'stuck' ? null : refusal('staff_move.not_stuck'));
  await giveEffect(context, id);
}

/** As the house itself, whose approval it is; what half of it did is undone where the other is refused. Answers with the code of a refusal. */
async function tried(context: Context, work: (acting: Context) => Promise<void>): Promise<string | null> {
  const acting = { ...context, actor: system };
  await sql`savepoint giving_effect`.execute(context.tx);
  try {
    await work(acting);
    await sql`release savepoint giving_effect`.execute(context.tx);
    return null;
  } catch (fault) {
    if (!(fault instanceof Refused || fault instanceof NotFound || fault instanceof Forbidden)) throw fault;
    await sql`rollback to savepoint giving_effect`.execute(context.tx);
    return fault.code;
  }
}

export async function lockMove({ tx }: Context, id: MoveId) {
  const row = await tx.selectFrom('staff_move').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('staff_move.unknown');
  return row;
}
