import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { Directory, DirectoryPost, Member } from './directory.ts';
import type { Staff } from './staff.ts';
import { readStaff } from './staff.ts';

export type Reading = Pick<Context, 'tx' | 'now'>;

/** A directory holds until somebody comes back or goes away. */
type Lasting = { from: Instant | null; until: Instant | null; directory: Directory };

const newest = new WeakMap<Staff, Lasting>();

/** Everybody and every post as they stand now. Drawn up anew when the house has changed, or an absence begins or ends. */
export async function readDirectory(reading: Reading): Promise<Directory> {
  const staff = await readStaff(reading);
  const { now } = reading;
  const known = newest.get(staff);
  if (known && (known.from === null || known.from <= now) && (known.until === null || now < known.until))
    return known.directory;
  const turns = staff.absences.flatMap(({ from, until }) => (until === null ? [from] : [from, until])).sort();
  const directory = { people: peopleAt(staff, now), posts: postsOf(staff) };
  newest.set(staff, {
    from: turns.findLast((turn) => turn <= now) ?? null,
    until: turns.find((turn) => turn > now) ?? null,
    directory,
  });
  return directory;
}

function peopleAt({ people, absences }: Staff, now: Instant): Map<Id<'person'>, Member> {
  const away = absences.filter(({ from, until }) => from <= now && (until === null || until > now));
  const awayById = new Map(away.map((absence) => [absence.personId, absence]));
  return new Map(
    [...people.values()].map(({ id, onDuty }) => {
      const absence = awayById.get(id);
      return [id, { id, onDuty, absent: absence !== undefined, successorId: absence?.successorId ?? null }];
    }),
  );
}

function postsOf({ posts, given }: Staff): Map<Id<'post'>, DirectoryPost> {
  const drawn = new Map(
    [...posts.values()].map(
      ({ id, role, departmentId, centreId, superiorId, neverEmpty }): [Id<'post'>, DirectoryPost] => [
        id,
        { id, role, departmentId, centreId, superiorId, neverEmpty, holders: [], deputies: [] },
      ],
    ),
  );
  for (const { postId, personId, rank } of given) {
    const post = drawn.get(postId);
    (rank === null ? post?.holders : post?.deputies)?.push(personId);
  }
  return drawn;
}
