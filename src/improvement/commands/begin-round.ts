import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { clockOn } from '../clocks.ts';
import type { Improvement } from '../facts.ts';
import type { SourceType } from '../improvement.ts';

/** What was done was not enough: the head owes another round of measures, within the time of a reply to a notice. */
export async function beginRound(context: Context, one: Improvement): Promise<void> {
  await context.tx
    .updateTable('improvement')
    .set({ round: one.round + 1, planned_at: null, check_at: null, carried_out_at: null, closed_at: null })
    .where('id', '=', one.id)
    .execute();
  const { limits } = await settingsOf(context);
  const clock = { kind: 'plan_measures' as const, ownerId: one.addressee_id, limit: limits.replyNotice };
  await startCommitments(context, [await clockOn(context, one, clock)]);
}

type Again = { type: SourceType; id: string; at: Instant };

/**
 * It happened again after the measures were done: whatever was to prevent it is reopened by itself, flagged as recurring, with
 * the record that proves it (COMP-21). The same record reopens an action once.
 */
export async function recurImprovements(context: Context, patterns: readonly string[], again: Again): Promise<void> {
  if (patterns.length === 0) return;
  const { tx } = context;
  const proved = await tx
    .selectFrom('improvement as i')
    .selectAll('i')
    .where('i.watch', 'in', patterns)
    .where('i.carried_out_at', 'is not', null)
    .where('i.carried_out_at', '<', again.at)
    .where('i.withdrawn_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('improvement_source as s')
            .select('s.subject_id')
            .whereRef('s.improvement_id', '=', 'i.id')
            .where('s.subject_id', '=', again.id),
        ),
      ),
    )
    .orderBy('i.id')
    .forNoKeyUpdate()
    .execute();
  for (const one of proved) await recur(context, one, [again]);
}

/** Reopens one action, with the records that prove that what it was to prevent went on. */
export async function recur(context: Context, one: Improvement, proofs: readonly Omit<Again, 'at'>[]): Promise<void> {
  const { tx, now } = context;
  const said = { improvement_id: one.id, round: one.round, verdict: 'recurred' as const };
  await tx
    .insertInto('improvement_verdict')
    .values({ ...said, text: '', by_id: null, at: now })
    .execute();
  const sources = proofs.map(({ type, id }) => ({ subject_type: type, subject_id: id, again: true, at: now }));
  await tx
    .insertInto('improvement_source')
    .values(sources.map((source) => ({ improvement_id: one.id, ...source })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await cancelCommitments(context, { subjectId: one.id, kinds: ['check_improvement'], reason: 'recurred' });
  await beginRound(context, one);
  await tx
    .updateTable('improvement')
    .set({ recurred: one.recurred + 1 })
    .where('id', '=', one.id)
    .execute();
  await record(context, {
    subject: { type: 'improvement', id: one.id as Id<'improvement'> },
    type: 'improvement.recurred',
    data: { number: one.number, addressee: one.addressee_id, opener: one.opened_by_id, centre: one.centre_id },
  });
}
