import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { newId } from '../../src/kernel/id.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { CHAT_SECRET } from '../../src/platform/http/elsewhere.ts';
import type { Client } from './client.ts';
import { signedIn } from './client.ts';

/**
 * Visitors and agents of a chat, in a process of their own that its parent tells what to do: `connect`, `talk`. Each side keeps
 * the moment at which it sends a line and the other the moment at which it has it, by one clock.
 */
export type Order =
  | { do: 'connect'; address: string; visitors: { id: string; secret: string }[] }
  | { do: 'talk'; address: string; agents: string[]; password: string; atOnce: number; seconds: number; lines: number };
/** `from` visitor to agent, `to` agent to visitor, in milliseconds; lines nobody had when it ended. */
export type Talked = { from: number[]; to: number[]; unheard: number; refused: string[]; chats: number; moved: number };

type Visitor = { id: string; secret: string; nth: number };
const AT_ONCE = 24;
const visitors: Visitor[] = [];
/** When it was sent; taken out by whoever has it. */
const sentAt = new Map<string, number>();
const talked: Talked = { from: [], to: [], unheard: 0, refused: [], chats: 0, moved: 0 };
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

const addressOf = (nth: number): string => `10.${(nth >> 12) & 255}.${(nth >> 4) & 255}.${nth & 15}`;

async function post(where: string, path: string, { nth, secret }: Visitor, body: object): Promise<void> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${where}/api/public/chat${path}`, {
      method: 'POST',
      agent,
      headers: {
        'x-huiyin': '1',
        'x-forwarded-for': addressOf(nth),
        [CHAT_SECRET]: secret,
        'content-type': 'application/json',
      },
    })
      .on('error', reject)
      .on('response', resolve)
      .end(JSON.stringify(body));
  });
  let said = '';
  for await (const chunk of response) said += chunk;
  if (response.statusCode! >= 300) throw new Error(`${path}: ${response.statusCode} ${said.slice(0, 200)}`);
}

/** So many at a time until all are done. */
async function each<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const left = all.toReversed();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
    }),
  );
}

/** As the widget hears: one request whose answer never ends. Done once the first event is there. */
function connect(where: string, visitor: Visitor): Promise<void> {
  return new Promise((resolve, reject) => {
    request(`${where}/api/public/chat/stream?after=0`, {
      agent: false,
      headers: {
        [CHAT_SECRET]: visitor.secret,
        'x-forwarded-for': addressOf(visitor.nth),
        accept: 'text/event-stream',
      },
    })
      .on('error', reject)
      .on('response', (response) => {
        if (response.statusCode !== 200) reject(new Error(`stream: ${response.statusCode}`));
        let rest = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          const events = (rest + chunk).split('\n\n');
          rest = events.pop()!;
          for (const event of events) {
            const data = /^data: (.*)$/m.exec(event)?.[1];
            if (data === undefined) continue;
            resolve();
            talked.moved += 1;
            hear((JSON.parse(data) as { lines: { id: string; from: string }[] }).lines, 'us', talked.to);
          }
        });
      })
      .end();
  });
}

function hear(lines: { id: string; from: string }[], from: string, into: number[]): void {
  for (const line of lines) {
    const at = line.from === from ? sentAt.get(line.id) : undefined;
    if (at === undefined) continue;
    into.push(performance.now() - at);
    sentAt.delete(line.id);
  }
}

/** One of us: hears what changed on the live socket and reads what is his, as his screen does. */
type Desk = { client: Client; mine: Map<string, Visitor>; again: Set<string>; reading: Set<string> };

async function sit(where: string, username: string, password: string): Promise<Desk> {
  const client = await signedIn(where, username, password);
  const desk: Desk = { client, mine: new Map(), again: new Set(), reading: new Set() };
  const socket = new WebSocket(`${where.replace('http', 'ws')}/api/live`, { headers: { cookie: client.cookie() } });
  socket.on('message', (data) => {
    const { changed = [] } = JSON.parse(String(data)) as { changed?: { type: string; id: string }[] };
    for (const { type, id } of changed)
      if (type === 'conversation' && desk.mine.has(id)) void read(desk, id).catch(faulty);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  must(await client.send('PUT', '/chat/me', { state: 'ready' }));
  return desk;
}

async function read(desk: Desk, id: string): Promise<void> {
  if (desk.reading.has(id)) return void desk.again.add(id);
  desk.reading.add(id);
  const { text } = await desk.client.get(`/conversations/${id}`);
  const { messages } = JSON.parse(text) as { messages: { id: string; direction: string }[] };
  hear(
    messages.map((one) => ({ id: one.id, from: one.direction })),
    'in',
    talked.from,
  );
  desk.reading.delete(id);
  if (desk.again.delete(id)) await read(desk, id);
}

const faulty = (fault: Error): void => void talked.refused.push(fault.message);

function must({ status, text }: { status: number; text: string }): string {
  if (status >= 300) talked.refused.push(`${status} ${text.slice(0, 100)}`);
  return text;
}

/** Takes whom he is asked to take, until he has enough or nobody is offered. */
async function takeOffered(desk: Desk, most: number): Promise<void> {
  const { offers } = JSON.parse(must(await desk.client.send('GET', '/chat/me'))) as { offers: { id: string }[] };
  for (const { id } of offers.slice(0, most - desk.mine.size)) {
    if (must(await desk.client.send('POST', `/conversations/${id}/chat/accept`, {})) === '') continue;
    desk.mine.set(
      id,
      visitors.find((one) => one.id === id)!,
    );
  }
}

const anyOf = <One>(all: Iterable<One>): One | undefined => {
  const some = [...all];
  return some[Math.floor(Math.random() * some.length)];
};

async function talk(order: Extract<Order, { do: 'talk' }>): Promise<void> {
  const desks: Desk[] = [];
  for (const username of order.agents) desks.push(await sit(order.address, username, order.password));
  for (let round = 0; round < 3; round += 1) await each(desks, (desk) => takeOffered(desk, order.atOnce));
  talked.chats = desks.reduce((sum, desk) => sum + desk.mine.size, 0);
  talked.moved = 0;
  // what is learnt once, at the first line, is not counted
  await speak(order, desks, 3);
  talked.from.length = talked.to.length = 0;
  await speak(order, desks, order.seconds);
  for (const desk of desks) desk.client.close();
}

/** Every second so many lines each way, at moments spread over it, and one chat ends and the next is taken. */
async function speak({ address, atOnce, lines }: Extract<Order, { do: 'talk' }>, desks: Desk[], seconds: number) {
  const under: Promise<unknown>[] = [];
  const later = (work: () => Promise<unknown>): void => {
    under.push(
      sleep(Math.random() * 1_000)
        .then(work)
        .catch(faulty),
    );
  };
  for (let second = 0; second < seconds; second += 1) {
    for (let nth = 0; nth < lines; nth += 1) {
      later(() => asVisitor(address, anyOf(desks)!));
      later(() => asAgent(anyOf(desks)!));
    }
    later(async () => {
      const desk = anyOf(desks)!;
      const id = anyOf(desk.mine.keys());
      if (id === undefined) return;
      desk.mine.delete(id);
      must(await desk.client.send('POST', `/conversations/${id}/close`, { because: 'answered' }));
      await takeOffered(desk, atOnce);
    });
    await sleep(1_000);
  }
  await Promise.all(under);
  await sleep(1_000);
  talked.unheard += sentAt.size;
  sentAt.clear();
}

async function asVisitor(where: string, desk: Desk): Promise<void> {
  const visitor = anyOf(desk.mine.values());
  if (!visitor) return;
  const messageId = newId<'message'>(systemClock.now());
  sentAt.set(messageId, performance.now());
  await post(where, '/lines', visitor, { messageId, text: '还是没有收到，麻烦再查一下。' });
}

async function asAgent(desk: Desk): Promise<void> {
  const id = anyOf(desk.mine.keys());
  if (id === undefined) return;
  const line = newId<'message'>(systemClock.now());
  sentAt.set(line, performance.now());
  must(await desk.client.send('POST', `/conversations/${id}/answers`, { id: line, text: '好的，我这就替您查一下。' }));
}

process.on('message', async (order: Order) => {
  try {
    if (order.do === 'connect') {
      visitors.push(...order.visitors.map((visitor, nth) => ({ ...visitor, nth })));
      await each(visitors, (one) => connect(order.address, one));
    } else await talk(order);
    process.send!({ done: order.do, talked });
  } catch (fault) {
    process.send!({ fault: (fault as Error).stack });
  }
});
process.once('disconnect', () => process.exit(0));
