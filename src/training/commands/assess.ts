import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { todayIn } from '../../organisation/today.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { owedAt, ruleNamed, rulesInForce, worksAt } from '../facts.ts';
import type { Assess } from '../inputs.ts';
import { plannedFor } from '../results.ts';
import type { Skill, TrainingRules } from '../rules.ts';
import { OWED_AS, whyNotOver } from '../training.ts';

/**
 * What somebody masters of a skill, as it was seen on a day (TRNG-09). Below the level that his post needs there is a gap: whoever
 * saw it owes a planned session of the course that closes it, unless one is planned for him.
 */
export async function assess(context: Context, input: Assess): Promise<Id<'skill_mastery'>> {
  const { tx, now, actor } = context;
  const id = input.id ?? newId<'skill_mastery'>(now);
  if (await tx.selectFrom('skill_mastery').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const rules = await rulesInForce(context);
  const skill = ruleNamed(rules.skills, input.skill, 'skill');
  if (input.level > skill.levels.length)
    throw new Invalid('training.level_beyond', { path: 'level', most: skill.levels.length });
  await orNotHere(tx, [input.personId], 'personId');
  const where = await worksAt(context, input.personId);
  orForbid(whyNotOver(actor, 'training.plan', where));
  orRefuse(input.personId === actor.personId ? refusal('training.judges_himself') : null);
  if (input.day > (await todayIn(context, where.centre_id))) throw new Invalid('happened.in_future', { path: 'day' });
  const { personId, level, day, remark } = input;
  const by = actingPerson(context);
  await tx
    .insertInto('skill_mastery')
    .values({ id, ...where, person_id: personId, skill: skill.key, level, day, remark, by_id: by, at: now })
    .execute();
  await followGap(context, rules, skill, { id, personId, where });
  await record(context, {
    subject: { type: 'skill_mastery', id },
    type: 'skill_mastery.seen',
    data: { person: personId, skill: skill.key, level, day },
  });
  return id;
}

type Seen = { id: Id<'skill_mastery'>; personId: Id<'person'>; where: Awaited<ReturnType<typeof worksAt>> };

/** The newest is what counts: what was owed of a former one is owed no more. */
async function followGap(context: Context, rules: TrainingRules, skill: Skill, seen: Seen): Promise<void> {
  const all = await context.tx
    .selectFrom('skill_mastery')
    .select(['id', 'level'])
    .where('person_id', '=', seen.personId)
    .where('skill', '=', skill.key)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const [newest, ...former] = all;
  for (const one of former) await cancelCommitments(context, { subjectId: one.id, reason: 'seen_anew' });
  if (newest!.id !== seen.id || newest!.level >= skill.needed || !(await isNeeded(context, skill, seen.personId)))
    return;
  const planned = await plannedFor(context, [seen.personId]);
  if (planned.some(({ course }) => course === skill.course)) return;
  await startCommitments(context, [
    await owedAt(
      context,
      {
        kind: OWED_AS.gap,
        subject: { type: 'skill_mastery', id: seen.id },
        ownerId: context.actor.personId,
        centreId: seen.where.centre_id,
        departmentId: seen.where.department_id,
      },
      plus(context.now, rules.planWithinDays * DAY),
      rules.ladder,
    ),
  ]);
}

async function isNeeded(context: Context, skill: Skill, personId: Id<'person'>): Promise<boolean> {
  const { posts, given } = await readStaff(context);
  return given.some(
    (one) => one.personId === personId && one.rank === null && skill.posts.includes(posts.get(one.postId)?.key ?? ''),
  );
}
