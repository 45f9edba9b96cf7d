import type { Selectable } from 'kysely';
import { z } from 'zod';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { writeUpdate } from '../../conversation/commands/write-update.ts';
import type { Id } from '../../kernel/id.ts';
import type { Words } from '../../kernel/words.ts';
import { plus, SECOND } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { inPlace } from '../../pack/places.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { afterwards, record } from '../../platform/journal.ts';
import type { Addressee } from '../known.ts';
import { addressees, knownOf } from '../known.ts';
import { batchOf, OWED_AS } from '../outreach.ts';
import { wayFor } from '../way.ts';
import type { OutreachContactTable, OutreachTable } from '../table.ts';

export const GO_ON_OUTREACH = 'outreach.go_on';
const payloadShape = z.strictObject({ outreach: z.uuid() });

type Outreach = Selectable<OutreachTable>;
type Contact = Pick<Selectable<OutreachContactTable>, 'id' | 'customer_id'>;
type Became = Pick<OutreachContactTable, 'state' | 'message_id'>;

/** The next few of an outreach, and then those after them a while later: at the pace that was set, until nobody is left or it is stopped. */
export const goOnWithOutreach: Task = async (context, payload) => {
  const { outreach: id } = payloadShape.parse(payload);
  const { tx, now } = context;
  const outreach = await tx
    .selectFrom('outreach')
    .selectAll()
    .where('id', '=', id as Id<'outreach'>)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (outreach?.state !== 'going') return;
  const { most, everySeconds } = batchOf(outreach.per_hour);
  const next = await tx
    .selectFrom('outreach_contact')
    .select(['id', 'customer_id'])
    .where('outreach_id', '=', outreach.id)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .limit(most)
    .execute();
  const whom = await addressees(
    context,
    next.map((one) => one.customer_id),
  );
  for (const one of next) await reach(context, outreach, one, whom.get(one.customer_id));
  if (next.length === most) {
    await afterwards(context, GO_ON_OUTREACH, outreach.id, { outreach: outreach.id }, plus(now, everySeconds * SECOND));
    context.signals.changed.set(outreach.id, 'outreach');
    return;
  }
  await tx.updateTable('outreach').set({ state: 'done', ended_at: now }).where('id', '=', outreach.id).execute();
  await record(context, { subject: { type: 'outreach', id: outreach.id }, type: 'outreach.done' });
};

/** One customer, by the way he wants now: in writing, by a call that somebody is to make, or not at all. */
async function reach(context: Context, outreach: Outreach, one: Contact, whom: Addressee | undefined): Promise<void> {
  const became = whom ? await becomes(context, outreach, one, whom) : ({ state: 'no_way', message_id: null } as const);
  await context.tx
    .updateTable('outreach_contact')
    .set({ ...became, at: context.now })
    .where('id', '=', one.id)
    .execute();
}

async function becomes(context: Context, outreach: Outreach, one: Contact, whom: Addressee): Promise<Became> {
  const way = await wayFor(context, whom, outreach.centre_id);
  if (way === 'none') return { state: 'declined', message_id: null };
  if (way === 'no_way') return { state: 'no_way', message_id: null };
  if (way === 'phone') {
    await oweCall(context, outreach, one);
    return { state: 'to_call', message_id: null };
  }
  const known = await knownOf(context, outreach.centre_id, outreach.by_id);
  const said = (words: Words) => inPlace(words[whom.language], known(whom.name));
  const messageId = await writeUpdate(context, way, {
    subject: said(outreach.subject),
    text: said(outreach.text),
    ticketId: null,
    authorId: outreach.by_id,
  });
  return { state: 'written', message_id: messageId };
}

/** A call is a task of somebody, due like everything else. */
async function oweCall(context: Context, outreach: Outreach, one: Contact): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.careCall ?? limits.signVisit;
  const where = { centreId: outreach.centre_id, departmentId: null };
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'outreach_contact', id: one.id },
      ticketId: null,
      ownerId: outreach.caller_id,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: context.now,
    },
  ]);
}
