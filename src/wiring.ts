import { houseRoutes } from './wiring-house.ts';
import { guardedBy } from './auth/guarded.ts';
import { calendarFeedRoutes } from './calendar-feed/routes.ts';
import { createPaces } from './channel/chat/paces.ts';
import { recordingRoutes } from './telephone/routes-recordings.ts';
import { recordingTasks } from './telephone/commands/bring-recording.ts';
import { chatTasks } from './channel/chat/commands/send.ts';
import type { VisitorRouteParts } from './channel/chat/visitor-route.ts';
import { visitorRoutes } from './channel/chat/routes-visitor.ts';
import { visitorPresence, visitorStream } from './channel/chat/stream.ts';
import { mailTasks } from './channel/mail/commands/send-mail.ts';
import { connectorTasks } from './channel/connector/commands/send.ts';
import { smsTasks } from './channel/sms/commands/send.ts';
import { wechatTasks } from './channel/wechat/commands/send.ts';
import { channelRoutes } from './channel/routes.ts';
import { handOver } from './platform/mail/smtp.ts';
import { telephoneSystemRoutes } from './telephone/routes-systems.ts';
import { webhookRoutes } from './webhook/routes.ts';
import type { Edge } from './platform/http/edge.ts';
import { codeTasks } from './entry/commands/send-code.ts';
import { entryRoutes } from './entry/routes.ts';
import { sessionOfCustomer } from './entry/routes-cases.ts';
import type { EntryParts } from './entry/parts.ts';
import { surveyLinkRoutes } from './survey/routes-links.ts';
import { digest, newCode, newSecret, readCode } from './auth/digest.ts';
import { attempted, succeeded } from './auth/attempt.ts';
import { administrationTasks } from './administration/tasks.ts';
import { authRoutes } from './auth/auth-routes.ts';
import { callerIn } from './auth/caller.ts';
import { authParts } from './auth/parts.ts';
import type { Sealer } from './auth/sealing.ts';
import { setupRoutes } from './auth/routes/setup.ts';
import type { Clock } from './kernel/time.ts';
import type { Actor } from './organisation/can.ts';
import { actorOf } from './organisation/queries.ts';
import { organisationTasks } from './organisation/tasks.ts';
import { personnelTasks } from './personnel/tasks.ts';
import { packs } from './pack/registry.ts';
import type { Organisation, Reaction, Signals, SubjectType } from './platform/context.ts';
import type { Database } from './platform/db.ts';
import type { Tx } from './platform/tx.ts';
import { maySeeExpense } from './budget/may-see.ts';
import type { MaySee } from './platform/files/read-file.ts';
import { domainRoutes } from './routes.ts';
import { fileRoutes } from './platform/files/routes.ts';
import type { Identify } from './platform/http/identify.ts';
import { createMetrics } from './platform/http/metrics.ts';
import type { HouseRoute, Route } from './platform/http/route.ts';
import type { Tasks } from './platform/jobs/task.ts';
import type { Live } from './platform/live/live.ts';
import { liveSocket } from './platform/live/upgrade.ts';
import { react, tasks } from './reactions/reactions.ts';
import { privacyTasks } from './privacy/tasks.ts';
import { messageRoutes } from './conversation/routes-messages.ts';
import { maySeeContact } from './contact/may-see.ts';
import { maySeeMessage } from './conversation/may-see.ts';
import { maySeeDocument } from './document/scope.ts';
import { maySeeRound } from './round/may-see.ts';
import { maySee } from './ticket/may-see.ts';

export type Common = {
  database: Database;
  clock: Clock;
  organisations(): Promise<Organisation[]>;
  announce(organisation: Organisation, signals: Signals): void;
};

type Wiring = Common & {
  forgetOrganisations(): void;
  largestFile: number;
  privateWebhooks?: boolean;
  sealKey?: (() => Promise<string>) | undefined;
  live: Pick<Live, 'presence'>;
};

export type Wired = { identify: Identify; react: Reaction; routes: Route[]; tasks: Tasks; sealer: Sealer };

const SEEN_WITH: Partial<Record<SubjectType, (tx: Tx, actor: Actor, id: string) => Promise<boolean>>> = {
  contact: maySeeContact,
  document: (tx, actor, id) => maySeeDocument(tx, actor, { id }),
  expense: maySeeExpense,
  message: maySeeMessage,
  round: maySeeRound,
};

/** Files are given to tickets and what stands under them, to rounds, to messages, and to letters that opened nothing. */
const maySeeIt: MaySee = (tx, actor, subject) =>
  SEEN_WITH[subject.type]?.(tx, actor, subject.id) ?? maySee(tx, actor, subject);

/** Who knows whom: the domains are handed to the platform here, and nowhere else. */
export function wire(parts: Wiring): Wired {
  const { database, largestFile } = parts;
  const identify: Identify = {
    organisations: parts.organisations,
    callerOf: callerIn(database, parts.clock),
    actorOf: (tx, personId) => actorOf(tx, personId, parts.clock.now()),
  };
  const auth = authParts(database, parts.clock, parts.sealKey);
  const [{ sealer }, entry] = [auth, entryParts(database)];
  const { privateWebhooks: privateAllowed = false } = parts;
  return {
    identify,
    react,
    sealer,
    routes: [
      ...setupRoutes({ ...parts, packs, react }),
      ...authRoutes(auth),
      ...entryRoutes(entry),
      ...surveyLinkRoutes(entry),
      ...visitorRoutes(visitorParts(parts, sealer, entry)),
      ...webhookRoutes(parts),
      ...channelRoutes({ sealer, privateAllowed }),
      ...telephoneSystemRoutes({ sealer }),
      ...recordingRoutes({ database }),
      ...calendarFeedRoutes({ guarded: guardedBy(database) }),
      ...domainRoutes,
      ...messageRoutes({ database }),
      ...fileRoutes({ database, largest: largestFile, maySee: maySeeIt }),
    ],
    tasks: {
      ...tasks,
      ...organisationTasks,
      ...personnelTasks,
      ...administrationTasks,
      ...privacyTasks,
      ...outwardTasks(sealer, privateAllowed),
      ...codeTasks({ ...entry, sealer, handOver, privateAllowed }),
    },
  };
}

/** What goes out of the house or is fetched from outside. */
function outwardTasks(sealer: Sealer, privateAllowed: boolean): Tasks {
  return {
    ...mailTasks({ sealer, handOver }),
    ...chatTasks,
    ...connectorTasks({ sealer, privateAllowed }),
    ...smsTasks({ sealer, privateAllowed }),
    ...wechatTasks({ sealer, privateAllowed }),
    ...recordingTasks({ sealer }),
  };
}

/** Tries on the customer's page are counted as those at the door, apart from them. */
function entryParts(database: Database): EntryParts {
  const counted = (count: typeof attempted) => (edge: Edge, account: string) =>
    count(
      database,
      edge.organisation.schema,
      { account: `customer ${account} ${edge.address}`, address: edge.address },
      edge.now,
    );
  return { newSecret, newCode, readCode, digest, attempted: counted(attempted), succeeded: counted(succeeded) };
}

/** On our own page a visitor may be a customer whose session the browser holds; a page elsewhere has none. */
function visitorParts({ database, clock, live }: Wiring, sealer: Sealer, entry: EntryParts): VisitorRouteParts {
  return {
    ...entry,
    ...visitorPresence(live),
    sealer,
    database,
    paces: createPaces(clock),
    customerOf: async (context, edge) => (edge.elsewhere === null ? sessionOfCustomer(entry, edge, context) : null),
  };
}

/** The routes without anything behind them, for whoever only describes them. */
export function everyRoute(): { routes: Route[]; house: HouseRoute[] } {
  const nothing = null as never;
  const organisations = async (): Promise<Organisation[]> => [];
  const common = { database: nothing, clock: nothing, organisations, announce: () => {} };
  const wired = wire({
    ...common,
    forgetOrganisations: nothing,
    largestFile: 10 * 1024 * 1024,
    privateWebhooks: false,
    live: { presence: nothing },
  });
  const socket = liveSocket(wired.identify, nothing);
  const stream = visitorStream({ ...common, ...wired, digest, live: nothing, log: () => {} });
  return {
    routes: wired.routes,
    house: houseRoutes({
      ...common,
      ...wired,
      live: nothing,
      runs: nothing,
      metrics: createMetrics(),
      token: null,
      socket,
      stream,
    }),
  };
}
