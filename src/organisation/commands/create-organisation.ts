import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { refusal, orRefuse } from '../../kernel/refusal.ts';
import { installDefinitions } from '../../pack/commands/install-definitions.ts';
import type { Pack } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/journal.ts';
import { record } from '../../platform/journal.ts';
import { rulesFromPack } from '../calendars-from-pack.ts';
import type { CreateOrganisation } from '../inputs.ts';

type Ids<Thing extends string> = Record<string, Id<Thing>>;

/** What was made, by the keys of the pack. */
export type CreatedOrganisation = {
  centreId: Id<'centre'>;
  administratorId: Id<'person'>;
  calendars: Ids<'calendar'>;
  departments: Ids<'department'>;
  posts: Ids<'post'>;
};

/**
 * Fills an organisation's new schema from a pack: calendars, centre, departments, posts, kinds and settings in their first
 * version, and the first administrator in his post. The administrator's sign-in is made by whoever calls. Refuses an
 * organisation that has a centre already: `organisation.exists`.
 */
export async function createOrganisation(
  context: Context,
  pack: Pack,
  input: CreateOrganisation,
): Promise<CreatedOrganisation> {
  const there = await context.tx.selectFrom('centre').select('id').limit(1).executeTakeFirst();
  orRefuse(there ? refusal('organisation.exists') : null);
  const calendars = await addCalendars(context, pack);
  const centreId = await addCentre(context, pack, input, calendars);
  const departments = await addDepartments(context, pack, centreId, calendars);
  const posts = await addPosts(context, pack, centreId, departments);
  await installDefinitions(context, pack);
  const administratorId = await addAdministrator(context, input, posts[pack.administratorPost]!);
  const created = { centreId, administratorId, calendars, departments, posts };
  await record(context, ...eventsOf(context, pack, created));
  return created;
}

function idsFor<Thing extends string>(context: Context, things: readonly { key: string }[]): Ids<Thing> {
  return Object.fromEntries(things.map(({ key }) => [key, newId<Thing>(context.now)]));
}

async function addCalendars(context: Context, pack: Pack): Promise<Ids<'calendar'>> {
  const ids = idsFor<'calendar'>(context, pack.calendars);
  const year = Number(context.now.slice(0, 4));
  // last year's too: history may be brought along
  const years = [year - 1, year, year + 1];
  const rows = pack.calendars.map(({ key, name }) => ({ id: ids[key]!, key, name: json(name) }));
  const versions = pack.calendars.map((calendar) => ({
    calendar_id: ids[calendar.key]!,
    version: 1,
    rules: json(rulesFromPack(calendar, pack.zone, years)),
    by_id: null,
    why: null,
    at: context.now,
  }));
  await context.tx.insertInto('calendar').values(rows).execute();
  await context.tx.insertInto('calendar_version').values(versions).execute();
  return ids;
}

async function addCentre(
  context: Context,
  pack: Pack,
  { centre }: CreateOrganisation,
  calendars: Ids<'calendar'>,
): Promise<Id<'centre'>> {
  const id = newId<'centre'>(context.now);
  const row = {
    id,
    name: centre.name,
    phone: centre.phone ?? null,
    complaint_line: centre.complaintLine ?? null,
    address: centre.address ?? null,
    zone: pack.zone,
    reception_calendar_id: calendars[pack.receptionCalendar]!,
  };
  await context.tx.insertInto('centre').values(row).execute();
  return id;
}

async function addDepartments(
  context: Context,
  pack: Pack,
  centreId: Id<'centre'>,
  calendars: Ids<'calendar'>,
): Promise<Ids<'department'>> {
  const ids = idsFor<'department'>(context, pack.departments);
  const rows = pack.departments.map((department) => ({
    id: ids[department.key]!,
    key: department.key,
    centre_id: centreId,
    name: json(department.name),
    calendar_id: calendars[department.calendar]!,
    outside_firm: department.outsideFirm ?? false,
    phone: null,
    closed_at: null,
  }));
  await context.tx.insertInto('department').values(rows).execute();
  return ids;
}

async function addPosts(
  context: Context,
  pack: Pack,
  centreId: Id<'centre'>,
  departments: Ids<'department'>,
): Promise<Ids<'post'>> {
  const ids = idsFor<'post'>(context, pack.posts);
  const rows = pack.posts.map((post) => ({
    id: ids[post.key]!,
    key: post.key,
    name: json(post.name),
    centre_id: centreId,
    department_id: post.department ? departments[post.department]! : null,
    rights: json(post.rights),
    superior_post_id: post.superior ? ids[post.superior]! : null,
    role: post.role,
    never_empty: post.neverEmpty ?? false,
    most_deputies: post.deputies,
    closed_at: null,
  }));
  await context.tx.insertInto('post').values(rows).execute();
  return ids;
}

async function addAdministrator(
  context: Context,
  { administrator }: CreateOrganisation,
  postId: Id<'post'>,
): Promise<Id<'person'>> {
  const id = administrator.id ?? newId<'person'>(context.now);
  const person = {
    id,
    username: administrator.username,
    name: administrator.name,
    phone: administrator.phone ?? null,
    email: administrator.email ?? null,
    language: administrator.language ?? 'zh-hans',
    joined_at: context.now,
  } as const;
  await context.tx.insertInto('person').values(person).execute();
  await context.tx
    .insertInto('person_post')
    .values({ person_id: id, post_id: postId, deputy_rank: null, since: context.now })
    .execute();
  return id;
}

function eventsOf(context: Context, pack: Pack, created: CreatedOrganisation): NewEvent[] {
  const person = { type: 'person' as const, id: created.administratorId };
  return [
    {
      subject: { type: 'organisation', id: context.organisation.id },
      type: 'organisation.created',
      data: { pack: pack.key, kinds: pack.kinds.map(({ key }) => key) },
    },
    { subject: person, type: 'person.added' },
    { subject: person, type: 'post.given', data: { postId: created.posts[pack.administratorPost], deputyRank: null } },
  ];
}
