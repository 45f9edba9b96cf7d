import type { FastifyInstance } from 'fastify';
import type { Clock } from './kernel/time.ts';
import { startForgetting } from './platform/forgetting.ts';
import { listenOn } from './platform/http/listen.ts';
import type { Database } from './platform/db.ts';
import { openDatabase } from './platform/db.ts';
import { createServer } from './platform/http/server.ts';
import { createMetrics } from './platform/http/metrics.ts';
import { startRelay } from './platform/jobs/relay.ts';
import { startWorker } from './platform/jobs/worker.ts';
import type { Live } from './platform/live/live.ts';
import { openLive } from './platform/live/live.ts';
import { liveSocket } from './platform/live/upgrade.ts';
import type { OrganisationList } from './platform/organisations.ts';
import { organisationList } from './platform/organisations.ts';
import type { Closers } from './platform/closers.ts';
import { closers } from './platform/closers.ts';
import { startImports } from './exchange/runner.ts';
import { digest } from './auth/digest.ts';
import { effects } from './reactions/reactions.ts';
import { startFieldIndexes } from './administration/field-indexes.ts';
import { forgetLooks } from './administration/forget-looks.ts';
import { forgetSeen } from './ticket/forget-seen.ts';
import type { LookBook } from './administration/look-book.ts';
import { openLookBook } from './administration/look-book.ts';
import { startChatKeeper } from './channel/chat/keeper.ts';
import { visitorStream } from './channel/chat/stream.ts';
import { startMailReaders } from './channel/mail/readers.ts';
import { openImap } from './platform/mail/imap.ts';
import { openAmi } from './platform/telephone/ami.ts';
import { openAri } from './platform/telephone/ari.ts';
import { startTelephones } from './telephone/system-lines.ts';
import { startWebhookSender } from './webhook/sender.ts';
import { startClock } from './clock.ts';
import { beginStandingDuties } from './standing-duties.ts';
import type { House } from './wiring-house.ts';
import { houseRoutes } from './wiring-house.ts';
import type { Wired } from './wiring.ts';
import { wire } from './wiring.ts';

export type NodeSettings = {
  databaseUrl: string;
  host: string;
  /** 0: any free one. */
  port: number;
  clock: Clock;
  /** The directory of the built screens; absent where only the API is served. */
  web?: string;
  logLevel?: 'info' | 'warn' | 'error' | 'silent';
  metricsToken?: string | null;
  largestFile?: number;
  /** Webhooks may go to networks of one's own, and over http; not unless said. */
  privateWebhooks?: boolean;
  /** Whose word is taken for where a request comes from; the machine's own unless said. */
  trustedProxies?: string;
  /** What secrets in the database are sealed with; one of this process alone unless given. */
  sealKey?: () => Promise<string>;
  /** Lines for a person: what is unusual. */
  log?: (line: string) => void;
};

export type RunningNode = {
  /** Where it listens, such as http://127.0.0.1:8080 */
  address: string;
  server: FastifyInstance;
  database: Database;
  organisations: OrganisationList;
  live: Live;
  /** Takes no more requests, lets what is under way end, and closes everything, within a few seconds. */
  stop(): Promise<void>;
};

const DEFAULT_LARGEST_FILE = 10 * 1024 * 1024;

/** One node on a migrated database. As many as wanted may run on the same one, in one process or in several. */
export async function startNode(settings: NodeSettings): Promise<RunningNode> {
  const opened = closers();
  try {
    return await start(settings, opened);
  } catch (fault) {
    await opened.close();
    throw fault;
  }
}

async function start(settings: NodeSettings, opened: Closers): Promise<RunningNode> {
  const { clock, log = () => {}, databaseUrl: url, largestFile = DEFAULT_LARGEST_FILE } = settings;
  const { privateWebhooks = false } = settings;
  const database = openDatabase({ url });
  opened.add(() => database.close());
  const organisations = organisationList(database.pool);
  const live = await openLive({ pool: database.pool, url, log });
  opened.add(() => live.stop());
  const looks = openLookBook({ database, log });
  opened.add(() => looks.stop());
  const common = { database, clock, log, announce: live.announce, organisations: organisations.all };
  const wired = wire({
    ...common,
    forgetOrganisations: organisations.forget,
    largestFile,
    privateWebhooks,
    sealKey: settings.sealKey,
    live,
  });

  await beginStandingDuties({ ...common, ...wired });
  const parts = { ...common, ...wired, url, live, privateWebhooks };
  const ticking = await startBackground(parts, opened);

  const server = await serve(settings, { ...common, ...wired, looked: looks.saw, runs: ticking.runs, live }, opened);
  const address = await listenOn(server, settings.host, settings.port);
  giveBack();
  return { address, server, database, organisations, live, stop: opened.close };
}

/** What the start alone needed goes back to the system, 30 MB; only where Node lets a program ask for it. */
function giveBack(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

type Background = Wired &
  Pick<House, 'database' | 'clock' | 'organisations' | 'announce'> & {
    log(line: string): void;
    url: string;
    live: Live;
    privateWebhooks: boolean;
  };

/** What a node does when nobody asks: jobs, what leaves the house, what came in by the file, the clock, and forgetting. */
async function startBackground(parts: Background, opened: Closers): Promise<ReturnType<typeof startClock>> {
  const { live, privateWebhooks } = parts;
  const worker = await startWorker({ ...parts, listener: live.listener });
  opened.add(() => worker.stop());
  const relay = startRelay({ ...parts, bus: live.bus });
  opened.add(() => relay.stop());
  const webhooks = startWebhookSender({ ...parts, bus: live.bus, privateAllowed: privateWebhooks });
  opened.add(() => webhooks.stop());
  const mailboxes = startMailReaders({ ...parts, bus: live.bus, open: openImap });
  opened.add(() => mailboxes.stop());
  const telephones = startTelephones({ ...parts, bus: live.bus, openAmi, openAri });
  opened.add(() => telephones.stop());
  const chats = startChatKeeper({ ...parts, people: live.sockets.people });
  opened.add(() => chats.stop());
  const imports = startImports({ ...parts, bus: live.bus });
  opened.add(() => imports.stop());
  const ticking = startClock({ ...parts, engine: { ...parts, effects }, bus: live.bus });
  opened.add(() => ticking.stop());
  const forgetting = startForgetting(parts, [
    ['Old notes of who looked', forgetLooks],
    ['Notes of who had seen what of old tickets', forgetSeen],
  ]);
  opened.add(() => forgetting.stop());
  const indexing = startFieldIndexes(parts);
  opened.add(() => indexing.stop());
  return ticking;
}

type Served = Wired &
  Omit<House, 'metrics' | 'token' | 'socket' | 'stream'> & { looked: LookBook['saw']; log(line: string): void };

async function serve(settings: NodeSettings, parts: Served, opened: Closers): Promise<FastifyInstance> {
  const { logLevel = 'silent', metricsToken: token = null, web, trustedProxies } = settings;
  const metrics = createMetrics();
  const socket = liveSocket(parts.identify, parts.live);
  const stream = visitorStream({ ...parts, digest });
  const server = await createServer({
    ...parts,
    house: houseRoutes({ ...parts, metrics, token, socket, stream }),
    observe: metrics.observe,
    web,
    trustedProxies,
    log: logLevel === 'silent' ? undefined : { level: logLevel },
  });
  opened.add(async () => {
    // sockets first: a server waits for the connections that its sockets keep
    await parts.live.sockets.stop();
    stream.visitors.stop();
    await server.close();
  });
  socket.open(server);
  return server;
}
