import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { todayIn } from '../../organisation/today.ts';
import type { CustodyKind } from '../../pack/custody.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { happened } from '../../platform/journal.ts';
import { thingOf, verdictsOf } from '../../ticket/facts.ts';
import type { Holder } from '../custody.ts';
import type { CustodyState } from '../sorts.ts';
import { BRING_BACK, conditionAfter, MOVES, sameHolder, whyNotEnter, whyNotSaid } from '../custody.ts';
import { dueBy } from '../due.ts';
import type { Entry, Item } from '../facts.ts';
import { custodyKindsOf, holderOf, lockItem } from '../facts.ts';
import type { Enter } from '../inputs.ts';
import { appendEntry } from './append-entry.ts';
import { oweOnCustody } from './owe-on-custody.ts';
import { isFor, whyNotApproved } from '../issuing.ts';
import { orKnown } from './receive-item.ts';

type Found = { item: Item; last: Entry };

/**
 * One entry about a thing (KEYS-02, PASS-02, ASST-02, ASST-04): drawn, handed over, returned, issued, and what else may become of it.
 * The row is locked first: of two who hand it out at once the second hears who has it.
 */
export async function enter(context: Context, id: Id<'custody_item'>, input: Enter): Promise<void> {
  await enterOn(context, await lockItem(context, id), input);
}

/** The same on a thing that is locked already; `countId`: a count found it so. */
export async function enterOn(
  context: Context,
  { item, last }: Found,
  input: Enter,
  countId: Id<'custody_count'> | null = null,
): Promise<Entry> {
  const { act } = input;
  orRefuse(whyNotEnter({ sort: item.sort, state: last.state, condition: last.condition }, act));
  const kind = (await custodyKindsOf(context)).find(({ key }) => key === item.kind);
  const said = { ...input, to: input.to ?? null, condition: input.condition ?? null, dueBack: input.dueBack ?? null };
  const missing = whyNotSaid(
    { ...said, validUntil: input.validUntil ?? null },
    kind?.needs.includes('valid_until') ?? false,
  );
  if (missing) throw new Invalid(missing.code, missing.params);
  const at = happened(context, input.happenedAt, last.happened_at);
  const move = MOVES[act];
  const to = await receiverOf(context, last, input);
  const state = move.to === 'same' ? last.state : move.to;
  const entry = await appendEntry(context, item, {
    act,
    state,
    condition: conditionAfter(act, said.condition, last.condition),
    from: holderOf(last),
    to,
    purpose: input.purpose,
    due_back: await dueBackOf(context, item, { state, last, said: input.dueBack, at }),
    valid_until: await validityOf(context, item, { state, last, input }),
    what_happened: input.whatHappened,
    cause: input.cause,
    measures: input.measures,
    remark: input.remark,
    ticket_id: await ticketOf(context, kind, last, input),
    count_id: countId,
    happenedAt: at,
  });
  await oweOnCustody(context, item, last, entry);
  return entry;
}

/** Who has it from then on; nobody is handed what he has. */
async function receiverOf(context: Context, last: Entry, { act, to }: Enter): Promise<Holder> {
  const { holder } = MOVES[act];
  const now = holderOf(last);
  if (holder === 'same') return now;
  if (holder !== 'given') return { kind: holder };
  orRefuse(sameHolder(now, to!) ? refusal('custody.has_it') : null);
  await orKnown(context, to!, 'to');
  return to!;
}

type Lent = { state: CustodyState; last: Entry; said: Instant | undefined; at: Instant };

/** What is drawn is due back as somebody says, else as the house has it; handed on, as it was. */
async function dueBackOf(context: Context, item: Item, { state, last, said, at }: Lent): Promise<Instant | null> {
  if (state !== 'drawn') return null;
  if (said !== undefined && said <= at) throw new Invalid('custody.back_before', { path: 'dueBack' });
  if (said !== undefined) return said;
  if (last.due_back !== null) return last.due_back;
  const limit = (await settingsOf(context)).limits.bringBack ?? BRING_BACK;
  return dueBy(context, limit, { centreId: item.centre_id, departmentId: null }, at);
}

type Issued = { state: CustodyState; last: Entry; input: Enter };

async function validityOf(context: Context, item: Item, { state, last, input }: Issued): Promise<string | null> {
  if (state !== 'issued') return null;
  const until = input.validUntil ?? last.valid_until;
  const today = await todayIn(context, item.centre_id);
  if (input.validUntil !== undefined && input.validUntil < today)
    throw new Invalid('custody.valid_before', { path: 'validUntil' });
  return until;
}

/** A pass of a kind that is applied for is issued on such an application, approved (PASS-01). */
async function ticketOf(
  context: Context,
  kind: CustodyKind | undefined,
  last: Entry,
  { act, ticketId }: Enter,
): Promise<Id<'ticket'> | null> {
  const application = act === 'issued' ? kind?.application : undefined;
  if (ticketId === undefined) {
    if (application) throw new Invalid('custody.no_application', { path: 'ticketId' });
    return MOVES[act].to === 'same' || act === 'withdrawn' ? last.ticket_id : null;
  }
  const ticket = await context.tx.selectFrom('ticket').selectAll().where('id', '=', ticketId).executeTakeFirst();
  if (!ticket) throw new NotFound('ticket.unknown');
  orForbid(can(context.actor, 'ticket.see', await thingOf(context.tx, ticket)));
  if (!application) return ticketId;
  if (!isFor(application, ticket) || ticket.stage_class === 'cancelled')
    throw new Invalid('custody.other_application', { path: 'ticketId', number: ticket.number });
  orRefuse(whyNotApproved(application, ticket, await verdictsOf(context.tx, ticketId)));
  return ticketId;
}
