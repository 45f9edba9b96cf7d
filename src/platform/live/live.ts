import type pg from 'pg';
import type { Organisation, Signals } from '../context.ts';
import { createAnnouncer } from './announcer.ts';
import type { Bus } from './bus.ts';
import { createBus } from './bus.ts';
import type { Listener } from './listener.ts';
import { CHANNEL, openListener } from './listener.ts';
import { readNews } from './news.ts';
import type { Presence } from './presence.ts';
import { createPresence } from './presence.ts';
import type { Sockets } from './sockets.ts';
import { createSockets } from './sockets.ts';

export type Live = {
  /** Tells all nodes what a transaction changed, once it has committed. */
  announce(organisation: Pick<Organisation, 'schema'>, signals: Signals): void;
  bus: Bus;
  sockets: Sockets;
  presence: Presence;
  listener: Listener;
  stop(): Promise<void>;
};

/** Joins this node to the others on the same database. `url` is for the one connection that listens. */
export async function openLive(parts: { pool: pg.Pool; url: string; log(line: string): void }): Promise<Live> {
  const bus = createBus();
  const sockets = createSockets();
  const send = async (messages: string[]): Promise<void> => {
    await parts.pool.query('select pg_notify($1, message) from unnest($2::text[]) message', [CHANNEL, messages]);
  };
  const say = (schema: string, told: string): void => {
    sockets.say(schema, told);
    bus.emitPresence(schema, told);
  };
  const presence = createPresence({ send, say });
  const listener = await openListener({
    url: parts.url,
    log: parts.log,
    gap() {
      sockets.resync();
      bus.emitGap();
    },
    hear: (text) => hear({ bus, sockets, presence }, text),
  });
  const announcer = createAnnouncer(send);
  return {
    announce: (organisation, signals) => announcer.announce(organisation.schema, signals),
    bus,
    sockets,
    presence,
    listener,
    async stop() {
      await sockets.stop();
      await presence.stop();
      await announcer.stop();
      await listener.stop();
    },
  };
}

/** What a node said, this one too. */
function hear({ bus, sockets, presence }: Pick<Live, 'bus' | 'sockets' | 'presence'>, text: string): void {
  if (presence.hear(text)) return;
  const news = readNews(text);
  if (!news) return;
  sockets.tell(news);
  bus.emitNews(news);
  if (news.fireAt) bus.emit('fire', news.schema, news.fireAt);
  if (news.outboxAt) bus.emit('outbox', news.schema, news.outboxAt);
}
