import { setTimeout as sleep } from 'node:timers/promises';
import { takeWhatLies } from '../../src/channel/mail/read-mailbox.ts';
import { plus, SECOND, systemClock } from '../../src/kernel/time.ts';
import type { Mailbox } from '../../src/platform/mail/imap.ts';
import { react } from '../../src/reactions/reactions.ts';
import { mailboxOf } from '../conversation-world.ts';
import { encodedMail, mailOf, plainMail, WITH_PICTURE } from '../mails.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { Outcome, Part, Setting } from './bench.ts';
import { atMost, rounded } from './bench.ts';

const ASKED = 100;
const LARGE = 25 * 1024 * 1024;

/** The n-th mail of a day: most are a few lines, some have pictures, some another charset, some go on with a thread. */
function mailNo(no: number): Buffer {
  const from = `c${no % 500}@example.com`;
  if (no % 10 === 1)
    return Buffer.from(WITH_PICTURE.toString('latin1').replace('<picture@', `<picture-${no}@`), 'latin1');
  if (no % 10 === 2)
    return mailOf(
      `Message-ID: <gb-${no}@example.com>`,
      encodedMail(`第${no}号楼的水管漏水了，请派人来修。`, 'gb18030', 'gb2312'),
    );
  const answers = no % 10 === 3 && no > 10 ? [`In-Reply-To: <m${no - 3}@example.com>`] : [];
  const said = `您好，${no} 号楼的水管漏水了，请尽快派人来修。`;
  return plainMail({ from, id: `<m${no}@example.com>`, text: `${said}\n`.repeat(1 + (no % 20)), headers: answers });
}

/** One with a file of 25 MB. */
function largeMail(no: number): Buffer {
  const lines = Buffer.alloc(LARGE, `${no} huiyin `).toString('base64').replace(/.{76}/g, '$&\r\n');
  const head = ['Content-Type: application/octet-stream; name=big.bin', 'Content-Transfer-Encoding: base64', ''];
  return mailOf('From: big@example.com', `Message-ID: <big-${no}@example.com>`, ...head, Buffer.from(lines));
}

/** A server that holds none of them in memory. */
function serverWith(many: number, make: (no: number) => Buffer, size: number): Mailbox {
  const nothing = async (): Promise<void> => {};
  return {
    uidValidity: size,
    listAfter: async (uid) =>
      Array.from({ length: many }, (_, no) => ({ uid: no + 1, size, arrived: systemClock.now() })).filter(
        (one) => one.uid > uid,
      ),
    async *fetch(uids) {
      for (const uid of uids) yield { uid, raw: make(uid) };
    },
    markSeen: nothing,
    wait: nothing,
    close: nothing,
  };
}

const megabytes = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

async function takeAll(world: World, mailbox: Mailbox): Promise<{ seconds: number; most: number; busy: number }> {
  const channel = {
    ...(await mailboxOf(world, `b${mailbox.uidValidity}@huiyin.example`)),
    made_at: plus(systemClock.now(), -60 * SECOND),
  };
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss / 2 ** 20);
  }, 50);
  const began = performance.now();
  const used = process.cpuUsage();
  const { database, organisation } = world;
  const parts = {
    database,
    clock: systemClock,
    react,
    announce: () => {},
    log: (line: string) => void console.error(line),
  };
  await takeWhatLies(
    { ...parts, organisation, channel, replyKey: Buffer.from('key'), mailbox },
    new AbortController().signal,
  );
  clearInterval(watching);
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - began) / 1000, most, busy: (user + system) / 1e6 };
}

async function run({ quick, say }: Setting): Promise<Outcome> {
  const world = await freshWorld({ at: systemClock.now() });
  try {
    const [few, many, large] = quick ? [100, 200, 1] : [500, 3_000, 6];
    // what a process learns once: code, statements, the libraries
    await takeAll(
      world,
      serverWith(few, (no) => mailNo(100_000 + no), 2_000),
    );
    await sleep(500);
    const before = megabytes();
    say(`${many} mails`);
    const taken = await takeAll(world, serverWith(many, mailNo, 2_001));
    const after = megabytes();
    say(`${large} mails of 25 MB`);
    const big = await takeAll(world, serverWith(large, largeMail, LARGE));
    const rate = many / taken.seconds;
    const messages = await world.read((tx) =>
      tx
        .selectFrom('message')
        .select((e) => e.fn.countAll().as('many'))
        .executeTakeFirstOrThrow(),
    );
    return {
      lines: [
        {
          what: 'mails taken in',
          asked: `≥ ${ASKED} a second`,
          measured: `${rounded(rate)} a second`,
          meets: rate >= ASKED,
        },
        atMost(`memory gained by ${many} mails`, Math.max(0, after - before), 50, 'MB'),
        atMost('memory at most, with mails of 25 MB', big.most - before, 400, 'MB'),
      ],
      sizes: { messages: Number(messages.many) },
      notes: [
        'One mailbox, read by one node, its server a loop in the same process; parsing, threading, files, search and commitments included, every mail its own transaction, forced to disk.',
        `Of its own processor Node needed ${rounded((taken.busy * 1000) / many)} ms a mail.`,
        `The raw mail and its files are stored: ${rounded(big.seconds / large)} seconds for one of 25 MB.`,
      ],
    };
  } finally {
    await world.drop();
  }
}

export const mail: Part = { name: 'mail', about: 'Mail taken in', run };
