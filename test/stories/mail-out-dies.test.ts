import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { sealer } from '../../src/auth/sealing.ts';
import { channels } from '../../src/channel/channels.ts';
import { addChannel } from '../../src/channel/commands/change-channels.ts';
import { addChannelInput } from '../../src/channel/inputs.ts';
import { mailTasks } from '../../src/channel/mail/commands/send-mail.ts';
import { sendingTask } from '../../src/channel/port.ts';
import { answerConversation } from '../../src/conversation/commands/answer-conversation.ts';
import { answerInput } from '../../src/conversation/inputs.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { DAY, plus, SECOND, systemClock } from '../../src/kernel/time.ts';
import { sweep } from '../../src/platform/jobs/dead-pools.ts';
import { handOver } from '../../src/platform/mail/smtp.ts';
import { breakAt } from '../break-database.ts';
import { writes } from '../conversation-world.ts';
import { nodeProcess } from '../killed-node.ts';
import { dyingSmtp, emptyImap, listening } from '../mail-stand-in.ts';
import { worker } from '../outbox-worker.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

const KEY = 'a key of this test alone, long enough';
const keyed = sealer(async () => KEY);

type Post = { world: World; smtp: ReturnType<typeof dyingSmtp>; close(): Promise<void> };

/** A world with a mailbox, and the servers behind it. */
async function postOffice(at?: string): Promise<Post> {
  const world = await freshWorld(at ? { at } : {});
  const smtp = dyingSmtp();
  const imap = emptyImap();
  const input = addChannelInput.parse({
    kind: 'mail',
    id: newId(world.clock.now()),
    name: '服务邮箱',
    address: 'service@huiyin.example',
    settings: {
      imap: await listening(imap),
      smtp: await listening(smtp.server),
      user: 'service@huiyin.example',
      auth: 'password',
    },
    secret: 'password',
  });
  await world.act('admin', addChannel, { sealer: keyed, privateAllowed: false }, input);
  // the mail to oneself that proves the marks is another story
  await world.act(null, ({ tx }) => tx.deleteFrom('outbox').where('task', '<>', sendingTask('mail')).execute());
  const close = async (): Promise<void> => {
    await world.drop();
    for (const server of [imap, smtp.server]) server.close();
  };
  return { world, smtp, close };
}

/** Somebody has written, from a domain of his own, and is answered. */
async function answered({ world }: Post, no: string): Promise<Id<'message'>> {
  const [channel] = [...(await world.read((tx) => channels({ tx }))).values()];
  const from = `wang@c${no}.example`;
  const { conversationId } = await writes(world, channel!, { from, text: '水管漏了' });
  const answer = answerInput.parse({ id: newId<'message'>(world.clock.now()), text: '马上来。' });
  await world.act('desk', answerConversation, conversationId, answer);
  return answer.id as Id<'message'>;
}

async function stateOf({ world }: Post, id: Id<'message'>): Promise<string> {
  const row = await world.read((tx) =>
    tx.selectFrom('message').select('state').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  return row.state;
}

/** How many copies arrived; each has the name that was fixed before the first try. */
function copiesOf({ smtp }: Post, id: Id<'message'>, no: string): number {
  const own = smtp.mails.filter((mail) => mail.includes(`wang@c${no}.example`));
  for (const mail of own) assert.equal(/^Message-ID: <([^@>]+)@/im.exec(mail)?.[1], id);
  return own.length;
}

describe('an answer on its way out', () => {
  let post: Post;
  let work: () => Promise<void>;
  before(async () => {
    post = await postOffice();
    work = worker(post.world, mailTasks({ sealer: keyed, handOver }));
  });
  after(() => post?.close());

  /** One answer, at whose first try something dies; then all is well again, and a day goes by. */
  async function tried(no: string, arm: () => () => boolean): Promise<{ died: boolean; copies: number }> {
    const id = await answered(post, no);
    post.world.clock.set(plus(post.world.clock.now(), 11 * SECOND));
    const mend = arm();
    await work().catch(() => {});
    const died = mend();
    for (let tries = 0; tries < 3 && (await stateOf(post, id)) !== 'sent'; tries += 1) {
      post.world.clock.set(plus(post.world.clock.now(), DAY / 8));
      await work();
    }
    assert.equal(await stateOf(post, id), 'sent', no);
    return { died, copies: copiesOf(post, id, no) };
  }

  test('the mail server dies at any line, before it understood it or after: the answer arrives, twice at most, under one name', async () => {
    const { smtp } = post;
    const twice: number[] = [];
    for (let line = 1; ; line += 1) {
      for (const after of [false, true]) {
        const mails = smtp.mails.length;
        const { copies } = await tried(`${line}-${after}`, () => {
          smtp.diesAt = { line, after };
          return () => {
            smtp.diesAt = null;
            return true;
          };
        });
        assert.ok(smtp.mails.length > mails);
        assert.ok(copies === 1 || copies === 2, `${copies} copies`);
        if (copies === 2) twice.push(line);
      }
      if (line === 9) break;
    }
    assert.deepEqual(new Set(twice).size, 1, 'only where it had taken the mail and could not say so any more');
  });

  test('the database falls after any statement, and so before any: the answer arrives once', async () => {
    for (let at = 1; ; at += 1) {
      const { died, copies } = await tried(`s${at}`, () => breakAt(post.world, at, true));
      assert.equal(copies, 1, `at ${at}`);
      if (died) continue;
      assert.ok(at > 10, `${at} statements`);
      return;
    }
  });
});

describe('the node is killed outright', () => {
  let post: Post;
  let node: ChildProcess | null = null;
  before(async () => {
    post = await postOffice(systemClock.now());
  });
  after(async () => {
    node?.kill('SIGKILL');
    await post?.close();
  });

  const start = async (): Promise<ChildProcess> => (await nodeProcess(post.world.url, KEY)).child;

  /** What the survivors find out within half a minute. */
  async function freeJobs(): Promise<void> {
    const { pool } = post.world.database;
    const nothing = (): void => {};
    await sweep(pool, await sweep(pool, new Set(), nothing), nothing);
  }

  test('as the mail server hears each of its lines: another takes the answer up, and it arrives under one name', async () => {
    for (const word of ['AUTH', 'RCPT', 'DATA', '.']) {
      const no = word === '.' ? 'end' : word.toLowerCase();
      const killed = Promise.withResolvers<void>();
      post.smtp.onLine = (line) => {
        if (!line.startsWith(word)) return;
        post.smtp.onLine = () => {};
        node?.kill('SIGKILL');
        killed.resolve();
      };
      const id = await answered(post, no);
      await post.world.act(null, ({ tx }) =>
        tx.updateTable('outbox').set({ run_at: systemClock.now() }).where('subject_id', '=', id).execute(),
      );
      node = await start();
      await killed.promise;
      node = await start();
      await freeJobs();
      for (let tries = 0; tries < 200 && (await stateOf(post, id)) !== 'sent'; tries += 1) await sleep(100);
      assert.equal(await stateOf(post, id), 'sent', word);
      const copies = copiesOf(post, id, no);
      assert.ok(copies === 1 || (word === '.' && copies === 2), `${word}: ${copies}`);
      node.kill('SIGKILL');
    }
  });
});
