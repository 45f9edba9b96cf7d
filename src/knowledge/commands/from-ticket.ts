import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { allowToSee, ticketById } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { ArticleFacts } from '../article.ts';
import { holdsAnyOf, telling } from '../no-names.ts';
import { secretsOfTicket, whyNotFromTicket } from '../ticket-article.ts';

/** The solved matter an article is written from; refused where the article still says whose it was (KNOW-05). */
export async function fromSolvedTicket(context: Context, id: Id<'ticket'>, facts: ArticleFacts): Promise<Ticket> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  orRefuse(whyNotFromTicket(ticket));
  const secrets = telling(await secretsOfTicket(context, ticket));
  const { title, body, situation, wasSaid, worked } = facts;
  const said: [string, string][] = [
    ...Object.entries(title).map(([key, text]): [string, string] => [`title.${key}`, text]),
    ...Object.entries(body).map(([key, text]): [string, string] => [`body.${key}`, text]),
    ['situation', situation],
    ['wasSaid', wasSaid],
    ['worked', worked],
  ];
  const named = said.find(([, text]) => holdsAnyOf(secrets, text));
  if (named) throw new Invalid('article.names_somebody', { path: named[0] });
  return ticket;
}
