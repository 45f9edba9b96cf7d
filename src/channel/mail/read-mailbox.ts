import type { Clock } from '../../kernel/time.ts';
import { HOUR, MINUTE, plus } from '../../kernel/time.ts';
import { system } from '../../organisation/can.ts';
import type { Organisation, Reaction, Signals } from '../../platform/context.ts';
import { noSignals } from '../../platform/context.ts';
import type { Database } from '../../platform/db.ts';
import type { Lying, Mailbox } from '../../platform/mail/imap.ts';
import { isPassing } from '../../platform/passing-fault.ts';
import type { Channel } from '../port.ts';
import type { Offered } from './commands/take-in-mail.ts';
import { takeInMail } from './commands/take-in-mail.ts';
import type { Mail } from './mail.ts';
import { isProof } from './prove-marks.ts';
import type { Place } from '../state.ts';
import { keepPlace, noteChecked, noteMarksTaken, placeOf } from '../state.ts';

export type ReadingParts = {
  database: Database;
  clock: Clock;
  react: Reaction;
  announce(organisation: Organisation, signals: Signals): void;
  log(line: string): void;
};

export type Reading = ReadingParts & {
  organisation: Organisation;
  channel: Channel;
  replyKey: Buffer;
  mailbox: Mailbox;
};

/** How long until it looks by itself, should the server not tell of what is new. */
const POLL = MINUTE;
/** Taken in side by side: while one waits for the database another is read. */
const LANES = 4;
/** Fetched at once, by number and by size: what lies in memory stays small whatever lies in the mailbox. */
const GROUP = { mails: 24, bytes: 4 * 1024 * 1024 };
/** Of a larger mail only its beginning is fetched, and it is shown as one that nobody could read. */
const LARGEST = 64 * 1024 * 1024;
const BEGINNING = 1024 * 1024;
/** Clocks differ; who wrote just before the mailbox was added is no worse off. */
const BEFORE_IT_WAS_ADDED = HOUR;
const MOST_LEFT = 1_000;

/** Takes in what comes, until `signal`. Throws where server or database are away: whatever was not committed lies there still. */
export async function readMailbox(reading: Reading, signal: AbortSignal): Promise<void> {
  const { database, organisation, channel, clock, mailbox } = reading;
  while (!signal.aborted) {
    await takeWhatLies(reading, signal);
    await database.transact(organisation.schema, (tx) => noteChecked(tx, channel.id, clock.now(), null));
    await mailbox.wait(POLL, signal);
  }
}

/** All that is new, group by group: taken in, then marked as seen, then never asked for again. */
export async function takeWhatLies(reading: Reading, signal: AbortSignal): Promise<void> {
  const { database, organisation, channel, mailbox } = reading;
  const known = await database.read(organisation.schema, (tx) => placeOf(tx, channel.id));
  // other numbers: everything since it was added is looked at anew, and what was taken in is known by its name
  const same = known !== null && known.uidValidity === mailbox.uidValidity;
  let place: Place = same ? known : { uidValidity: mailbox.uidValidity, uid: 0, left: [] };
  const since = same ? null : plus(channel.made_at, -BEFORE_IT_WAS_ADDED);
  const found = await mailbox.listAfter(place.uid, since);
  const lying = since === null ? found : found.filter(({ arrived }) => arrived === null || arrived >= since);
  const again = place.left.map((uid): Lying => ({ uid, size: GROUP.bytes, arrived: null }));
  for (const group of groupsOf([...again, ...lying])) {
    if (signal.aborted) return;
    const taken = await takeGroup(reading, group);
    await mailbox.markSeen(taken);
    const uids = group.map(({ uid }) => uid);
    const left = [...place.left.filter((uid) => !uids.includes(uid)), ...uids.filter((uid) => !taken.includes(uid))];
    place = { ...place, uid: Math.max(place.uid, ...uids), left: left.slice(-MOST_LEFT) };
    await database.transact(organisation.schema, (tx) => keepPlace(tx, channel.id, place));
  }
  // a mailbox in which nothing of ours lies is remembered too
  if (!same && again.length + lying.length === 0)
    await database.transact(organisation.schema, (tx) => keepPlace(tx, channel.id, place));
}

function* groupsOf(lying: readonly Lying[]): Generator<Lying[]> {
  let group: Lying[] = [];
  let bytes = 0;
  for (const one of lying) {
    if (group.length > 0 && (group.length >= GROUP.mails || bytes + one.size > GROUP.bytes)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(one);
    bytes += one.size;
  }
  if (group.length > 0) yield group;
}

/** Answers the numbers of those that are taken in, or are gone from the server meanwhile. */
async function takeGroup(reading: Reading, group: readonly Lying[]): Promise<number[]> {
  const { mailbox, clock } = reading;
  const whole = group.every(({ size }) => size <= LARGEST);
  const queue: Offered[] = [];
  const uids = group.map((one) => one.uid);
  for await (const { uid, raw } of mailbox.fetch(uids, whole ? LARGEST : BEGINNING)) {
    const arrived = group.find((one) => one.uid === uid)?.arrived ?? clock.now();
    queue.push({ uidValidity: mailbox.uidValidity, uid, arrived, raw });
  }
  const failed = new Set<number>();
  const lanes = Array.from({ length: LANES }, async () => {
    for (let one = queue.shift(); one; one = queue.shift())
      if (!(await takeOne(reading, one, whole))) failed.add(one.uid);
  });
  await Promise.all(lanes);
  return uids.filter((uid) => !failed.has(uid));
}

/** Whether it is taken in. One that cannot be, for what it holds, is taken in as unreadable; if not even that, it stays there. */
async function takeOne(reading: Reading, offered: Offered, whole: boolean): Promise<boolean> {
  const { parseMail, unreadable } = await import('./parse.ts');
  const mail = whole ? await parseMail(offered.raw, reading.channel) : unreadable(offered.raw);
  const proof = isProof(mail, reading.channel, reading.replyKey);
  // our own mail to the mailbox tells us something, and is nobody's to answer
  if (proof === 'there') await noteMarks(reading);
  if (proof !== null) return true;
  try {
    await commit(reading, offered, mail);
    return true;
  } catch (fault) {
    if (isPassing(fault)) throw fault;
  }
  try {
    await commit(reading, offered, unreadable(offered.raw));
    return true;
  } catch (fault) {
    if (isPassing(fault)) throw fault;
    reading.log(`A mail of ${reading.channel.name} could not be taken in and stays there: ${(fault as Error).message}`);
    return false;
  }
}

function noteMarks({ database, organisation, channel }: Reading): Promise<void> {
  return database.transact(organisation.schema, (tx) => noteMarksTaken(tx, channel.id));
}

/** Two that take in mails of one thread may wait for each other; the database undoes one of them, which is done again. */
const TRIES = 4;

async function commit(reading: Reading, offered: Offered, mail: Mail): Promise<void> {
  const { database, organisation, channel, replyKey, clock, react } = reading;
  for (let no = 1; ; no += 1) {
    const signals = noSignals();
    try {
      await database.transact(organisation.schema, async (tx) => {
        const context = { tx, now: clock.now(), actor: system, organisation, signals, react, depth: 0 };
        await takeInMail(context, channel, replyKey, offered, mail);
      });
      reading.announce(organisation, signals);
      return;
    } catch (fault) {
      if (no >= TRIES || !(fault as { code?: string }).code?.startsWith('40')) throw fault;
    }
  }
}
