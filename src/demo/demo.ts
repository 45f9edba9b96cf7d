import { setUp } from '../auth/commands/set-up.ts';
import { setPassword } from '../auth/commands/store-password.ts';
import type { PasswordHash } from '../auth/password-hash.ts';
import { hashPassword } from '../auth/password-hash.ts';
import type { Effects } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, instant, movedClock, plus } from '../kernel/time.ts';
import { system } from '../organisation/can.ts';
import { addPerson } from '../organisation/commands/add-person.ts';
import { setDuty } from '../organisation/commands/set-duty.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Pack } from '../pack/format.ts';
import type { Context, Organisation, Reaction } from '../platform/context.ts';
import { noSignals } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import { leaveCalls } from './calls.ts';
import { keepBudgets } from './budgets.ts';
import { keepMaterials } from './materials.ts';
import { leaveRota } from './rota.ts';
import { keepAttendance } from './attendance.ts';
import { keepTraining } from './training.ts';
import { keepSurveys } from './surveys.ts';
import { beginFirstSurveys, followChangedQuestionnaires } from '../reactions/surveys.ts';
import { comeIn, comeInLately } from './callers.ts';
import { leaveDispute } from './dispute.ts';
import { leaveMessages } from './conversations.ts';
import { buildEstate } from './estate.ts';
import { keepKnowledge } from './knowledge.ts';
import { keepProcesses } from './processes.ts';
import { readMessages } from './messages.ts';
import { keepNotices } from './notices.ts';
import { keepQuality } from './quality.ts';
import { standAtCounter } from './counter.ts';
import { scoreWork } from './scores.ts';
import { keepStaffFiles } from './staff-files.ts';
import { randomFrom } from './random.ts';
import { leaveSomething } from './leave-something.ts';
import { changeRules } from './rules.ts';
import { giveRulings } from './rulings.ts';
import { keepCharges } from './charges.ts';
import { keepThings } from './custody.ts';
import { keepInCharge } from './in-charge.ts';
import { keepFormalities } from './formalities.ts';
import { keepUp } from './keep-up.ts';
import { tellHouseholds } from './tell-households.ts';
import { keepContractors } from './contractors.ts';
import { keepPapers } from './papers.ts';
import { keepPatrols } from './patrols.ts';
import { keepTheDay } from './the-day.ts';
import { keepDailyRecords } from './daily-records.ts';
import { beginFirstRecords } from '../reactions/daily-records.ts';
import { beginFirstMeetings } from '../reactions/papers.ts';
import { beginFirstRounds } from '../reactions/rounds.ts';
import { beginFirstSpotChecks } from '../reactions/spot-checks.ts';
import { installPlans } from '../spot-check/commands/install-plans.ts';
import { WITHIN } from '../reactions/within.ts';
import { exchangeLists } from './exchange.ts';
import { keepTokens } from './tokens.ts';
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

/**
 * Makes the demo centre: an estate of three buildings, its households, fifteen colleagues, and sixty days of history up
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
  const engine = { database, clock, react: unhurried(parts.react), effects: parts.effects, announce: () => {} };
  const stage = stageFrom({ database, organisation, engine, clock, random, people, departments, estate });
  for (const { username } of STAFF)
    await stage.as(username, (context) => setDuty(context, people.get(username)!, { on: true }));
  keepNotices(stage, days);
  readMessages(stage, start, days);
  keepSummaries(stage, days);
  keepTokens(stage, days);
  exchangeLists(stage);
  giveRulings(stage, days);
  comeIn(stage, start, days);
  comeInLately(stage, now);
  changeRules(stage, now);
  leaveSomething(stage, now);
  keepQuality(stage, now, days);
  scoreWork(stage, now);
  for (const keep of [keepTheDay, standAtCounter, keepUp, tellHouseholds, keepDailyRecords, keepKnowledge, leaveBehind])
    keep(stage, now);
  await stage.play(now, progress);
  return organisation;
}

/** What somebody who looks finds going on. */
function leaveBehind(stage: Stage, now: Instant): void {
  keepPatrols(stage, now);
  keepStaffFiles(stage, now);
  leaveDispute(stage, now);
  leaveMessages(stage, now);
  leaveCalls(stage, now);
  keepProcesses(stage, now);
  leaveRota(stage, now);
  keepAttendance(stage, now);
  keepTraining(stage, now);
  keepCharges(stage, now);
  keepThings(stage, now);
  keepFormalities(stage, now);
  keepPapers(stage, now);
  keepContractors(stage, now);
  keepInCharge(stage, now);
  keepSurveys(stage, now);
  keepBudgets(stage, now);
  keepMaterials(stage, now);
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
  return setUp(database.pool, first, start, unhurried(react));
}

/** Taken up in the last days only (`keepTheDay`, `keepDailyRecords`), or as a node starts: two months would be most of the demo's making. */
const LATER: readonly Reaction[] = [
  beginFirstRecords,
  beginFirstSpotChecks,
  beginFirstRounds,
  beginFirstMeetings,
  beginFirstSurveys,
  followChangedQuestionnaires,
];

function unhurried(react: Reaction): Reaction {
  return async (context, event) => {
    if (event.type !== 'organisation.created' && event.type !== 'settings.changed') return react(context, event);
    if (event.type === 'organisation.created') await installPlans(context);
    for (const follow of WITHIN[event.type]!) if (!LATER.includes(follow)) await follow(context, event);
  };
}

async function hire(context: Context): Promise<Map<string, Id<'person'>>> {
  const posts = await context.tx.selectFrom('post').select(['id', 'key']).execute();
  const postId = (key: string): Id<'post'> => posts.find((post) => post.key === key)!.id;
  const administrator = await context.tx
    .selectFrom('person')
    .select('id')
    .where('username', '=', 'admin')
    .executeTakeFirstOrThrow();
  const people = new Map([['admin', administrator.id]]);
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
