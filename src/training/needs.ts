import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import { sql } from 'kysely';
import { articlesInForce } from '../knowledge/in-force.ts';
import { standingOf } from '../knowledge/process.ts';
import { traineesOf } from '../knowledge/training.ts';
import type { Context } from '../platform/context.ts';
import { rulesOf } from './facts.ts';
import type { NeedsQuery } from './inputs.ts';
import { titled } from './named.ts';
import type { Member } from './people.ts';
import { membersInSight, whoAndWhere } from './people.ts';
import type { Ahead } from './results.ts';
import { masteredBy, passesOf, plannedFor } from './results.ts';
import type { TrainingRules } from './rules.ts';
import { needOf } from './training.ts';
import type { needsOut } from './view.ts';

type Need = z.input<typeof needsOut>['items'][number];
/** What somebody needs and how he stands with it, before his name is put to it. */
export type Lack = Omit<Need, 'person' | 'department' | 'planned'> & { member: Member; planned: Ahead | null };

const NOTHING = { lastAt: null, level: null, needed: null, seenOn: null, dueAt: null, validUntil: null };

/**
 * Who lacks what his posts need, whose result has run out or will soon, and who has what (TRNG-04, TRNG-07, TRNG-09): courses by
 * the results of sessions, standard processes by what knowledge says of their training (TRNG-06), skills by what was seen last.
 */
export async function listNeeds(context: Context, query: NeedsQuery): Promise<z.input<typeof needsOut>> {
  const { whereOf } = await whoAndWhere(context);
  const lacks = await needsOf(context, await membersInSight(context), query);
  return {
    items: lacks.map(({ member, planned, ...need }) => ({
      ...need,
      person: { id: member.id, name: member.name },
      department: whereOf(member),
      planned: planned ? { id: planned.id, fromAt: planned.from_at } : null,
    })),
  };
}

export async function needsOf(context: Context, inSight: readonly Member[], query: NeedsQuery): Promise<Lack[]> {
  const rules = await rulesOf(context);
  const members = inSight.filter(
    (one) =>
      (query.person === undefined || one.id === query.person) &&
      (query.department === undefined || one.departmentId === query.department),
  );
  const ahead = Map.groupBy(
    await plannedFor(
      context,
      members.map(({ id }) => id),
    ),
    ({ person_id }) => person_id,
  );
  const found = [
    ...(rules ? await coursesOf(context, rules, members, ahead) : []),
    ...(await processesOf(context, members, ahead)),
    ...(rules ? await skillsOf(context, rules, members, ahead) : []),
  ];
  return found.filter((one) => isWanted(one, query));
}

function isWanted(one: Lack, { sort, key, state, all }: NeedsQuery): boolean {
  if (sort !== undefined && one.sort !== sort) return false;
  if (key !== undefined && one.key !== key) return false;
  return state === undefined ? all === true || one.state !== 'valid' : one.state === state;
}

type Planned = ReadonlyMap<Id<'person'>, Ahead[]>;

const next = (ahead: Planned, member: Member, gives: (one: Ahead) => boolean): Ahead | null =>
  ahead.get(member.id)?.find(gives) ?? null;

async function coursesOf(
  context: Context,
  { courses, soonDays }: TrainingRules,
  members: readonly Member[],
  ahead: Planned,
): Promise<Lack[]> {
  const passes = await passesOf(
    context,
    members.map(({ id }) => id),
    courses.map(({ key }) => key),
  );
  return courses.flatMap((course) =>
    members.flatMap((member): Lack[] => {
      const since = course.posts
        .flatMap((post) => member.posts.get(post) ?? [])
        .toSorted()
        .at(0);
      if (since === undefined) return [];
      const pass = passes.find((one) => one.person_id === member.id && one.course === course.key);
      const standing = needOf(course, { since, passedAt: pass?.at ?? null }, context.now, soonDays);
      return [
        {
          ...NOTHING,
          ...standing,
          member,
          sort: 'course',
          key: course.key,
          name: course.name,
          lastAt: pass?.at ?? null,
          planned: next(ahead, member, (one) => one.course === course.key),
          course: course.key,
        },
      ];
    }),
  );
}

async function processesOf(context: Context, members: readonly Member[], ahead: Planned): Promise<Lack[]> {
  const processes = await articlesInForce(
    context,
    [sql`a.sort = 'process'`],
    sql`exists (select from article_post b where b.article_id = a.id)`,
  );
  const titles = new Map<Id<'article'>, Words>(
    processes.map(({ id, title, language }) => [id, titled(title, language)]),
  );
  const trainees = await traineesOf(context, [...titles.keys()]);
  return trainees.flatMap((one): Lack[] => {
    const member = members.find(({ id }) => id === one.person_id);
    if (!member) return [];
    const { readings, read, tests, passed, due_at: dueAt, done_at: doneAt } = one;
    const standing = standingOf({ readings, read, tests, passed, dueAt }, context.now);
    return [
      {
        ...NOTHING,
        member,
        sort: 'process',
        key: one.process_id,
        name: titles.get(one.process_id)!,
        state: ({ done: 'valid', open: 'missing', late: 'overdue' } as const)[standing],
        lastAt: standing === 'done' ? doneAt : null,
        dueAt: standing === 'done' ? null : dueAt,
        planned: next(ahead, member, ({ article_id }) => article_id === one.process_id),
        course: null,
      },
    ];
  });
}

async function skillsOf(
  context: Context,
  { skills }: TrainingRules,
  members: readonly Member[],
  ahead: Planned,
): Promise<Lack[]> {
  const mastered = await masteredBy(
    context,
    members.map(({ id }) => id),
  );
  return skills.flatMap((skill) =>
    members
      .filter(({ posts }) => skill.posts.some((post) => posts.has(post)))
      .map((member): Lack => {
        const seen = mastered.find((one) => one.person_id === member.id && one.skill === skill.key);
        return {
          ...NOTHING,
          member,
          sort: 'skill',
          key: skill.key,
          name: skill.name,
          state: seen === undefined ? 'missing' : seen.level < skill.needed ? 'gap' : 'valid',
          level: seen?.level ?? null,
          needed: skill.needed,
          seenOn: seen?.day ?? null,
          planned: next(ahead, member, ({ course }) => course === skill.course),
          course: skill.course,
        };
      }),
  );
}
