import type { Selectable } from 'kysely';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Instant } from '../../kernel/time.ts';
import { epochOf, instantOf, MINUTE, plus } from '../../kernel/time.ts';
import { dateOf } from '../../kernel/working-time/date.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { centres } from '../../organisation/house.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { afterwards, isWaiting, recallGivenUp, record } from '../../platform/journal.ts';
import type { Ahead } from '../cover.ts';
import { coverAhead, gapsAhead } from '../cover.ts';
import { dueOf, LADDER, OWED_AS, told } from '../rota.ts';
import type { RotaGapTable } from '../table.ts';

/** The task of the outbox that looks once a day: another day has come into sight, and one has passed. */
export const LOOK = 'rota.look';

/** And the one that looks after somebody has planned: he is seldom done with the first hours that he writes. */
export const LOOK_SOON = 'rota.look_soon';
const PLANNING = 15 * MINUTE;

type Gap = Selectable<RotaGapTable>;
type Found = ReturnType<typeof gapsAhead>[number];

/** Looks at every centre, and again at the next midnight, once, however often it is begun. */
export async function watchRotas(context: Context): Promise<void> {
  await lookForGaps(context);
  await recallGivenUp(context, LOOK);
  if (await isWaiting(context, LOOK)) return;
  await afterwards(context, LOOK, context.organisation.id, {}, await nextMidnight(context));
}

/** Hours were planned or ended: what is filled now is owed no more; what is left open is owed in a quarter of an hour. */
export async function followPlanning(context: Context): Promise<void> {
  for (const centreId of (await centres(context)).keys()) await lookAt(context, centreId, false);
  if (await isWaiting(context, LOOK_SOON)) return;
  await afterwards(context, LOOK_SOON, context.organisation.id, {}, plus(context.now, PLANNING));
}

async function nextMidnight(context: Context): Promise<Instant> {
  const [centre] = [...(await centres(context)).values()];
  return periodOf('day', centre!.zone, context.now).until;
}

/** Whoever leads a centre's desk owes that each gap ahead is filled; what is filled, or has passed, is owed no more. */
export async function lookForGaps(context: Context): Promise<void> {
  for (const centreId of (await centres(context)).keys()) await lookAt(context, centreId, true);
}

async function lookAt(context: Context, centreId: Id<'centre'>, opens: boolean): Promise<void> {
  const open = await context.tx
    .selectFrom('rota_gap')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const ahead = await coverAhead(context, centreId);
  const found = ahead.nobody ? [] : gapsAhead(ahead, context.now);
  const same = (gap: Gap, { channel, day }: Found): boolean => gap.channel === channel && gap.day === dateOf(day);
  for (const gap of open) {
    const still = found.find((one) => same(gap, one));
    if (still) await spansOf(context, gap, still);
    else await close(context, gap, ahead.nobody);
  }
  const fresh = opens ? found.filter((one) => !open.some((gap) => same(gap, one))) : [];
  for (const one of fresh) await owe(context, centreId, one, ahead);
}

async function spansOf({ tx, signals }: Context, gap: Gap, still: Found): Promise<void> {
  const spans = still.spans.map(told);
  if (JSON.stringify(spans) === JSON.stringify(gap.spans)) return;
  await tx
    .updateTable('rota_gap')
    .set({ spans: json(spans) })
    .where('id', '=', gap.id)
    .execute();
  signals.changed.set(gap.id, 'rota_gap');
}

async function owe(context: Context, centreId: Id<'centre'>, found: Found, { calendar }: Ahead): Promise<void> {
  const { tx, now } = context;
  const { channel, day } = found;
  const spans = found.spans.map(told);
  const id = newId<'rota_gap'>(now);
  const date = dateOf(day);
  await tx
    .insertInto('rota_gap')
    .values({ id, centre_id: centreId, channel, day: date, spans: json(spans), seen_at: now, closed_at: null })
    .execute();
  const dueAt = instantOf(dueOf(found.spans[0]!, day, epochOf(now), calendar));
  const [ownerId] = await whoIsTold(context, { to: 'supervisor', centreId });
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'rota_gap', id },
      ticketId: null,
      ownerId: ownerId ?? null,
      centreId,
      calendarId: (await centres(context)).get(centreId)!.reception_calendar_id,
      limit: { dueAt, ladder: LADDER },
      startedAt: now,
    },
  ]);
  await record(context, {
    subject: { type: 'rota_gap', id },
    type: 'rota_gap.seen',
    data: { centreId, channel, day: date, spans },
  });
}

/** Filled in time or not; or it came, and counts as missed. Where nobody can be planned any more nothing is owed. */
async function close(context: Context, gap: Gap, nobody: boolean): Promise<void> {
  const { tx, now } = context;
  const passed = gap.spans.every(({ until }) => until <= now);
  await tx.updateTable('rota_gap').set({ closed_at: now, passed }).where('id', '=', gap.id).execute();
  if (nobody && !passed) await cancelCommitments(context, { subjectId: gap.id, reason: 'nobody_planned' });
  else await keepCommitments(context, { subjectId: gap.id, kinds: [OWED_AS] });
  await record(context, {
    subject: { type: 'rota_gap', id: gap.id },
    type: passed ? 'rota_gap.passed' : 'rota_gap.filled',
    data: { channel: gap.channel, day: gap.day },
  });
}
