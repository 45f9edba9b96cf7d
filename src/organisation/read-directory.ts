import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Directory, DirectoryPost, Member } from './directory.ts';
import type { Role } from './role.ts';

export type Reading = Pick<Context, 'tx' | 'now'>;

/** Everybody and every post as they stand now. Three small reads, whatever is asked of it afterwards. */
export async function readDirectory(reading: Reading): Promise<Directory> {
  const people = await peopleNow(reading);
  const posts = await postsNow(reading);
  const given = await reading.tx
    .selectFrom('person_post')
    .select(['person_id', 'post_id', 'deputy_rank'])
    .orderBy('deputy_rank')
    .orderBy('since')
    .orderBy('person_id')
    .execute();
  for (const row of given) {
    const post = posts.get(row.post_id);
    (row.deputy_rank === null ? post?.holders : post?.deputies)?.push(row.person_id);
  }
  return { people, posts };
}

async function peopleNow({ tx, now }: Reading): Promise<Map<Id<'person'>, Member>> {
  const rows = await tx
    .selectFrom('person')
    .leftJoin('absence', (join) =>
      join
        .onRef('absence.person_id', '=', 'person.id')
        .on('absence.ended_at', 'is', null)
        .on('absence.from_at', '<=', now)
        .on((e) => e.or([e('absence.until_at', 'is', null), e('absence.until_at', '>', now)])),
    )
    .select(['person.id', 'person.on_duty', 'absence.id as absence_id', 'absence.successor_id'])
    .where('person.left_at', 'is', null)
    .orderBy('person.id')
    .execute();
  return new Map(
    rows.map(({ id, on_duty, absence_id, successor_id }) => [
      id,
      { id, onDuty: on_duty, absent: absence_id !== null, successorId: successor_id },
    ]),
  );
}

async function postsNow({ tx }: Reading): Promise<Map<Id<'post'>, DirectoryPost>> {
  const rows = await tx.selectFrom('post').selectAll().where('closed_at', 'is', null).orderBy('id').execute();
  return new Map(
    rows.map((post) => [
      post.id,
      {
        id: post.id,
        role: post.role as Role,
        departmentId: post.department_id,
        centreId: post.centre_id,
        superiorId: post.superior_post_id,
        neverEmpty: post.never_empty,
        holders: [],
        deputies: [],
      },
    ]),
  );
}
