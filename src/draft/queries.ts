import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { allowToSee, ticketById } from '../ticket/facts.ts';
import type { draftsOut, Tabs } from './inputs.ts';

type Drafts = z.input<typeof draftsOut>;

const TICKET = /^ticket:([0-9a-f-]{36})(:|$)/;

/** Refuses drafts on tickets the person may not see; says whether others' drafts are his to find too. */
export async function mayDraft(context: Context, subject: string): Promise<boolean> {
  const id = TICKET.exec(subject)?.[1];
  if (id === undefined) return false;
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  return true;
}

/** What was begun on a subject: one's own, and on a ticket everybody's, so that a successor loses nothing. */
export async function draftsOn(context: Context, subject: string): Promise<Drafts> {
  const shared = await mayDraft(context, subject);
  const me = actingPerson(context);
  const rows = await context.tx
    .selectFrom('draft')
    .innerJoin('person', 'person.id', 'draft.person_id')
    .select(['person.id', 'person.name', 'draft.content', 'draft.at'])
    .where('draft.subject', '=', subject)
    .$if(!shared, (mine) => mine.where('draft.person_id', '=', me))
    .orderBy('draft.at', 'desc')
    .limit(50)
    .execute();
  const content = (row: (typeof rows)[number]) => row.content as Drafts['others'][number]['content'];
  const mine = rows.find((row) => row.id === me);
  return {
    mine: mine ? { content: content(mine), at: mine.at } : null,
    others: rows
      .filter((row) => row !== mine)
      .map((row) => ({ person: { id: row.id, name: row.name }, content: content(row), at: row.at })),
  };
}

export async function openTabs(context: Context): Promise<Tabs> {
  const row = await context.tx
    .selectFrom('open_tabs')
    .select('tabs')
    .where('person_id', '=', actingPerson(context))
    .executeTakeFirst();
  return (row?.tabs as Tabs | undefined) ?? { tabs: [], current: null };
}
