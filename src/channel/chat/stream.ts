import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { NotSignedIn } from '../../kernel/refusal.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Organisation } from '../../platform/context.ts';
import type { Database } from '../../platform/db.ts';
import { CHAT_SECRET, READABLE_ELSEWHERE } from '../../platform/http/elsewhere.ts';
import type { Identify } from '../../platform/http/identify.ts';
import { headerOf, organisationOf } from '../../platform/http/identify.ts';
import type { HouseRoute } from '../../platform/http/route.ts';
import { openEventStream } from '../../platform/live/event-stream.ts';
import type { Live } from '../../platform/live/live.ts';
import { chatOfVisitor } from './facts.ts';
import { visitorOut } from './view.ts';
import { placesNow, viewWithoutPlace } from './visitor-view.ts';
import type { Hears } from './paces.ts';
import { createHears } from './paces.ts';
import type { Visitors } from './visitors.ts';
import { createVisitors } from './visitors.ts';

/** Whoever said that he types does so for this long. */
const TYPES_FOR = 6_000;

export type VisitorPresence = { typing(schema: string, id: Id<'conversation'>): void };

type Parts = {
  identify: Identify;
  database: Database;
  clock: Clock;
  digest(secret: string): string;
  live: Pick<Live, 'bus' | 'presence'>;
  log(line: string): void;
};

export type VisitorStream = { route: HouseRoute; visitors: Visitors };

/** `GET /api/public/chat/stream`: what happens in his chat, told to the visitor as server-sent events. */
export function visitorStream(parts: Parts): VisitorStream {
  const { database, clock, live } = parts;
  const visitors = createVisitors({
    log: parts.log,
    read: (schema, id, after) => database.read(schema, (tx) => viewWithoutPlace({ tx }, id, after), true),
    places: (schema) => database.read(schema, (tx) => placesNow({ tx, now: clock.now() }), true),
  });
  // nothing hears while the routes are only described
  if (live) {
    live.bus.onNews(visitors.hear);
    live.bus.onPresence(visitors.hearPresence);
    live.bus.onGap(visitors.resync);
  }
  return { visitors, route: routeOf(parts, visitors, createHears()) };
}

function routeOf({ identify, database, digest, live }: Parts, visitors: Visitors, hears: Hears): HouseRoute {
  return {
    name: 'streamChat',
    path: '/public/chat/stream',
    admits: 'anyone',
    elsewhere: true,
    tag: 'Chat',
    summary: 'Hear what happens in one’s chat, from the line one has (server-sent events)',
    answer: {
      type: 'text/event-stream',
      description: `Each event is where the visitor stands and the lines after the last; its id is the \`no\` of the newest. Asked with the secret in the header ${CHAT_SECRET}, and with \`after\` or Last-Event-ID.`,
      schema: visitorOut,
    },
    async handle(request, reply) {
      const organisation: Organisation = await organisationOf(identify, request);
      const secret = headerOf(request, CHAT_SECRET);
      if (!secret) throw new NotSignedIn('chat.not_known');
      const { conversation_id: id } = await database.read(organisation.schema, (tx) =>
        chatOfVisitor({ tx }, digest(secret)),
      );
      const { schema } = organisation;
      const leaves = hears(request.ip);
      const stream = openEventStream(reply, READABLE_ELSEWHERE);
      visitors.add({ schema, id, stream, after: afterOf(request) });
      stream.onClose(leaves);
      // his colleagues to be see that he is there
      const socket = randomUUID();
      live.presence.look(socket, { schema, personId: id }, { ticket: id, typing: false, unsaved: false });
      stream.onClose(() => live.presence.look(socket, { schema, personId: id }, null));
    },
  };
}

const asked = z.object({ after: z.coerce.number().int().min(0).catch(0) });

function afterOf(request: Parameters<HouseRoute['handle']>[0]): number {
  const last = Number(headerOf(request, 'last-event-id'));
  return Number.isInteger(last) && last > 0 ? last : asked.parse(request.query).after;
}

/** Who types stands at his conversation under its own id, as a screen of ours does under its person's. */
export function visitorPresence({ presence }: Pick<Live, 'presence'>): VisitorPresence {
  const resting = new Map<string, NodeJS.Timeout>();
  return {
    typing(schema, id) {
      const who = { schema, personId: id };
      clearTimeout(resting.get(id));
      presence.look(id, who, { ticket: id, typing: true, unsaved: false });
      const rest = setTimeout(() => {
        resting.delete(id);
        presence.look(id, who, null);
      }, TYPES_FOR).unref();
      resting.set(id, rest);
    },
  };
}
