import { sql } from 'kysely';
import type { Conversation } from '../../../conversation/conversation.ts';
import { thingOf } from '../../../conversation/conversation.ts';
import type { Id } from '../../../kernel/id.ts';
import { notify } from '../../../notification/commands/notify.ts';
import { can, system } from '../../../organisation/can.ts';
import type { Context } from '../../../platform/context.ts';
import { afterwards } from '../../../platform/journal.ts';
import { channelOf, channelsOn } from '../../channels.ts';
import { readyAgents } from '../agents.ts';
import type { Chat, Wish } from '../chat.ts';
import { choose, offerEnds } from '../chat.ts';
import { lockQueue } from '../facts.ts';
import type { ChatSettings } from '../settings.ts';
import { chatSettingsOf } from '../settings.ts';

/** The job that lets an offer go by. */
export const PASS_OFFER = 'chat.pass';

/** Nobody has room for more than this at one go. */
const MOST = 200;

type Asking = Chat &
  Pick<Conversation, 'owner_id' | 'centre_id' | 'channel_id'> & { of_department: Id<'department'> | null } & {
    last_id: Id<'person'> | null;
  };

/**
 * Asks for everybody who waits, the longest waiting first, one of us who is there and has room; and for each who is handed over to a
 * department, one of that. Called wherever somebody begins to wait or somebody has room again.
 */
export async function offerWaiting(context: Context): Promise<void> {
  await lockQueue(context);
  const most = await mostAtOnce(context);
  let agents = await readyAgents(context, most);
  // usually nobody has room: thousands who wait are not looked at
  if (agents.length === 0) return;
  for (const asking of await askingNow(context)) {
    const channel = await channelOf(context, asking.channel_id);
    const settings = chatSettingsOf(channel);
    const thing = thingOf({ ...asking, department_id: asking.of_department });
    const able = agents.filter(({ actor }) => can(actor, 'conversation.answer', thing) === null);
    const personId = choose(wishOf(asking, settings), able, settings.atOnce);
    if (personId === null) continue;
    await offerTo(context, asking.conversation_id, personId, settings);
    agents.find((agent) => agent.personId === personId)!.load += 1;
    agents = agents.filter(({ load }) => load < most);
    if (agents.length === 0) return;
  }
}

async function mostAtOnce(context: Context): Promise<number> {
  const chats = (await channelsOn(context)).filter(({ kind }) => kind === 'chat');
  return Math.max(0, ...chats.map((channel) => chatSettingsOf(channel).atOnce));
}

function wishOf(asking: Asking, { skill }: ChatSettings): Wish {
  const { language, department_id: departmentId, last_id: lastId, given_by_id: exceptId } = asking;
  return { language, departmentId, skill, lastId, exceptId };
}

async function askingNow({ tx }: Context): Promise<Asking[]> {
  const { rows } = await sql<Asking>`
    select chat.*, v.owner_id, v.centre_id, v.channel_id, v.department_id as of_department, coalesce(chat.last_agent_id, (
      select former.owner_id from conversation former where former.customer_id = v.customer_id and former.id <> v.id
        and former.owner_id is not null order by former.last_at desc limit 1)) as last_id
    from chat join conversation v on v.id = chat.conversation_id join channel on channel.id = v.channel_id
    where chat.offered_to_id is null and channel.off_at is null and channel.ended_at is null
      and (chat.phase = 'waiting' or (chat.phase = 'on' and chat.given_by_id is not null and chat.department_id is not null))
    order by chat.queued_at, chat.conversation_id limit ${MOST}`.execute(tx);
  return rows;
}

/** Asks him; he has a while to say that he takes it. The queue is locked. */
export async function offerTo(
  context: Context,
  id: Id<'conversation'>,
  personId: Id<'person'>,
  settings: Pick<ChatSettings, 'acceptWithin'>,
): Promise<void> {
  const endsAt = offerEnds(context.now, settings);
  await context.tx
    .updateTable('chat')
    .set({ offered_to_id: personId, offer_ends_at: endsAt })
    .where('conversation_id', '=', id)
    .execute();
  await afterwards(context, PASS_OFFER, id, { conversation: id, to: personId, endsAt }, endsAt);
  // he is asked at once, whoever's act it follows from
  await notify({ ...context, actor: system }, [
    { type: 'chat.offered', params: {}, personId, subject: { type: 'conversation', id }, ticketId: null },
  ]);
  context.signals.changed.set(id, 'conversation');
}
