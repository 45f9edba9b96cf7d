import { setUp } from '../auth/commands/set-up.ts';
import { setPassword } from '../auth/commands/store-password.ts';
import type { PasswordHash } from '../auth/password-hash.ts';
import { hashPassword } from '../auth/password-hash.ts';
import type { Effects } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, epochOf, HOUR, instant, MINUTE, movedClock, plus } from '../kernel/time.ts';
import { system } from '../organisation/can.ts';
import { addPerson } from '../organisation/commands/add-person.ts';
import { setDuty } from '../organisation/commands/set-duty.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Pack } from '../pack/format.ts';
import type { Context, Organisation, Reaction } from '../platform/context.ts';
import { noSignals } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import { begin } from './course.ts';
import { buildEstate } from './estate.ts';
import type { Matter } from './matter.ts';
import { pickMatter } from './matters.ts';
import { keepNotices, readMessages } from './notices.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';
import { leaveSomething } from './leave-something.ts';
import { giveRulings } from './rulings.ts';
import { keepSummaries } from './summaries.ts';
import { DEMO_PASSWORD, STAFF } from './staff.ts';
import type { Stage } from './stage.ts';
import { stageFrom } from './stage.ts';

export type DemoParts = {
  database: Database;
  pack: Pack;
  react: Reaction;
  effects: Effects;
  now: Instant;
  days?: number;
  progress?(share: number): void;
};

const SEED = 20260101;

/** How many matters come in on each day of the week, Sunday first. */
const A_DAY = [2, 4, 3, 3, 3, 4, 2];

/**
 * Makes the demo centre: an estate of three buildings, its households, fourteen colleagues, and sixty days of history up
 * to `now`, all of it through the ordinary commands on a moved clock. The same every time, counted back from `now`.
 */
export async function makeDemo(parts: DemoParts): Promise<Organisation> {
  const { database, now, days = 60, progress = () => {} } = parts;
  // whole hours: a history that starts at 19:03:17 would differ by the second it was started in
  const start = instant(`${plus(now, -days * DAY).slice(0, 10)}T00:00:00Z`);
  const random = randomFrom(SEED);
  const clock = movedClock(start);
  const hash = await hashPassword(DEMO_PASSWORD);
  const organisation = await found(parts, hash, start);
  // the estate and its people are there before anybody works: no post of theirs could have written them
  const inside = <Result>(work: (context: Context) => Promise<Result>): Promise<Result> =>
    database.transact(organisation.schema, (tx) =>
      work({ tx, now: start, actor: system, organisation, signals: noSignals(), react: parts.react, depth: 0 }),
    );
  const { people, departments, estate } = await inside(async (context) => ({
    people: await hire(context),
    departments: await departmentsOf(context),
    estate: await buildEstate(context, random, await centreOf(context)),
  }));
  for (const personId of people.values()) await setPassword(database, organisation, personId, { hash }, start);
  const engine = { database, clock, react: parts.react, effects: parts.effects, announce: () => {} };
  const stage = stageFrom({ database, organisation, engine, clock, random, people, departments, estate });
  for (const { username } of STAFF)
    await stage.as(username, (context) => setDuty(context, people.get(username)!, { on: true }));
  keepNotices(stage, days);
  readMessages(stage, start, days);
  keepSummaries(stage, days);
  giveRulings(stage, days);
  comeIn(stage, start, days);
  comeInLately(stage, now);
  leaveSomething(stage, now);
  await stage.play(now, progress);
  return organisation;
}

function found({ database, pack, react }: DemoParts, hash: PasswordHash, start: Instant): Promise<Organisation> {
  const first = {
    organisation: '回音物业',
    centre: '回音花园客户服务中心',
    slug: 'demo',
    pack,
    zone: 'Asia/Shanghai',
    language: 'zh-hans' as const,
    administrator: { name: '系统管理员', username: 'admin', hash },
  };
  return setUp(database.pool, first, start, react);
}

async function hire(context: Context): Promise<Map<string, Id<'person'>>> {
  const posts = await context.tx.selectFrom('post').select(['id', 'key']).execute();
  const postId = (key: string): Id<'post'> => posts.find((post) => post.key === key)!.id;
  const people = new Map<string, Id<'person'>>();
  for (const { username, name, posts: held, skills, language = 'zh-hans' } of STAFF) {
    const id = newId<'person'>(context.now);
    const given = held.map((key, index) => ({ postId: postId(key), deputyRank: index === 0 ? null : index }));
    await addPerson(context, { id, username, name, language, skills, posts: given });
    people.set(username, id);
  }
  return people;
}

async function departmentsOf(context: Context): Promise<Map<string, Id<'department'>>> {
  const rows = await context.tx.selectFrom('department').select(['id', 'key']).execute();
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Callers come in waves: mornings and early evenings, few at night, and then it is urgent. */
function comeIn(stage: Stage, start: Instant, days: number): void {
  const { random } = stage;
  for (let day = 0; day <= days; day += 1) {
    const midnight = plus(start, day * DAY - 8 * HOUR);
    // 1 January 1970 was a Thursday
    const weekday = (Math.floor(epochOf(midnight) / DAY) + 5) % 7;
    const matters = A_DAY[weekday]! + random.between(-1, 2);
    for (let count = 0; count < matters; count += 1) {
      const hour = random.pick([8, 9, 9, 10, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20]);
      const at = plus(midnight, hour * HOUR + random.between(0, 59) * MINUTE);
      beginOne(stage, at);
    }
  }
}

/** How many minutes ago the last ones called: there is something to do for whoever signs in now. */
const LATELY = [150, 100, 70, 45, 25, 10, 3];

function comeInLately(stage: Stage, now: Instant): void {
  for (const minutes of LATELY) {
    const at = plus(now, -minutes * MINUTE);
    // Shanghai keeps UTC+8 all year
    const hour = (Number(at.slice(11, 13)) + 8) % 24;
    if (hour >= 7 && hour < 22) beginOne(stage, at);
  }
}

/** Nobody writes a letter about a burst pipe, and the complaint line hears complaints. */
function channelFor(random: Random, { purpose }: Matter): string {
  if (purpose === 'complaint') return random.pick(['phone', 'visit', 'complaint_line', 'letter']);
  if (purpose === 'repair' || purpose === 'help') return random.pick(['phone', 'phone', 'phone', 'counter', 'visit']);
  return random.pick(['phone', 'phone', 'counter', 'visit', 'letter']);
}

function beginOne(stage: Stage, at: Instant): void {
  const { random } = stage;
  const matter = pickMatter(random);
  begin(stage, at, { matter, desk: random.pick(['desk', 'desk', 'desk2']), channel: channelFor(random, matter) });
}
