import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { CommitmentClimb, Effects, Engine } from '../src/commitment/fire.ts';
import { fireDue } from '../src/commitment/fire.ts';
import type { NewCommitment } from '../src/commitment/commands/start-commitments.ts';
import type { Commitment } from '../src/commitment/commitment.ts';
import type { Ladder } from '../src/commitment/rule.ts';
import type { Id } from '../src/kernel/id.ts';
import { newId } from '../src/kernel/id.ts';
import type { Clock, Instant, MovedClock } from '../src/kernel/time.ts';
import { instant, movedClock } from '../src/kernel/time.ts';
import type { CalendarRules } from '../src/kernel/working-time/calendar.ts';
import { system } from '../src/organisation/can.ts';
import type { Context, Event, Organisation, Reaction, Signals } from '../src/platform/context.ts';
import { noSignals } from '../src/platform/context.ts';
import type { Database } from '../src/platform/db.ts';
import type { Tx } from '../src/platform/tx.ts';
import { openDatabase } from '../src/platform/db.ts';
import { createOrganisationSchema, migrate } from '../src/platform/migrate.ts';
import { freshDatabase } from './database.ts';

/** A centre with one clock of its own and nothing but commitments: who is told is counted in a table of the test's own. */
export type Stage = {
  organisation: Organisation;
  centreId: Id<'centre'>;
  departmentId: Id<'department'>;
  otherDepartmentId: Id<'department'>;
  ownerId: Id<'person'>;
  otherOwnerId: Id<'person'>;
  /** Monday to Friday 8:30-18:00, Saturday and Sunday 9:00-17:00, in Shanghai. */
  receptionId: Id<'calendar'>;
  alwaysId: Id<'calendar'>;
  ticketId: Id<'ticket'>;
};

const weekday = [{ from: '08:30', to: '18:00' }];
const weekend = [{ from: '09:00', to: '17:00' }];
export const RECEPTION: CalendarRules = {
  zone: 'Asia/Shanghai',
  weekly: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: weekend, 7: weekend },
  exceptions: [],
};
const all = [{ from: '00:00', to: '24:00' }];
export const ALWAYS: CalendarRules = {
  zone: 'Asia/Shanghai',
  weekly: { 1: all, 2: all, 3: all, 4: all, 5: all, 6: all, 7: all },
  exceptions: [],
};

/** Monday 8:00 in Shanghai, half an hour before reception opens. */
export const MONDAY = instant('2026-03-02T00:00:00Z');

export const WARN_OWNER: Ladder[number] = { at: { share: 0.5 }, do: 'warn', to: 'owner' };
export const WARN_SUPERVISOR: Ladder[number] = { at: { share: 0.8 }, do: 'warn', to: 'supervisor' };
export const NOTICE: Ladder[number] = { at: { share: 1 }, do: 'notice', to: 'department_head' };
export const RULE: Ladder[number] = { at: { after: 'PT1H', basis: 'clock' }, do: 'rule', to: 'centre_manager' };
export const LADDER: Ladder = [WARN_OWNER, WARN_SUPERVISOR, NOTICE, RULE];

export const TOLD = `create table told (
  commitment_id uuid not null, number int not null, again int not null, act text not null, whom text not null,
  at timestamptz(3) not null, last boolean not null, told_at timestamptz(3) not null, node int not null)`;

/** Says in the test's own table what would be said to people. */
export async function tell(tx: Tx, now: Instant, climbs: readonly CommitmentClimb[], node = 0): Promise<void> {
  const rows = climbs.map(({ commitment, rung, number, again, last }) => ({
    commitment_id: commitment.id,
    number,
    again,
    act: rung.do,
    whom: rung.to,
    at: rung.at,
    last,
    told_at: now,
    node,
  }));
  await tx
    .insertInto('told' as never)
    .values(rows as never)
    .execute();
}

export type Told = {
  commitment_id: string;
  number: number;
  again: number;
  act: string;
  whom: string;
  at: Instant;
  last: boolean;
};

function migrationsDigest(): string {
  const root = join(import.meta.dirname, '../migrations');
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  for (const name of readdirSync(root, { recursive: true }).map(String).sort())
    if (name.endsWith('.sql')) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Makes the organisation `slug` in an empty, migrated database. */
export async function buildStage(url: string, slug = 'engine'): Promise<Stage> {
  const database = openDatabase({ url, connections: 2 });
  try {
    await migrate(database.pool, MONDAY);
    const stage: Stage = { ...freshIds(), organisation: organisationOf(slug) };
    await createOrganisationSchema(database.pool, stage.organisation, MONDAY);
    await database.transact(stage.organisation.schema, (tx) => furnish(tx, stage));
    return stage;
  } finally {
    await database.close();
  }
}

function freshIds(): Omit<Stage, 'organisation'> {
  return {
    centreId: newId(MONDAY),
    departmentId: newId(MONDAY),
    otherDepartmentId: newId(MONDAY),
    ownerId: newId(MONDAY),
    otherOwnerId: newId(MONDAY),
    receptionId: newId(MONDAY),
    alwaysId: newId(MONDAY),
    ticketId: newId(MONDAY),
  };
}

function organisationOf(slug: string): Organisation {
  return { id: newId(MONDAY), slug, schema: `org_${slug}`, name: slug, pack: 'property' };
}

async function furnish(tx: Tx, stage: Stage): Promise<void> {
  const { receptionId, alwaysId, centreId, departmentId, otherDepartmentId, ownerId, otherOwnerId, ticketId } = stage;
  for (const [id, key, rules] of [
    [receptionId, 'reception', RECEPTION],
    [alwaysId, 'always', ALWAYS],
  ] as const) {
    await tx.insertInto('calendar').values({ id, key, name: '{}' }).execute();
    await addCalendarVersion(tx, id, 1, rules);
  }
  await tx
    .insertInto('centre')
    .values({ id: centreId, name: 'Green Hill', zone: 'Asia/Shanghai', reception_calendar_id: receptionId })
    .execute();
  for (const [id, key] of [
    [departmentId, 'maintenance'],
    [otherDepartmentId, 'security'],
  ] as const)
    await tx
      .insertInto('department')
      .values({ id, key, centre_id: centreId, name: '{}', calendar_id: receptionId })
      .execute();
  for (const [id, username] of [
    [ownerId, 'li'],
    [otherOwnerId, 'wang'],
  ] as const)
    await tx.insertInto('person').values({ id, username, name: username, joined_at: MONDAY }).execute();
  await tx
    .insertInto('ticket')
    .values({
      id: ticketId,
      kind: 'repair',
      kind_version: 1,
      stage: 'new',
      stage_class: 'new',
      title: 'A tap drips',
      channel: 'phone',
      centre_id: centreId,
      owner_id: ownerId,
      opened_at: MONDAY,
    } as never)
    .execute();
  await sql.raw(TOLD).execute(tx);
}

export async function addCalendarVersion(
  tx: Tx,
  calendarId: Id<'calendar'>,
  version: number,
  rules: CalendarRules,
): Promise<void> {
  await tx
    .insertInto('calendar_version')
    .values({ calendar_id: calendarId, version, rules: JSON.stringify(rules), at: MONDAY })
    .execute();
}

export type World = Stage & {
  url: string;
  database: Database;
  clock: MovedClock;
  engine: Engine;
  effects: Effects;
  reactions: Event[];
  run<Result>(work: (context: Context) => Promise<Result>): Promise<Result>;
  /** A promise to repair something within four hours by the clock, unless said otherwise. */
  promise(over?: Partial<NewCommitment>): NewCommitment;
  /** Fires everything due by the world's clock. */
  fire(): Promise<number>;
  /** Moves the clock there, firing on the way at each moment something is due, as a running centre does. */
  liveUntil(moment: Instant): Promise<void>;
  told(id?: string): Promise<Told[]>;
  events(
    subjectId: string,
  ): Promise<{ type: string; seq: number; happened_at: Instant; data: Record<string, unknown> }[]>;
  row(id: string): Promise<Commitment>;
};

export function engineOn(database: Database, clock: Clock, effects: Effects, over: Partial<Engine> = {}): Engine {
  return { database, clock, react: async () => {}, effects, announce: () => {}, ...over };
}

export function contextIn(
  tx: Tx,
  now: Instant,
  organisation: Organisation,
  react: Reaction,
  signals: Signals,
): Context {
  return { tx, now, actor: system, organisation, signals, react, depth: 0 };
}

export function promiseOn(stage: Stage, startedAt: Instant, over: Partial<NewCommitment> = {}): NewCommitment {
  return {
    kind: 'complete',
    subject: { type: 'ticket', id: stage.ticketId },
    ticketId: stage.ticketId,
    ownerId: stage.ownerId,
    departmentId: stage.departmentId,
    centreId: stage.centreId,
    calendarId: stage.receptionId,
    limit: { allowance: { text: 'PT4H', basis: 'clock' }, ladder: LADDER },
    startedAt,
    ...over,
  };
}

let shared: Promise<{ url: string; database: Database; drop(): Promise<void> }> | undefined;

/** One clone of a template for each test file: cloning costs 300 ms, emptying it 5. */
function sharedDatabase(): NonNullable<typeof shared> {
  shared ??= cloned();
  return shared;
}

async function cloned(): Promise<{ url: string; database: Database; drop(): Promise<void> }> {
  const fresh = await freshDatabase({
    name: `engine_${migrationsDigest()}`,
    build: async (url) => void (await buildStage(url)),
  });
  return { ...fresh, database: openDatabase({ url: fresh.url, connections: 6 }) };
}

/** For a file's `after`: drops the database its worlds lived in. */
export async function dropWorlds(): Promise<void> {
  const used = await shared;
  await used?.database.close();
  await used?.drop();
}

async function empty(tx: Tx): Promise<void> {
  await sql`truncate commitment, commitment_pause, event, told`.execute(tx);
  await sql`delete from calendar_version where version > 1`.execute(tx);
}

/** A world for one test: nothing promised yet, Monday 8:00 in Shanghai. */
export async function makeWorld(): Promise<World> {
  const { url, database } = await sharedDatabase();
  const stage = await readStage(database);
  await database.transact(stage.organisation.schema, empty);
  const clock = movedClock(MONDAY);
  const reactions: Event[] = [];
  const react: Reaction = async (_, event) => void reactions.push(event);
  const effects: Effects = {
    onRungs: (context, climbs) => tell(context.tx, context.now, climbs),
    onPauseEnded: async () => {},
  };
  const engine: Engine = engineOn(database, clock, effects, { react });
  const { schema } = stage.organisation;
  const read = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => database.read(schema, work);
  return {
    ...stage,
    url,
    database,
    clock,
    engine,
    effects,
    reactions,
    run: (work) =>
      database.transact(schema, (tx) => work(contextIn(tx, clock.now(), stage.organisation, react, noSignals()))),
    promise: (over = {}) => promiseOn(stage, clock.now(), over),
    fire: () => fireDue(engine, stage.organisation),
    liveUntil: async (moment) => {
      for (;;) {
        await fireDue(engine, stage.organisation);
        const next = await read((tx) =>
          tx
            .selectFrom('commitment')
            .select((e) => e.fn.min('next_fire_at').as('at'))
            .executeTakeFirst(),
        );
        if (!next?.at || next.at > moment) break;
        if (next.at <= clock.now()) throw new Error(`what is due at ${next.at} does not fire`);
        clock.set(next.at as Instant);
      }
      clock.set(moment);
    },
    told: (id) =>
      read(async (tx) => {
        const rows = (await tx
          .selectFrom('told' as never)
          .selectAll()
          .orderBy('told_at' as never)
          .orderBy('number' as never)
          .execute()) as Told[];
        return id === undefined ? rows : rows.filter((row) => row.commitment_id === id);
      }),
    events: (subjectId) =>
      read(async (tx) => {
        const rows = await tx
          .selectFrom('event')
          .selectAll()
          .where('subject_id', '=', subjectId)
          .orderBy('seq')
          .execute();
        return rows.map(({ type, seq, happened_at, data }) => ({
          type,
          seq,
          happened_at,
          data: data as Record<string, unknown>,
        }));
      }),
    row: (id) =>
      read((tx) =>
        tx
          .selectFrom('commitment')
          .selectAll()
          .where('id', '=', id as Id<'commitment'>)
          .executeTakeFirstOrThrow(),
      ),
  };
}

/** Reads back what `buildStage` made, for a clone has the template's ids. */
export async function readStage(database: Database, schema = 'org_engine'): Promise<Stage> {
  const { rows } = await database.pool.query<Organisation>(
    `select id, slug, schema, name, pack from huiyin.organisation where schema = $1`,
    [schema],
  );
  return database.read(schema, async (tx) => {
    const calendars = await tx.selectFrom('calendar').select(['id', 'key']).execute();
    const departments = await tx.selectFrom('department').select(['id', 'key']).execute();
    const people = await tx.selectFrom('person').select(['id', 'username']).execute();
    const centre = await tx.selectFrom('centre').select('id').executeTakeFirstOrThrow();
    const ticket = await tx.selectFrom('ticket').select('id').executeTakeFirstOrThrow();
    return {
      organisation: rows[0]!,
      centreId: centre.id,
      departmentId: departments.find((one) => one.key === 'maintenance')!.id,
      otherDepartmentId: departments.find((one) => one.key === 'security')!.id,
      ownerId: people.find((one) => one.username === 'li')!.id,
      otherOwnerId: people.find((one) => one.username === 'wang')!.id,
      receptionId: calendars.find((one) => one.key === 'reception')!.id,
      alwaysId: calendars.find((one) => one.key === 'always')!.id,
      ticketId: ticket.id,
    };
  });
}
