import type { VisitorStream } from './channel/chat/stream.ts';
import { healthRoutes } from './platform/http/health.ts';
import type { Metrics } from './platform/http/metrics.ts';
import { descriptionRoutes } from './platform/http/reference.ts';
import type { HouseRoute, Route } from './platform/http/route.ts';
import type { Live } from './platform/live/live.ts';
import type { LiveSocket } from './platform/live/upgrade.ts';
import { isMigrated } from './platform/migrate.ts';
import { versionOfHuiyin } from './platform/version.ts';
import type { Common } from './wiring.ts';

export type House = Common & {
  routes: Route[];
  live: Live;
  /** Whether the clock does. */
  runs(): boolean;
  metrics: Metrics;
  token: string | null;
  socket: LiveSocket;
  stream: VisitorStream;
};

/** The routes that are no organisation's. */
export function houseRoutes({ database, routes, live, runs, metrics, token, socket, stream }: House): HouseRoute[] {
  metrics.gauge('huiyin_open_sockets', 'Screens that hear of changes on this node', () => live.sockets.count());
  metrics.gauge('huiyin_open_visitors', 'Visitors whose chats this node tells', () => stream.visitors.count());
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
    stream.route,
  ];
  return [...house, ...descriptionRoutes(routes, house, versionOfHuiyin())];
}
