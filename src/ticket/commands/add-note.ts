import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { kindOf } from '../../pack/kinds.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { areEstablished } from '../evidence.ts';
import { allow, lockTicket } from '../facts.ts';
import type { answerInput, apologyInput, explainInput, noteInput } from '../inputs-words.ts';
import { atMoment } from '../moments.ts';
import { forbiddenIn, whyNotSay } from '../never-said.ts';
import type { Ticket } from '../ticket.ts';
import { whyNotChange } from '../ticket.ts';
import { hearAnswer } from './hear-answer.ts';

type Written = {
  id?: Id<'note'> | undefined;
  text: string;
  kind: 'internal' | 'answer' | 'apology' | 'explanation' | 'situation' | 'result';
  at: Instant;
  sendsElsewhere?: boolean;
  rule?: string;
  accepted?: boolean | null;
  /** Colleagues it names. */
  mentions?: readonly Id<'person'>[] | undefined;
  /** Its writer has seen that it exaggerates, and means it; left out: nobody is there to be warned. */
  evenSo?: boolean;
  /** The field it was typed into, where that is not `text`. */
  field?: string;
};

/** What the customer hears. */
const OUTWARD: ReadonlySet<Written['kind']> = new Set(['answer', 'apology', 'explanation']);

async function refuseForbidden(context: Context, ticket: Ticket, note: Written): Promise<void> {
  if (!OUTWARD.has(note.kind) || context.replaying) return;
  const settings = await settingsOf(context);
  const path = note.field ?? 'text';
  const promised = forbiddenIn(note.text, settings.neverPromised ?? []);
  if (promised !== null && !(await areEstablished(context, ticket)))
    throw new Invalid('words.never_promised', { path, phrase: promised });
  const wrong = whyNotSay(note.text, settings, { path, evenSo: note.evenSo ?? true });
  if (wrong) throw new Invalid(wrong.code, wrong.params);
}

/** The same note sent again writes nothing; one that stands on another matter is not the same. */
async function refuseOther(context: Context, ticket: Ticket, id: Id<'note'>): Promise<false> {
  const there = await context.tx
    .selectFrom('note')
    .select('id')
    .where('id', '=', id)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirst();
  if (!there) throw new Refused('already_there');
  return false;
}

/**
 * Puts words on the timeline. The event names the row; the words can be erased without rewriting history. Refuses a text for
 * the customer with a place nobody filled, that passes the buck (PRIN-02), or exaggerates or promises liability before the facts are established (PRIN-06).
 */
export async function writeNote(context: Context, ticket: Ticket, note: Written): Promise<boolean> {
  await refuseForbidden(context, ticket, note);
  const id = note.id ?? newId<'note'>(context.now);
  const written = await context.tx
    .insertInto('note')
    .values({
      id,
      ticket_id: ticket.id,
      kind: note.kind,
      text: note.text,
      by_id: actingPerson(context),
      at: note.at,
      sends_elsewhere: note.sendsElsewhere ?? false,
      rule: note.rule ?? null,
      accepted: note.accepted ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows) === 0) return refuseOther(context, ticket, id);
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: `ticket.${note.kind === 'internal' ? 'noted' : note.kind}`,
    happenedAt: note.at,
    data: {
      note: id,
      ...(note.sendsElsewhere ? { sendsElsewhere: true } : {}),
      ...(note.mentions && note.mentions.length > 0 ? { mentions: note.mentions } : {}),
    },
  });
  return true;
}

async function handled(
  context: Context,
  id: string,
  said: Instant | undefined,
): Promise<{ ticket: Ticket; at: Instant }> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  orRefuse(whyNotChange(ticket));
  return { ticket, at: happened(context, said, ticket.opened_at) };
}

/**
 * An answer to the customer: keeps the first-answer clock, unless it only sends him to another office, which is kept
 * and flagged and stops nothing (ESCL-08).
 */
export async function answerCustomer(context: Context, id: string, input: z.output<typeof answerInput>): Promise<void> {
  const { ticket, at } = await handled(context, id, input.happenedAt);
  const fresh = await writeNote(context, ticket, {
    id: input.id,
    text: input.text,
    kind: 'answer',
    at,
    sendsElsewhere: input.sendsElsewhere,
    evenSo: input.evenSo ?? false,
  });
  if (fresh && !input.sendsElsewhere) await markAnswered(context, ticket, at);
}

/** The customer has an answer that deals with the matter: what waited for it is kept. */
export async function markAnswered(context: Context, ticket: Ticket, at: Instant): Promise<void> {
  if (ticket.answered_at === null)
    await context.tx.updateTable('ticket').set({ answered_at: at }).where('id', '=', ticket.id).execute();
  await hearAnswer(context, ticket, at, 'answered');
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  await atMoment(context, ticket, kind, 'answered', at);
}

/** The apology is the first step of a complaint (COMP-10). */
export async function apologise(context: Context, id: string, input: z.output<typeof apologyInput>): Promise<void> {
  const { ticket, at } = await handled(context, id, input.happenedAt);
  if (
    !(await writeNote(context, ticket, {
      id: input.id,
      text: input.text,
      kind: 'apology',
      at,
      evenSo: input.evenSo ?? false,
    }))
  )
    return;
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  await atMoment(context, ticket, kind, 'apologised', at);
}

/** Who explained what, on the ground of which rule, and whether it was accepted (COMP-14). */
export async function explain(context: Context, id: string, input: z.output<typeof explainInput>): Promise<void> {
  const { ticket, at } = await handled(context, id, input.happenedAt);
  await writeNote(context, ticket, {
    id: input.id,
    text: input.text,
    kind: 'explanation',
    at,
    rule: input.rule,
    accepted: input.accepted,
    evenSo: input.evenSo ?? false,
  });
}

/** The written record of a special situation at the counter (RECP-04). */
export async function recordSituation(context: Context, id: string, input: z.output<typeof noteInput>): Promise<void> {
  const { ticket, at } = await handled(context, id, input.happenedAt);
  await writeNote(context, ticket, { id: input.id, text: input.text, kind: 'situation', at });
}

/** What the investigation found: keeps the same-day clock of complaints (COMP-02) and tells the department's head. */
export async function recordInvestigation(
  context: Context,
  id: string,
  input: z.output<typeof noteInput>,
): Promise<void> {
  const { ticket, at } = await handled(context, id, input.happenedAt);
  if (!(await writeNote(context, ticket, { id: input.id, text: input.text, kind: 'result', at }))) return;
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.investigated',
    happenedAt: at,
    data: {},
  });
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  await atMoment(context, ticket, kind, 'investigated', at);
}
