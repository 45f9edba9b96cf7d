import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { thingOf } from '../conversation/conversation.ts';
import { allowToSee, ticketById } from '../ticket/facts.ts';
import type { draftOut, Tabs } from './inputs.ts';

const SUBJECT = /^(ticket|conversation)[:/]([0-9a-f-]{36})([:/]|$)/;

/** Refuses drafts on what the person may not see; says whether he is the one accountable for it now. */
export async function ownsSubject(context: Context, subject: string): Promise<boolean> {
  const [, type, id] = SUBJECT.exec(subject) ?? [];
  if (id === undefined) return false;
  if (type === 'conversation') return answers(context, id);
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  return ticket.owner_id === actingPerson(context);
}

async function answers({ tx, actor }: Context, id: string): Promise<boolean> {
  const conversation = await tx
    .selectFrom('conversation')
    .select(['owner_id', 'department_id', 'centre_id'])
    .where('id', '=', id as Id<'conversation'>)
    .executeTakeFirst();
  if (!conversation || can(actor, 'conversation.see', thingOf(conversation)))
    throw new NotFound('conversation.unknown');
  return conversation.owner_id === actor.personId;
}

/**
 * What was begun on a subject: one's own draft; else, for whoever is accountable for the ticket or answers in the conversation
 * now, the last one begun by somebody else. A draft belongs to its subject and survives its owner.
 */
export async function draftOn(context: Context, subject: string): Promise<z.input<typeof draftOut>> {
  const owns = await ownsSubject(context, subject);
  const me = actingPerson(context);
  const rows = await context.tx
    .selectFrom('draft')
    .innerJoin('person', 'person.id', 'draft.person_id')
    .select(['person.id', 'person.name', 'draft.content', 'draft.at', 'draft.former', 'draft.former_at'])
    .where('draft.subject', '=', subject)
    .$if(!owns, (mine) => mine.where('draft.person_id', '=', me))
    .orderBy('draft.at', 'desc')
    .limit(50)
    .execute();
  const found = rows.find((row) => row.id === me) ?? rows[0];
  if (!found) return null;
  return {
    text: found.content as string,
    savedAt: found.at,
    by: { id: found.id, name: found.name },
    mine: found.id === me,
    former: found.former_at === null ? null : { text: found.former as string, savedAt: found.former_at },
  };
}

export async function openTabs(context: Context): Promise<Tabs> {
  const row = await context.tx
    .selectFrom('open_tabs')
    .select('tabs')
    .where('person_id', '=', actingPerson(context))
    .executeTakeFirst();
  return { items: (row?.tabs as Tabs['items'] | undefined) ?? [] };
}
