import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { zeroBits } from '../src/channel/chat/work.ts';
import { passOffer } from '../src/channel/chat/commands/let-pass.ts';
import type { Id } from '../src/kernel/id.ts';
import { newId } from '../src/kernel/id.ts';
import { CHAT_SECRET } from '../src/platform/http/elsewhere.ts';
import { wholeServer } from './whole-server.ts';
import type { World } from './world.ts';
import type { PersonKey } from './world-seed.ts';

type Asked = { secret?: string; who?: PersonKey; origin?: string; cookie?: string; from?: string };

/** A server of the world at which visitors chat and people answer. */
export async function chatWorld(world: World) {
  const { clock } = world;
  const { server, sealer } = await wholeServer(world);
  const ask = askAt(server);
  const door = async (asked: Asked = {}) => (await ask('GET', '/public/chat', undefined, asked)).body;

  async function beginning(over: object = {}, asked: Asked = {}) {
    const { work } = await door(asked);
    const messageId = newId<'message'>(clock.now());
    const secret = randomBytes(32).toString('base64url');
    const text = '请问电梯什么时候修好？';
    return {
      secret,
      messageId,
      text,
      language: 'zh-hans',
      work: { token: work.token, number: solve(work, messageId) },
      ...over,
    };
  }

  async function visitor(over: object = {}, asked: Asked = {}) {
    const body = await beginning(over, asked);
    const began = await ask('POST', '/public/chat', body, asked);
    const { secret } = body;
    const id = began.body.id as Id<'conversation'>;
    return {
      id,
      secret,
      status: began.status,
      answer: began.body,
      sees: async (after = 0) => (await ask('GET', `/public/chat/lines?after=${after}`, undefined, { secret })).body,
      says: (text: string, messageId = newId<'message'>(clock.now())) =>
        ask('POST', '/public/chat/lines', { messageId, text }, { secret }),
      ends: () => ask('POST', '/public/chat/end', {}, { secret }),
      rates: (rating: number, words = '') => ask('POST', '/public/chat/rating', { rating, words }, { secret }),
    };
  }

  return {
    server,
    sealer,
    ask,
    door,
    beginning,
    visitor,
    as: (who: PersonKey) => ({
      ready: () => ask('PUT', '/chat/me', { state: 'ready' }, { who }),
      away: (reason: string) => ask('PUT', '/chat/me', { state: 'away', reason }, { who }),
      me: async () => (await ask('GET', '/chat/me', undefined, { who })).body,
      accepts: (id: string) => ask('POST', `/conversations/${id}/chat/accept`, {}, { who }),
      declines: (id: string) => ask('POST', `/conversations/${id}/chat/decline`, {}, { who }),
      gives: (id: string, to: object) => ask('POST', `/conversations/${id}/chat/give`, to, { who }),
      answers: (id: string, text: string, over: object = {}) =>
        ask('POST', `/conversations/${id}/answers`, { id: newId<'message'>(clock.now()), text, ...over }, { who }),
      closes: (id: string) => ask('POST', `/conversations/${id}/close`, { because: 'answered' }, { who }),
      board: async () => (await ask('GET', '/chat/board', undefined, { who })).body,
    }),
    /** Whatever offers have run out by now go by, as the job does it. */
    async letOffersPass(): Promise<void> {
      const due = await world.read((tx) =>
        tx
          .selectFrom('outbox')
          .select(['id', 'payload'])
          .where('task', '=', 'chat.pass')
          .where('run_at', '<=', clock.now())
          .orderBy('run_at')
          .execute(),
      );
      for (const { id, payload } of due)
        await world.act(null, async (context) => {
          await passOffer(context, payload as Record<string, unknown>);
          await context.tx.deleteFrom('outbox').where('id', '=', id).execute();
        });
    },
  };
}

function askAt(server: FastifyInstance) {
  let nth = 0;
  return async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object | Buffer, asked: Asked = {}) => {
    nth += 1;
    const answer = await server.inject({
      method,
      url: `/api${path}`,
      remoteAddress: asked.from ?? `10.0.${Math.floor(nth / 200)}.${nth % 200}`,
      headers: {
        host: 'service.example',
        'x-huiyin': '1',
        ...(asked.secret ? { [CHAT_SECRET]: asked.secret } : {}),
        ...(asked.who ? { 'x-test-person': asked.who } : {}),
        ...(asked.origin ? { origin: asked.origin } : {}),
        ...(asked.cookie ? { cookie: asked.cookie } : {}),
        ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(body ? { payload: body } : {}),
    });
    const json = answer.headers['content-type']?.toString().includes('json') ?? false;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: json ? answer.json() : null,
      bytes: answer.rawPayload,
    };
  };
}

/** What the browser finds. */
export function solve({ token, bits }: { token: string; bits: number }, about: string): number {
  for (let number = 0; ; number += 1)
    if (zeroBits(createHash('sha256').update(`${token}:${about}:${number}`).digest()) >= bits) return number;
}
