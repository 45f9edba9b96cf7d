import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { digest, newSecret } from '../../src/auth/digest.ts';
import { setPassword } from '../../src/auth/commands/store-password.ts';
import { channelsOn } from '../../src/channel/channels.ts';
import { beginChat } from '../../src/channel/chat/commands/begin-chat.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { systemClock } from '../../src/kernel/time.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { Outcome, Part, Setting } from './bench.ts';
import { atMost, percentile, rounded } from './bench.ts';
import type { Order, Talked } from './chat-load.ts';
import type { Memory, Server } from './client.ts';
import { signedIn, startServer } from './client.ts';
import { PASSWORD } from './intake.ts';

const LATEST = 150;
const MOST_KILOBYTES = 60;
const AT_ONCE = 10;

type Load = { order(order: Order): Promise<Talked>; stop(): Promise<void> };

/** Visitors and agents in a process of their own, so that neither their work nor their memory is the node's. */
function startLoad(): Load {
  const child: ChildProcess = fork(join(import.meta.dirname, 'chat-load.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    async order(order) {
      child.send(order);
      const ended = once(child, 'exit').then(() => [{ fault: 'the load ended', talked: null }]);
      const [told] = (await Promise.race([once(child, 'message'), ended])) as [{ fault?: string; talked: Talked }];
      if (told.fault !== undefined) throw new Error(told.fault);
      return told.talked;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** So many more at the front desk, each with a password. */
async function seatAgents({ database, organisation, people }: World, many: number): Promise<string[]> {
  const now = systemClock.now();
  const agents = Array.from({ length: many }, (_, nth) => ({ id: newId<'person'>(now), username: `agent${nth}` }));
  await database.transact(organisation.schema, async (tx) => {
    const posts = await tx.selectFrom('person_post').selectAll().where('person_id', '=', people.desk).execute();
    for (const { id, username } of agents) {
      const person = { id, username, name: username, joined_at: now, on_duty: true, duty_changed_at: now };
      await tx.insertInto('person').values(person).execute();
      await tx
        .insertInto('person_post')
        .values(posts.map((post) => ({ ...post, person_id: id })))
        .execute();
    }
  });
  for (const { id } of agents) await setPassword(database, organisation, id, { typed: PASSWORD }, now);
  return agents.map(({ username }) => username);
}

async function addChat({ address }: Server, world: World): Promise<void> {
  await setPassword(world.database, world.organisation, world.people.admin, { typed: PASSWORD }, systemClock.now());
  const admin = await signedIn(address, 'admin', PASSWORD);
  const id: Id<'channel'> = newId(systemClock.now());
  const settings = { hours: 'always', atOnce: AT_ONCE, acceptWithin: 600 };
  const { status, text } = await admin.send('POST', '/channels', { kind: 'chat', id, name: '在线咨询', settings });
  admin.close();
  if (status >= 300) throw new Error(text);
}

/** The first begins as they all do; the others are copies of all that he left in the database, each with a secret of his own. */
async function beginChats(world: World, many: number): Promise<{ id: string; secret: string }[]> {
  const secrets = Array.from({ length: many }, () => newSecret());
  const channel = await world.read(async (tx) => (await channelsOn({ tx })).find(({ kind }) => kind === 'chat')!);
  world.clock.set(systemClock.now());
  const first = await world.act(null, beginChat, channel, {
    secretHash: digest(secrets[0]!),
    formerHash: null,
    customerId: null,
    messageId: newId<'message'>(systemClock.now()),
    name: '林女士',
    contact: '',
    text: '请问我的快递到哪里了？',
    language: 'zh-hans',
  });
  await world.act(null, async ({ tx }) => {
    await sql`create temp table copy on commit drop as select nth, hash from unnest(${secrets.slice(1).map(digest)}::text[]) with ordinality as one (hash, nth)`.execute(
      tx,
    );
    const id = (of: string): RawBuilder<string> =>
      sql`overlay(overlay(md5(${of} || nth) placing '7' from 13) placing '8' from 17)::uuid`;
    const contact = sql`(select contact_id from message where conversation_id = ${first})`;
    const whose: Record<string, RawBuilder<unknown>> = {
      contact: sql`t.id = ${contact}`,
      conversation: sql`t.id = ${first}`,
      commitment: sql`t.subject_id = ${first}`,
    };
    for (const table of ['contact', 'conversation', 'message', 'chat', 'chat_line', 'commitment'])
      await sql`insert into ${sql.table(table)} select (jsonb_populate_record(t, jsonb_build_object('id', ${id(table)},
        'conversation_id', ${id('conversation')}, 'message_id', ${id('message')}, 'contact_id', ${id('contact')},
        'subject_id', ${id('conversation')}, 'secret_hash', hash, 'queued_at', now() + nth * interval '1 ms'))).*
        from ${sql.table(table)} t, copy where ${whose[table] ?? sql`t.conversation_id = ${first}`}`.execute(tx);
  });
  const { rows } = await world.read((tx) =>
    sql<{ id: string; hash: string }>`select conversation_id as id, secret_hash as hash from chat`.execute(tx),
  );
  const known = new Map(rows.map(({ id, hash }) => [hash, id]));
  return secrets.map((secret) => ({ id: known.get(digest(secret))!, secret }));
}

type Measured = { before: Memory; after: Memory; talked: Talked };

async function measure({ say }: Setting, world: World, load: Load, sizes: Sizes): Promise<Measured> {
  const agents = await seatAgents(world, sizes.agents);
  const server = await startServer(world.url, 'a key of this benchmark alone');
  try {
    const { address } = server;
    await addChat(server, world);
    say(`${sizes.visitors} visitors begin`);
    const visitors = await beginChats(world, sizes.visitors);
    await world.database.pool.query('analyze');
    const early = await signedIn(address, agents[0]!, PASSWORD);
    for (const path of ['/session', '/chat/me', '/chat/board', '/conversations/counts']) await early.get(path);
    early.close();
    await sleep(2_000);
    const before = await server.memory();
    say('they connect');
    await load.order({ do: 'connect', address, visitors });
    await sleep(2_000);
    const after = await server.memory();
    say(`${rounded((after.rss - before.rss) / 1024 / sizes.visitors)} kB each`);
    say(`${sizes.agents} agents speak with them`);
    const { seconds, lines } = sizes;
    const talk = { agents, password: PASSWORD, atOnce: AT_ONCE, seconds, lines };
    return { before, after, talked: await load.order({ do: 'talk', address, ...talk }) };
  } finally {
    await server.stop();
  }
}

type Sizes = { visitors: number; agents: number; seconds: number; lines: number };

async function run(setting: Setting): Promise<Outcome> {
  const sizes = setting.quick
    ? { visitors: 100, agents: 4, seconds: 3, lines: 4 }
    : { visitors: 5_000, agents: 50, seconds: 30, lines: 10 };
  const world = await freshWorld({ at: systemClock.now() });
  const load = startLoad();
  try {
    const { before, after, talked } = await measure(setting, world, load, sizes);
    const each = (what: keyof Memory): number => (after[what] - before[what]) / 1024 / sizes.visitors;
    const all = [...talked.from, ...talked.to];
    const told = `visitor to agent ${timesOf(talked.from)}; agent to visitor ${timesOf(talked.to)}`;
    return {
      lines: [
        atMost(
          `${sizes.visitors} visitors, ${sizes.agents} agents: p99 from sending to having`,
          percentile(all, 0.99),
          LATEST,
          'ms',
        ),
        {
          what: '… lines lost or refused',
          asked: '0',
          measured: String(talked.unheard + talked.refused.length),
          meets: talked.unheard + talked.refused.length === 0,
        },
        atMost('… memory of the node for each (resident)', each('rss'), MOST_KILOBYTES, 'kB'),
      ],
      sizes: { visitors: sizes.visitors, 'chats under way': talked.chats, 'lines measured': all.length },
      notes: [
        `${told}. Each second ${sizes.lines} lines each way, a chat ends and the next of the queue is taken, whereby all who wait move up: ${talked.moved} events were sent to visitors.`,
        'Visitors and agents stand in a process of their own that sends and receives by the widget’s and the screens’ endpoints: a visitor’s event stream each; agents hear on the live socket and read the conversation that changed. The lists and counts beside it on a screen are not read anew.',
        `Of that memory ${rounded(each('heap'))} kB are JavaScript’s own. Measured after a collection, 2 s after the last had connected, against the same node with nobody connected; what the system keeps of a connection is not in it.`,
        ...talked.refused.slice(0, 3),
      ],
    };
  } finally {
    await load.stop();
    await world.drop();
  }
}

function timesOf(times: readonly number[]): string {
  const at = (share: number): string => rounded(percentile(times, share));
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms`;
}

export const chat: Part = { name: 'chat', about: 'Chats of many visitors at once', run };
