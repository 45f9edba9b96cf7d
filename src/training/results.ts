import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';

export type Pass = { person_id: Id<'person'>; course: string; at: Instant; session_id: Id<'training_session'> };

/** The newest result passed of each of these people in each of these courses. */
export async function passesOf(
  { tx }: Context,
  people: readonly Id<'person'>[],
  courses: readonly string[],
): Promise<Pass[]> {
  const { rows } = await sql<Pass>`
    select distinct on (a.person_id, s.course) a.person_id, s.course, s.held_until_at as at, s.id as session_id
    from training_attendance a join training_session s on s.id = a.session_id
    where a.person_id = any(${people}::uuid[]) and s.course = any(${courses}::text[]) and a.passed
    order by a.person_id, s.course, s.held_until_at desc`.execute(tx);
  return rows;
}

export type Ahead = {
  person_id: Id<'person'>;
  course: string | null;
  article_id: string | null;
  id: Id<'training_session'>;
  from_at: Instant;
};

/** What is planned ahead for these people, the next first. */
export async function plannedFor({ tx, now }: Context, people: readonly Id<'person'>[]): Promise<Ahead[]> {
  const { rows } = await sql<Ahead>`
    select a.person_id, s.course, s.article_id, s.id, s.from_at
    from training_attendance a join training_session s on s.id = a.session_id
    where a.person_id = any(${people}::uuid[]) and s.state = 'planned' and s.until_at > ${now}::timestamptz
    order by s.from_at`.execute(tx);
  return rows;
}

export type Mastered = { person_id: Id<'person'>; skill: string; level: number; day: string };

/** What each of these people masters of each skill, as it was seen last. */
export async function masteredBy({ tx }: Context, people: readonly Id<'person'>[]): Promise<Mastered[]> {
  const { rows } = await sql<Mastered>`
    select distinct on (person_id, skill) person_id, skill, level, day from skill_mastery
    where person_id = any(${people}::uuid[]) order by person_id, skill, day desc, id desc`.execute(tx);
  return rows;
}
