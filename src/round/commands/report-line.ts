import type { Insertable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { happened, record } from '../../platform/journal.ts';
import type { Round, RoundResult } from '../facts.ts';
import { lockRound, planOfRound } from '../facts.ts';
import type { ReportLine } from '../inputs.ts';
import { peopleAbove } from '../above.ts';
import { whyNotResult, whyNotWalk, whyNotWay, whyNotYours } from '../round.ts';
import type { RoundResultTable } from '../table.ts';
import { followFault } from './follow-fault.ts';

/**
 * What was found at one line and what was done about it, by whom and when on the spot (RECP-06, RECP-07, RECP-13, PTRL-03): a phone may have had no connection. Said
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
  orRefuse(whyNotResult(line, input) ?? whyNotWay(line, input));
  await orNotAbove(context, input);
  const before = await lastResult(context, id, line.key);
  const { result, count = null, note, photoIds, way = null, measures, reportedToId = null } = input;
  const done = { way, measures, reported_to_id: reportedToId };
  if (before && same(before, { result, count, note, photoIds, ...done })) return;
  await attachFiles(context, photoIds, { type: 'round', id });
  const fault = { round, content, followUpPostId, line, said: input, before: before ?? null };
  const followed = result === 'fault' ? await followFault(context, fault) : { ticketId: null, known: false };
  const no = (before?.no ?? 0) + 1;
  const said = {
    result,
    count,
    note,
    photo_ids: photoIds,
    ticket_id: followed.ticketId,
    known: followed.known,
    ...done,
  };
  const more = Number(result === 'fault') - Number(before?.result === 'fault');
  await write(context, round, { ...said, line: line.key, no, at }, more);
  await record(context, {
    subject: { type: 'round', id },
    type: 'round.line_reported',
    happenedAt: at,
    data: { line: line.key, no, result, ...(count === null ? {} : { count }), ...(way === null ? {} : { way }) },
  });
}

/** Upward: to somebody who holds a post above his own. */
async function orNotAbove(context: Context, { reportedToId }: ReportLine): Promise<void> {
  if (reportedToId === undefined) return;
  const above = await peopleAbove(context);
  orRefuse(above.some(({ id }) => id === reportedToId) ? null : refusal('round.not_above', { path: 'reportedToId' }));
}

type Written = Pick<
  Insertable<RoundResultTable>,
  | 'line'
  | 'no'
  | 'result'
  | 'count'
  | 'note'
  | 'photo_ids'
  | 'ticket_id'
  | 'known'
  | 'way'
  | 'measures'
  | 'reported_to_id'
  | 'at'
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

type Said = Pick<RoundResult, 'result' | 'count' | 'note' | 'way' | 'measures' | 'reported_to_id'> & {
  photoIds: readonly string[];
};

function same(before: Omit<Said, 'photoIds'> & { photo_ids: readonly string[] }, now: Said): boolean {
  return (
    before.result === now.result &&
    before.count === now.count &&
    before.note === now.note &&
    before.way === now.way &&
    before.measures === now.measures &&
    before.reported_to_id === now.reported_to_id &&
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
