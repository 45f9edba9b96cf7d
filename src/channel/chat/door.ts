import type { z } from 'zod';
import { dueOf } from '../../commitment/deadline.ts';
import { answerLimit } from '../../conversation/answer-limit.ts';
import type { Id } from '../../kernel/id.ts';
import { Forbidden, NotFound } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { epochOf, instantOf } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { currentCalendar } from '../../organisation/calendars.ts';
import { centres } from '../../organisation/house.ts';
import { receptionOf } from '../../organisation/reception.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { channelsOn } from '../channels.ts';
import type { Channel } from '../port.ts';
import { opensAt } from './facts.ts';
import { chatSettingsOf, mayCarry } from './settings.ts';
import type { doorOut } from './view.ts';

async function chatsOn(context: Pick<Context, 'tx'>): Promise<Channel[]> {
  return (await channelsOn(context)).filter(({ kind }) => kind === 'chat');
}

export async function hasChat(context: Pick<Context, 'tx'>, centreId: Id<'centre'>): Promise<boolean> {
  return (await chatsOn(context)).some((one) => one.centre_id === centreId);
}

/** The chat of a centre, or the first there is. Throws NotFound `chat.none`; a page elsewhere that may not carry it is refused. */
export async function chatChannel(
  context: Pick<Context, 'tx'>,
  centreId: Id<'centre'> | undefined,
  elsewhere: string | null,
): Promise<Channel> {
  const on = await chatsOn(context);
  const channel = centreId === undefined ? on[0] : on.find((one) => one.centre_id === centreId);
  if (!channel) throw new NotFound('chat.none');
  if (elsewhere !== null && !mayCarry(chatSettingsOf(channel), elsewhere))
    throw new Forbidden('chat.page_not_allowed', { page: elsewhere });
  return channel;
}

type Door = Omit<z.input<typeof doorOut>, 'work' | 'known'>;

/** What is told before a visitor begins: whether somebody is there, and by when he is answered. */
export async function chatDoor(context: Context, channel: Channel): Promise<Door> {
  const opens = await opensAt(context, channel);
  const { name } = await receptionOf(context, channel.centre_id);
  return {
    centre: name,
    zone: (await centres(context)).get(channel.centre_id)!.zone,
    open: opens === null,
    opensAt: opens,
    promisedBy: await answeredBy(context, channel, opens === null),
    welcome: chatSettingsOf(channel).welcome,
  };
}

/** By when what is written now is answered: a word in a chat where somebody is there, else as what is written is. */
async function answeredBy(context: Context, channel: Channel, open: boolean): Promise<Instant> {
  const { tx, now } = context;
  const { limits } = await settingsOf(context);
  const limit = answerLimit(limits, open ? 'answerChat' : 'answerMessage');
  const where = { centreId: channel.centre_id, departmentId: channel.department_id };
  const calendar = await currentCalendar(tx, await calendarFor(tx, limit.calendar, where));
  const startedAt = epochOf(now);
  return instantOf(
    calendar.counting([startedAt], (compiled) =>
      dueOf({
        startedAt,
        allowance: limit.allowance.text,
        basis: limit.allowance.basis,
        promisedFor: null,
        calendar: compiled,
        pauses: [],
      }),
    ),
  );
}
