import { sql } from 'kysely';
import { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { writeUpdate } from '../../conversation/commands/write-update.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { MINUTE, plus } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { addressees } from '../../outreach/known.ts';
import { wayFor } from '../../outreach/way.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { afterwards, record } from '../../platform/journal.ts';
import { BATCH, OWED } from '../charge.ts';
import { chargingOf } from '../facts.ts';
import { billLetter, billSubject } from '../letters.ts';
import { lettersOf } from '../notice-letters.ts';

export const TELL_BILLS = 'charge.tell';
const payloadShape = z.strictObject({ about: z.uuid() });

type Waiting = { id: Id<'charge_notice'>; customer_id: Id<'customer'>; centre_id: Id<'centre'>; by_id: Id<'person'> };

/** The next few customers of a run, or the one of a single charge, are told of the bill; and those after them a minute later. */
export const tellBills: Task = async (context, payload) => {
  const { about } = payloadShape.parse(payload);
  const { rows } = await sql<Waiting>`
    select n.id, n.customer_id, coalesce(r.centre_id, c.centre_id) as centre_id, coalesce(r.by_id, c.by_id) as by_id
    from charge_notice n left join charge_run r on r.id = n.run_id left join charge c on c.id = n.charge_id
    where ${about} in (n.run_id, n.charge_id) and n.state = 'waiting' order by n.id limit ${BATCH} for no key update of n`.execute(
    context.tx,
  );
  const toPrint = await tell(context, rows);
  if (rows[0] && toPrint.length > 0) await oweLetters(context, about, rows[0]);
  if (rows.length === BATCH) await afterwards(context, TELL_BILLS, about, { about }, plus(context.now, MINUTE));
};

/** In writing, by the way each wants; whoever cannot be written to has a letter to print. A bill is told to those, too, who want no news. */
async function tell(context: Context, waiting: readonly Waiting[]): Promise<Id<'charge_notice'>[]> {
  const { tx, now } = context;
  const whom = await addressees(
    context,
    waiting.map((one) => one.customer_id),
  );
  const letters = await lettersOf(
    context,
    waiting.map((one) => one.id),
  );
  const toPrint: Id<'charge_notice'>[] = [];
  for (const { id, customer_id, centre_id, by_id } of waiting) {
    const [addressee, letter] = [whom.get(customer_id), letters.get(id)];
    const way = addressee && letter ? await wayFor(context, addressee, centre_id) : 'no_way';
    if (typeof way === 'string') {
      toPrint.push(id);
      continue;
    }
    const { language } = addressee!;
    const messageId = await writeUpdate(context, way, {
      subject: billSubject(letter!)[language],
      text: billLetter(letter!, language),
      ticketId: null,
      authorId: by_id,
    });
    await tx
      .updateTable('charge_notice')
      .set({ state: 'written', message_id: messageId, at: now })
      .where('id', '=', id)
      .execute();
  }
  if (toPrint.length > 0)
    await tx.updateTable('charge_notice').set({ state: 'to_print', at: now }).where('id', 'in', toPrint).execute();
  return toPrint;
}

/** Letters are handed over in time to pay: owed by whoever billed. */
async function oweLetters(context: Context, about: string, { centre_id: centreId, by_id }: Waiting): Promise<void> {
  const { tx, now } = context;
  const owed = await tx
    .selectFrom('commitment')
    .select('id')
    .where('subject_id', '=', about)
    .where('kind', '=', OWED.tell)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (owed) return;
  const { limits } = await chargingOf(context);
  const isRun = await tx
    .selectFrom('charge_run')
    .select('id')
    .where('id', '=', about as Id<'charge_run'>)
    .executeTakeFirst();
  await startCommitments(context, [
    {
      kind: OWED.tell,
      subject: { type: isRun ? 'charge_run' : 'charge', id: about },
      ticketId: null,
      ownerId: by_id,
      centreId,
      calendarId: await calendarFor(tx, limits.tell.calendar, { centreId, departmentId: null }),
      limit: limits.tell,
      startedAt: now,
    },
  ]);
}

/** Letters were printed and handed over: by whom and when is kept with each. */
export async function markPrinted(context: Context, ids: readonly Id<'charge_notice'>[]): Promise<void> {
  const { tx, now } = context;
  const { rows } = await sql<{
    id: Id<'charge_notice'>;
    about: string;
    is_run: boolean;
    centre_id: Id<'centre'>;
    state: string;
  }>`
    select n.id, coalesce(n.run_id, n.charge_id) as about, n.run_id is not null as is_run, n.state,
      coalesce(r.centre_id, c.centre_id) as centre_id
    from charge_notice n left join charge_run r on r.id = n.run_id left join charge c on c.id = n.charge_id
    where n.id = any(${ids}::uuid[]) for no key update of n`.execute(tx);
  if (rows.length < new Set(ids).size) throw new NotFound('charge.notice_unknown');
  for (const { centre_id: centreId } of rows) orForbid(can(context.actor, 'charge.receive', { centreId }));
  const due = rows.filter((row) => row.state === 'to_print');
  if (due.length === 0) return;
  await tx
    .updateTable('charge_notice')
    .set({ state: 'printed', at: now, by_id: actingPerson(context) })
    .where(
      'id',
      'in',
      due.map((row) => row.id),
    )
    .execute();
  for (const [about, some] of Map.groupBy(due, (row) => row.about)) {
    await keepWhereDone(context, about);
    const type = some[0]!.is_run ? ('charge_run' as const) : ('charge' as const);
    await record(context, {
      subject: { type, id: about },
      type: 'charge.letters_printed',
      data: { letters: some.length },
    });
  }
}

async function keepWhereDone(context: Context, about: string): Promise<void> {
  const left =
    await sql`select from charge_notice where ${about} in (run_id, charge_id) and state in ('waiting', 'to_print') limit 1`.execute(
      context.tx,
    );
  if (left.rows.length === 0) await keepCommitments(context, { subjectId: about, kinds: [OWED.tell] });
}
