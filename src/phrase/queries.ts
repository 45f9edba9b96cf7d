import { sql } from 'kysely';
import type { z } from 'zod';
import { openTicketsOf } from '../conversation/facts.ts';
import { maySeeConversation } from '../conversation/may-see.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { inEach } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import { firstCentre } from '../organisation/house.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Placeholder } from '../pack/phrases.ts';
import { filled } from '../pack/places.ts';
import { settingsOf, settingsVersionOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, ticketById } from '../ticket/facts.ts';
import { foundIn } from '../ticket/never-said.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { PhrasesQuery } from './inputs.ts';
import type { Standing } from './suggest.ts';
import { offered } from './suggest.ts';
import type { flagsOut, offeredOut, phrasesOut } from './view.ts';

type Offered = z.input<typeof offeredOut>;
type Known = Partial<Record<Placeholder, string>>;
type About = { standing: Standing; known: Known; language: Offered['language'] };

const OF_NOTHING: About = {
  standing: { type: null, apologised: false, answered: false, settled: false },
  known: {},
  language: null,
};

/** What may be said now: what fits where the matter stands first, with the customer, the matter and oneself in their places. */
export async function offeredPhrases(context: Context, query: PhrasesQuery): Promise<Offered> {
  const { phrases = [] } = await settingsOf(context);
  const about = await aboutWhat(context, query);
  const known = { ...(await ourselves(context)), ...about.known };
  return {
    items: offered(phrases, about.standing).map(({ phrase: { key, situation, name, text }, fits }) => ({
      key,
      situation,
      name,
      fits,
      text: inEach(text, (one) => filled(one, known)),
    })),
    language: about.language,
  };
}

async function ourselves(context: Context): Promise<Known> {
  const { phone } = await firstCentre(context);
  return {
    organisation: context.organisation.name,
    person: context.actor.name,
    ...(phone === null ? {} : { phone }),
  };
}

async function aboutWhat(context: Context, { ticket, conversation }: PhrasesQuery): Promise<About> {
  if (ticket !== undefined) return aboutTicket(context, ticket);
  return conversation === undefined ? OF_NOTHING : aboutConversation(context, conversation);
}

type Written = { customer: string | null; language: Offered['language']; answered: boolean };

/** Of a conversation: of its newest matter that is open, else of itself. */
async function aboutConversation(context: Context, id: Id<'conversation'>): Promise<About> {
  if (!(await maySeeConversation(context, id))) throw new NotFound('conversation.unknown');
  const [ticket] = await openTicketsOf(context, id);
  const { rows } = await sql<Written>`
    select coalesce(c.name, nullif(o.correspondent_name, '')) as customer, c.language,
      exists (select from message m where m.conversation_id = o.id and m.direction = 'out' and m.state = 'sent') as answered
    from conversation o left join customer c on c.id = o.customer_id and c.erased_at is null
    where o.id = ${id}`.execute(context.tx);
  const { customer, language, answered } = rows[0]!;
  const matter = ticket === undefined ? OF_NOTHING : await aboutMatter(context, await ticketById(context.tx, ticket));
  return {
    standing: { ...matter.standing, answered: matter.standing.answered || answered },
    known: { ...matter.known, ...(customer === null ? {} : { customer }) },
    language: language ?? matter.language,
  };
}

type Facts = { apologised: boolean; customer: string | null; language: Offered['language'] };

async function aboutTicket(context: Context, id: Id<'ticket'>): Promise<About> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  return aboutMatter(context, ticket);
}

async function aboutMatter(context: Context, ticket: Ticket): Promise<About> {
  const { id } = ticket;
  const { rows } = await sql<Facts>`
    select exists (select from note n where n.ticket_id = ${id} and n.kind = 'apology') as apologised,
      c.name as customer, c.language
    from (values (1)) as one left join customer c on c.id = ${ticket.customer_id} and c.erased_at is null`.execute(
    context.tx,
  );
  const { apologised, customer, language } = rows[0]!;
  const { type } = await kindOf(context, ticket.kind, ticket.kind_version);
  const called = customer ?? ticket.caller_name;
  return {
    standing: {
      type,
      apologised,
      answered: ticket.answered_at !== null,
      settled: ticket.stage_class === 'resolved' || ticket.stage_class === 'closed',
    },
    known: { number: String(ticket.number), ...(called ? { customer: called } : {}) },
    language,
  };
}

/** All phrases of the house, for whoever words them. */
export async function readPhrases(context: Context): Promise<z.input<typeof phrasesOut>> {
  const { version, settings } = await settingsVersionOf(context);
  return { version, items: settings.phrases ?? [], can: { change: can(context.actor, 'limit.edit', {}) } };
}

/** Which words of the house's lists a text holds, while it is still being written (QUAL-07, QUAL-10). */
export async function lookThrough(context: Context, text: string): Promise<z.input<typeof flagsOut>> {
  const { neverSaid = [], neverPromised = [], exaggerations = [] } = await settingsOf(context);
  return {
    never: foundIn(text, neverSaid),
    promises: foundIn(text, neverPromised),
    exaggerates: foundIn(text, exaggerations),
  };
}
