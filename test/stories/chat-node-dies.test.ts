import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { WebSocket } from 'ws';
import { setPassword } from '../../src/auth/commands/store-password.ts';
import { sealer } from '../../src/auth/sealing.ts';
import { keepChats } from '../../src/channel/chat/keeper.ts';
import { addChannel } from '../../src/channel/commands/change-channels.ts';
import { addChannelInput } from '../../src/channel/inputs.ts';
import { newId } from '../../src/kernel/id.ts';
import { between, MINUTE, plus, SECOND, systemClock } from '../../src/kernel/time.ts';
import type { RunningNode } from '../../src/node.ts';
import { startNode } from '../../src/node.ts';
import { CHAT_SECRET } from '../../src/platform/http/elsewhere.ts';
import { react } from '../../src/reactions/reactions.ts';
import { solve } from '../chat-world.ts';
import { nodeProcess } from '../killed-node.ts';
import { until } from '../platform-world.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/**
 * Three nodes of one database. Visitors and agents are at one of them, in a process of its own, that is killed in the middle of what they
 * say; as their browsers do, they say again under the same ids what was not acknowledged, to whichever node answers, and hear again from
 * the line they have.
 */
const PASSWORD = 'three quiet herons';
const KEY = 'a key of this test alone, long enough';
let world: World;
let dying: ChildProcess;
let standing: RunningNode[];
/** Where browsers find a node: what stands before the nodes sends them to one that lives. */
let address: string;
/** How far the clocks of the nodes are ahead of the machine's. */
let ahead: number;
const clock = { now: () => plus(systemClock.now(), ahead) };

type Line = { no: number; id: string; from: 'visitor' | 'us' };
type Visitor = { id: string; secret: string; first: string; heard: Line[]; phase: string; place: number | null };
type Agent = { cookie: string; socket: WebSocket | null };
const as = ({ cookie }: Agent) => ({ cookie });
const leaving = new AbortController();

async function ask(method: string, path: string, headers: Record<string, string>, body?: object) {
  const answer = await fetch(`${address}/api${path}`, {
    method,
    headers: { 'x-huiyin': '1', 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const said = (await answer.json()) as unknown;
  assert.ok(answer.status < 300, `${path}: ${answer.status} ${JSON.stringify(said)}`);
  return { said, cookie: answer.headers.getSetCookie().map((one) => one.split(';')[0]!) };
}

/** Until a node says that it has it: a connection that breaks says nothing of that. */
async function surely(work: () => Promise<unknown>): Promise<void> {
  for (;;)
    try {
      await work();
      return;
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault;
      await sleep(20);
    }
}

/** His event stream, opened anew wherever it ends, from the line that he has. */
async function listen(visitor: Visitor): Promise<void> {
  while (!leaving.signal.aborted)
    try {
      const last = visitor.heard.at(-1)?.no ?? 0;
      const { body } = await fetch(`${address}/api/public/chat/stream?after=${last}`, {
        headers: { [CHAT_SECRET]: visitor.secret },
        signal: leaving.signal,
      });
      let rest = '';
      for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
        const events = (rest + chunk).split('\n\n');
        rest = events.pop()!;
        for (const event of events) {
          const data = /^data: (.*)$/m.exec(event)?.[1];
          if (data === undefined) continue;
          const { lines, phase, place } = JSON.parse(data) as Pick<Visitor, 'phase' | 'place'> & { lines: Line[] };
          visitor.heard.push(...lines);
          Object.assign(visitor, { phase, place });
        }
      }
    } catch {
      await sleep(20);
    }
}

async function begins(name: string): Promise<Visitor> {
  const secret = randomBytes(32).toString('base64url');
  const first = newId<'message'>(clock.now());
  const { work } = (await ask('GET', '/public/chat', {})).said as { work: { token: string; bits: number } };
  const solved = { token: work.token, number: solve(work, first) };
  const body = { secret, messageId: first, text: '在吗', name, language: 'zh-hans', work: solved };
  const { id } = (await ask('POST', '/public/chat', {}, body)).said as { id: string };
  const visitor: Visitor = { id, secret, first, heard: [], phase: '', place: null };
  void listen(visitor);
  return visitor;
}

async function sits(username: 'desk' | 'desk2'): Promise<Agent> {
  await setPassword(world.database, world.organisation, world.people[username], { typed: PASSWORD }, clock.now());
  const { cookie } = await ask('POST', '/sign-in', {}, { username, password: PASSWORD });
  const agent = { cookie: cookie.join('; '), socket: null };
  await screen(agent);
  await ask('PUT', '/chat/me', as(agent), { state: 'ready' });
  return agent;
}

async function screen(agent: Agent): Promise<void> {
  agent.socket = new WebSocket(`${address.replace('http', 'ws')}/api/live`, { headers: { cookie: agent.cookie } });
  agent.socket.on('error', () => {});
  await once(agent.socket, 'open');
}

const accepts = (agent: Agent, { id }: Visitor) => ask('POST', `/conversations/${id}/chat/accept`, as(agent), {});

before(async () => {
  world = await freshWorld({ at: '2026-09-28T10:00+08:00' });
  ahead = between(systemClock.now(), world.clock.now());
  const settings = { atOnce: 1, acceptWithin: 600 };
  const input = addChannelInput.parse({ kind: 'chat', id: newId(clock.now()), name: '在线咨询', settings });
  await world.act('admin', addChannel, { sealer: sealer(async () => KEY), privateAllowed: false }, input);
  ({ child: dying, address } = await nodeProcess(world.url, KEY, ahead));
  const settingsOfNode = { databaseUrl: world.url, host: '127.0.0.1', port: 0, clock, sealKey: async () => KEY };
  standing = [await startNode(settingsOfNode), await startNode(settingsOfNode)];
});
after(async () => {
  leaving.abort();
  dying.kill('SIGKILL');
  await Promise.all(standing.map((node) => node.stop()));
  await world.drop();
});

let [ann, ben, cai, dan]: Visitor[] = [];
let desk: Agent;
let desk2: Agent;

test('a node dies in the middle of chats: both sides go on over another, no line is lost, none doubled, the queue stands', async () => {
  desk = await sits('desk');
  ann = await begins('安');
  await accepts(desk, ann);
  desk2 = await sits('desk2');
  ben = await begins('本');
  await accepts(desk2, ben);
  [cai, dan] = [await begins('蔡'), await begins('丹')];
  await until('they wait', () => cai!.place === 1 && dan!.place === 2);

  const said: string[] = [ann.first];
  const each = async (say: (id: string) => Promise<unknown>): Promise<void> => {
    for (let no = 0; no < 13; no += 1) {
      const id = newId<'message'>(clock.now());
      said.push(id);
      await surely(() => say(id));
    }
  };
  const secret = { [CHAT_SECRET]: ann.secret };
  const speaking = Promise.all([
    each((messageId) => ask('POST', '/public/chat/lines', secret, { messageId, text: '电梯停了' })),
    each((id) => ask('POST', `/conversations/${ann!.id}/answers`, as(desk), { id, text: '马上派人' })),
  ]);
  await until('they speak', () => ann!.heard.length > 6);
  dying.kill('SIGKILL');
  await once(dying, 'exit');
  address = standing[0]!.address;
  await Promise.all([speaking, screen(desk)]);

  await until('she has heard it all', () => ann!.heard.length >= said.length);
  assert.deepEqual(ann.heard.map(({ id }) => id).toSorted(), said.toSorted());
  assert.deepEqual(
    ann.heard.map(({ no }) => no),
    said.map((_, nth) => nth + 1),
  );
  const page = (await ask('GET', `/conversations/${ann.id}`, as(desk))).said as { messages: { id: string }[] };
  assert.deepEqual(page.messages.map(({ id }) => id).toSorted(), said.toSorted());
  assert.deepEqual([cai.place, dan.place], [1, 2]);
});

test('whoever’s screen went with it and did not come back gives back his chat once, to its old place, though two nodes look', async () => {
  ahead += 61 * SECOND;
  const { database, organisation } = world;
  const nodes = standing.map((node) => ({
    database,
    clock,
    react,
    log: () => {},
    organisations: async () => [organisation],
    announce: node.live.announce,
    people: node.live.sockets.people,
  }));
  await keepChats(nodes[0]!);
  await Promise.all(nodes.map(keepChats));
  const agents = await world.read((tx) => tx.selectFrom('chat_agent').select(['person_id', 'reason']).execute());
  const reasonOf = (person: string) => agents.find(({ person_id }) => person_id === person)?.reason;
  assert.deepEqual([reasonOf(world.people.desk), reasonOf(world.people.desk2)], [null, 'gone']);
  const taken = (await world.events({ subjectId: ben!.id })).filter(({ type }) => type === 'conversation.taken');
  assert.equal(taken.length, 2, 'taken once, and given back once');
  await until('all know where they stand', () => ben!.place === 1 && cai!.place === 2 && dan!.place === 3);
});

test('the first-reply clock goes on, and each of its rungs is climbed once', async () => {
  ahead += 4 * MINUTE;
  const wake = (): void => {
    for (const node of standing) node.live.bus.emit('fire', world.organisation.schema, clock.now());
  };
  const climbed = async (): Promise<string[]> => {
    const { rows } = await world.read((tx) =>
      sql<{
        rung: string;
      }>`select e.data ->> 'number' || ' of ' || c.subject_id as rung from event e join commitment c on c.id = e.subject_id
        where e.type = 'commitment.climbed' and c.subject_id in (${cai!.id}, ${dan!.id}) order by 1`.execute(tx),
    );
    return rows.map(({ rung }) => rung);
  };
  await until('both rungs of both are climbed', async () => {
    wake();
    return (await climbed()).length >= 4;
  });
  wake();
  await Promise.all(standing.map((node) => node.stop()));
  const both = [cai!.id, dan!.id].flatMap((id) => [`1 of ${id}`, `2 of ${id}`]);
  assert.deepEqual(await climbed(), both.toSorted());
});
