import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { recordContact } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import { writeUpdate } from '../../conversation/commands/write-update.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { todayIn } from '../../organisation/today.ts';
import { addressees } from '../../outreach/known.ts';
import { wayFor } from '../../outreach/way.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { dayAfter, OWED } from '../charge.ts';
import { chargingOf, dayOver } from '../facts.ts';
import type { Step } from '../inputs.ts';
import type { Letter } from '../letters.ts';
import { DUNNING_SUBJECT, dunningLetter } from '../letters.ts';
import { dunningLettersOf } from '../notice-letters.ts';
import { oweSteps } from './open-dunnings.ts';

/** Nobody looks again later than this. */
const LATEST_DAYS = 90;

type Dunning = { id: Id<'dunning'>; centre_id: Id<'centre'>; customer_id: Id<'customer'> };

/**
 * A step of following up (FEE-02): a dunning notice, printed or written, or a talk with whoever owes. It is kept with what was overdue, when, and
 * by whom; what comes next has its day, and is owed from then on.
 */
export async function recordStep(context: Context, dunningId: Id<'dunning'>, input: Step): Promise<Id<'dunning_step'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'dunning_step'>(now);
  if (await tx.selectFrom('dunning_step').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const dunning = await openDunning(context, dunningId);
  const today = await todayIn(context, dunning.centre_id);
  orWrong(input, today);
  const letter = (await dunningLettersOf(context, dunning.centre_id, [dunning.customer_id], today)).get(
    dunning.customer_id,
  );
  if (!letter) throw new Refused('charge.nothing_overdue');
  const isNotice = input.way === 'printed' || input.way === 'written';
  await tx
    .insertInto('dunning_step')
    .values({
      id,
      dunning_id: dunning.id,
      sort: isNotice ? 'notice' : 'contact',
      way: input.way,
      amount: letter.lines.reduce((sum, line) => sum + line.open, 0),
      reached: isNotice || input.reached,
      outcome: input.outcome,
      next_day: input.nextDay,
      message_id: input.way === 'written' ? await write(context, dunning, letter) : null,
      contact_id: isNotice ? null : await touch(context, dunning, input),
      by_id: actingPerson(context),
      at: now,
    })
    .execute();
  await keepCommitments(context, { subjectId: dunning.id, kinds: [OWED.step] });
  const { limits } = await chargingOf(context);
  const starts = await dayOver(context, dunning.centre_id, dayAfter(input.nextDay, -1));
  await oweSteps(context, dunning.centre_id, [dunning], limits.step, starts);
  const data = { step: id, way: input.way, reached: isNotice || input.reached, nextDay: input.nextDay };
  await record(context, { subject: { type: 'dunning', id: dunning.id }, type: 'charge.dunned', data });
  return id;
}

async function openDunning(context: Context, id: Id<'dunning'>): Promise<Dunning> {
  const dunning = await context.tx
    .selectFrom('dunning')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!dunning) throw new NotFound('charge.dunning_unknown');
  orForbid(can(context.actor, 'charge.receive', { centreId: dunning.centre_id }));
  if (dunning.closed_at !== null) throw new Refused('charge.dunning_over');
  return dunning;
}

function orWrong({ nextDay, way, reached, outcome }: Step, today: string): void {
  if (nextDay <= today || nextDay > dayAfter(today, LATEST_DAYS))
    throw new Invalid('charge.next_day_wrong', { path: 'nextDay', days: LATEST_DAYS });
  if (way !== 'printed' && way !== 'written' && reached && outcome === '')
    throw new Invalid('charge.outcome_missing', { path: 'outcome' });
}

async function write(context: Context, { centre_id, customer_id }: Dunning, letter: Letter): Promise<Id<'message'>> {
  const whom = (await addressees(context, [customer_id])).get(customer_id);
  const way = whom ? await wayFor(context, whom, centre_id) : 'no_way';
  if (!whom || typeof way === 'string') throw new Refused('charge.no_way_to_write');
  return writeUpdate(context, way, {
    subject: DUNNING_SUBJECT[whom.language],
    text: dunningLetter(letter, whom.language),
    ticketId: null,
    authorId: actingPerson(context),
  });
}

/** It stands in the history of contacts, too. */
async function touch(
  context: Context,
  { customer_id: customerId }: Dunning,
  { way, outcome }: Step,
): Promise<Id<'contact'>> {
  const need = DUNNING_SUBJECT['zh-hans'];
  return recordContact(
    context,
    contactInput.parse({ direction: 'out', channel: way, purpose: 'payment', customerId, need, outcome }),
  );
}
