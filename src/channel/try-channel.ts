import type { z } from 'zod';
import { newId } from '../kernel/id.ts';
import { Refused } from '../kernel/refusal.ts';
import type { Edge } from '../platform/http/edge.ts';
import { openImap } from '../platform/mail/imap.ts';
import { tried } from '../platform/outward/tried.ts';
import { isTaken, saidOf } from '../platform/outward/posted.ts';
import { trySmtp } from '../platform/mail/smtp.ts';
import type { ChannelParts } from './commands/change-channels.ts';
import { postSigned } from './connector/post.ts';
import { atServer } from './mail/credentials.ts';
import type { ChannelKind } from './kinds.ts';
import type { Channel } from './port.ts';
import type { ChannelSecret } from './secret.ts';
import { keepSecret, openSecret } from './secret.ts';
import type { testOut } from './view.ts';
import { answerIn, askWechat } from './wechat/api.ts';

type Where = Pick<Edge, 'organisation' | 'now' | 'transact'>;
type Trying = (parts: ChannelParts, where: Where, channel: Channel) => Promise<z.input<typeof testOut>>;

/** Speaks with the other side, changes nothing there, and says what it answered. */
export const tryChannel: Trying = (parts, where, channel) => TRYING[channel.kind](parts, where, channel);

const TRYING: Record<ChannelKind, Trying> = {
  mail: async ({ sealer }, { organisation, now, transact }, channel) => {
    const secret = await openSecret(sealer, organisation, channel);
    const clock = { now: () => now };
    const keep = (given: ChannelSecret) =>
      keepSecret(sealer, organisation, (work) => transact(({ tx }) => work(tx)), channel, given);
    // one after the other: the token that the first asks for is good for both, and asking may end the one it is asked with
    const receive = await tried(async () => {
      const mailbox = await atServer({ channel, side: 'imap', secret, clock, keep }, openImap);
      await mailbox.close();
    });
    const send = await tried(() => atServer({ channel, side: 'smtp', secret, clock, keep }, trySmtp));
    return { receive, send };
  },
  connector: async (parts, where, channel) => {
    const posted = await postSigned(parts, where, channel, newId(where.now), { type: 'test' });
    const ok = isTaken(posted);
    return { receive: null, send: { ok, said: ok ? 'OK' : saidOf(posted) } };
  },
  chat: async () => {
    throw new Refused('channel.nothing_to_try');
  },
  sms: async () => {
    throw new Refused('channel.no_trial');
  },
  wechat: tryWechat,
  wecom: tryWechat,
};

/** From where its API calls is asked: that costs nothing and needs a token. */
async function tryWechat(...[parts, where, channel]: Parameters<Trying>): ReturnType<Trying> {
  const send = await tried(async () => {
    const { errcode, errmsg } = answerIn(await askWechat(parts, where, channel, { path: '/cgi-bin/getcallbackip' }));
    if (errcode !== 0) throw new Error(`${errcode} ${errmsg}`);
  });
  return { receive: null, send };
}
