import { authRoutes } from './auth/auth-routes.ts';
import { callerIn } from './auth/caller.ts';
import { guardedBy } from './auth/guarded.ts';
import { authParts } from './auth/parts.ts';
import { setupRoutes } from './auth/routes/setup.ts';
import { calendarFeedRoutes } from './calendar-feed/routes.ts';
import { commitmentRoutes } from './commitment/routes.ts';
import { draftRoutes } from './draft/routes.ts';
import { contactRoutes } from './contact/routes.ts';
import { customerRoutes } from './customer/routes.ts';
import type { Clock } from './kernel/time.ts';
import { actorOf } from './organisation/queries.ts';
import { notificationRoutes } from './notification/routes.ts';
import { organisationRoutes } from './organisation/routes.ts';
import { organisationTasks } from './organisation/tasks.ts';
import { kindRoutes } from './pack/kind-routes.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { placeRoutes } from './place/routes.ts';
import { packs } from './pack/registry.ts';
import { definitionRoutes } from './pack/routes.ts';
import type { Organisation, Reaction, Signals } from './platform/context.ts';
import type { Database } from './platform/db.ts';
import { fileRoutes } from './platform/files/routes.ts';
import { healthRoutes } from './platform/http/health.ts';
import type { Identify } from './platform/http/identify.ts';
import type { Metrics } from './platform/http/metrics.ts';
import { createMetrics } from './platform/http/metrics.ts';
import { descriptionRoutes } from './platform/http/reference.ts';
import type { HouseRoute, Route } from './platform/http/route.ts';
import type { Tasks } from './platform/jobs/task.ts';
import type { Live } from './platform/live/live.ts';
import type { LiveSocket } from './platform/live/upgrade.ts';
import { liveSocket } from './platform/live/upgrade.ts';
import { isMigrated } from './platform/migrate.ts';
import { react, tasks } from './reactions/reactions.ts';
import { rectificationRoutes } from './rectification/routes.ts';
import { reportRoutes } from './report/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { returnVisitRoutes } from './return-visit/routes.ts';
import { maySee } from './ticket/may-see.ts';
import { summaryRoutes } from './summary/routes.ts';
import { webhookRoutes } from './webhook/routes.ts';
import { ticketRoutes } from './ticket/routes.ts';
import { workOrderRoutes } from './work-order/routes.ts';
import { versionOfHuiyin } from './platform/version.ts';

type Common = {
  database: Database;
  clock: Clock;
  organisations(): Promise<Organisation[]>;
  announce(organisation: Organisation, signals: Signals): void;
};

export type Wired = { identify: Identify; react: Reaction; routes: Route[]; tasks: Tasks };

/** Who knows whom: the domains are handed to the platform here, and nowhere else. */
export function wire(
  parts: Common & { forgetOrganisations(): void; largestFile: number; privateWebhooks: boolean },
): Wired {
  const { database, largestFile } = parts;
  const identify: Identify = {
    organisations: parts.organisations,
    callerOf: callerIn(database, parts.clock),
    actorOf: (tx, personId) => actorOf(tx, personId, parts.clock.now()),
  };
  return {
    identify,
    react,
    routes: [
      ...setupRoutes({ ...parts, packs, react }),
      ...authRoutes(authParts(database, parts.clock)),
      ...draftRoutes,
      ...organisationRoutes,
      ...kindRoutes,
      ...placeRoutes,
      ...customerRoutes,
      ...contactRoutes,
      ...searchRoutes,
      ...definitionRoutes,
      ...ticketRoutes,
      ...workOrderRoutes,
      ...returnVisitRoutes,
      ...rectificationRoutes,
      ...notificationRoutes,
      ...commitmentRoutes,
      ...reportRoutes,
      ...summaryRoutes,
      ...exchangeRoutes,
      ...webhookRoutes(parts),
      ...calendarFeedRoutes({ guarded: guardedBy(database) }),
      ...fileRoutes({ database, largest: largestFile, maySee }),
    ],
    tasks: { ...tasks, ...organisationTasks },
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
  });
  const socket = liveSocket(wired.identify, nothing);
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
    }),
  };
}

export type House = Common & {
  routes: Route[];
  live: Live;
  /** Whether the clock does. */
  runs(): boolean;
  metrics: Metrics;
  token: string | null;
  socket: LiveSocket;
};

/** The routes that are no organisation's. */
export function houseRoutes({ database, routes, live, runs, metrics, token, socket }: House): HouseRoute[] {
  metrics.gauge('huiyin_open_sockets', 'Screens that hear of changes on this node', () => live.sockets.count());
  metrics.gauge(
    'huiyin_waiting_for_connection',
    'Transactions waiting for a database connection',
    () => database.pool.waitingCount,
  );
  const house = [
    ...healthRoutes({
      database: async () => (await database.pool.query('select 1')).rowCount === 1,
      migrated: () => isMigrated(database.pool),
      clock: runs,
      listening: () => live.listener.connected(),
    }),
    metrics.route(token),
    socket.route,
  ];
  return [...house, ...descriptionRoutes(routes, house, versionOfHuiyin())];
}
