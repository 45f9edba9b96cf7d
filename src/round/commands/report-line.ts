import type { Insertable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { happened, record } from '../../platform/journal.ts';
import type { Round } from '../facts.ts';
import { lockRound, planOfRound } from '../facts.ts';
import type { ReportLine } from '../inputs.ts';
import { whyNotResult, whyNotWalk, whyNotYours } from '../round.ts';
import type { RoundResultTable } from '../table.ts';
import { followFault } from './follow-fault.ts';

/**
 * What was found at one line, by whom and when on the spot (RECP-06, RECP-07, RECP-13): a phone may have had no connection. Said
 * again while the round is not completed, the former result stays readable; the same once more changes nothing.
 */
export async function reportLine(context: Context, id: Id<'round'>, input: ReportLine): Promise<void> {
  const round = await lockRound(context.tx, id);
  orRefuse(whyNotYours(context.actor, round));
  const at = happened(context, input.happenedAt, round.from_at);
  orRefuse(whyNotWalk(round, context.now));
  const { content, followUpPostId } = await planOfRound(context.tx, round);
  const line = content.lines.find((one) => one.key === input.line);
  if (!line) throw new NotFound('round.line_unknown', { line: input.line });
  orRefuse(whyNotResult(line, input));
  const before = await lastResult(context, id, line.key);
  const { result, count = null, note, photoIds } = input;
  if (before && same(before, { result, count, note, photoIds })) return;
  await attachFiles(context, photoIds, { type: 'round', id });
  const fault = { round, content, followUpPostId, line, note };
  const followed = result === 'fault' ? await followFault(context, fault) : { ticketId: null, known: false };
  const no = (before?.no ?? 0) + 1;
  const said = { result, count, note, photo_ids: photoIds, ticket_id: followed.ticketId, known: followed.known };
  const more = Number(result === 'fault') - Number(before?.result === 'fault');
  await write(context, round, { ...said, line: line.key, no, at }, more);
  await record(context, {
    subject: { type: 'round', id },
    type: 'round.line_reported',
    happenedAt: at,
    data: { line: line.key, no, result, ...(count === null ? {} : { count }) },
  });
}

type Written = Pick<
  Insertable<RoundResultTable>,
  'line' | 'no' | 'result' | 'count' | 'note' | 'photo_ids' | 'ticket_id' | 'known' | 'at'
>;

/** The result, and how many lines of the round are not in order now. */
async function write(context: Context, round: Round, written: Written, more: number): Promise<void> {
  await context.tx
    .insertInto('round_result')
    .values({
      ...written,
      round_id: round.id,
      plan_id: round.plan_id,
      by_id: actingPerson(context),
      recorded_at: context.now,
    })
    .execute();
  await context.tx
    .updateTable('round')
    .set((e) => ({ faults: e('faults', '+', more) }))
    .where('id', '=', round.id)
    .execute();
}

type Said = { result: string; count: number | null; note: string; photoIds: readonly string[] };

function same(before: Omit<Said, 'photoIds'> & { photo_ids: readonly string[] }, now: Said): boolean {
  return (
    before.result === now.result &&
    before.count === now.count &&
    before.note === now.note &&
    before.photo_ids.join() === now.photoIds.join()
  );
}

function lastResult({ tx }: Context, id: Id<'round'>, line: string) {
  return tx
    .selectFrom('round_result')
    .selectAll()
    .where('round_id', '=', id)
    .where('line', '=', line)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
}
