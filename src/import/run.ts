import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Clock } from '../kernel/time.ts';
import { RIGHTS } from '../organisation/rights.ts';
import type { Actor } from '../organisation/can.ts';
import { addDepartment } from '../organisation/commands/add-department.ts';
import { centreOf } from '../organisation/queries.ts';
import { untranslated } from '../kernel/words.ts';
import { changeKind } from '../pack/commands/change-kind.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context, Organisation } from '../platform/context.ts';
import { noSignals } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Tx } from '../platform/tx.ts';
import type { Replayed, Route } from './commands/replay-requests.ts';
import { replayRequests } from './commands/replay-requests.ts';
import { importedKind } from './kind.ts';
import type { Mapping } from './mapping.ts';
import { readRows } from '../platform/read-rows.ts';
import type { Refused, Request } from './request.ts';
import { isRefused, readRequest } from './request.ts';

export type ImportParts = {
  database: Database;
  organisation: Organisation;
  clock: Clock;
  /** Who answers for what is imported: accountable for the requests that are still open. */
  personId: Id<'person'>;
  mapping: Mapping;
  path: string;
  /** How many transactions run at once. */
  lanes?: number;
  progress?(so: Replayed & { refused: number; lines: number }): void;
  stopped?(): boolean;
};

export type Imported = Replayed & { refused: Refused[]; lines: number };

/** Rows a transaction: enough that its commit is cheap, few enough that a kill repeats little. */
const BATCH = 40;

/** Everything, everywhere: an import writes wherever the file says. */
function importer(personId: Id<'person'>, centreId: Id<'centre'>): Actor {
  const rights = Object.fromEntries(RIGHTS.map((right) => [right, 'organisation' as const]));
  return {
    personId,
    name: '',
    posts: [{ id: '' as Id<'post'>, key: '', role: 'administrator', departmentId: null, centreId, rights }],
  };
}

/** Batches on their way to the database, a few at once; the same request on another line waits until the first is done. */
function lanesFor(parts: ImportParts, route: Route & { departments: Map<string, Id<'department'>> }, total: Imported) {
  const running = new Set<Promise<void>>();
  const underWay = new Set<string>();
  let batch: Request[] = [];
  const send = async (): Promise<void> => {
    const requests = batch;
    batch = [];
    await makeDepartments(parts, requests, route.departments);
    const work = replay(parts, requests, route).then((done) => {
      running.delete(work);
      for (const request of requests) underWay.delete(request.importedFrom);
      for (const key of ['opened', 'closed', 'known'] as const) total[key] += done[key];
      parts.progress?.({ ...total, refused: total.refused.length });
    });
    // heard at the next wait; not before, for a promise nobody waits for yet would end the process
    work.catch(() => {});
    running.add(work);
    if (running.size >= (parts.lanes ?? 3)) await Promise.race(running);
  };
  const finish = async (): Promise<void> => {
    if (batch.length > 0) await send();
    await Promise.all(running);
  };
  const take = async (request: Request): Promise<void> => {
    if (underWay.has(request.importedFrom)) await finish();
    underWay.add(request.importedFrom);
    batch.push(request);
    if (batch.length >= BATCH) await send();
  };
  return { take, finish };
}

/**
 * Reads a file and replays each request's life. A killed import is simply run again: what was committed is known by its
 * id in the file. Rows that cannot be taken are listed with line and reason, and stop nobody.
 */
export async function importRequests(parts: ImportParts): Promise<Imported> {
  const total: Imported = { opened: 0, closed: 0, known: 0, refused: [], lines: 0 };
  const lanes = lanesFor(parts, { kind: await prepareKind(parts), departments: new Map() }, total);
  for await (const { line, row } of readRows(parts.path)) {
    total.lines += 1;
    const read = readRequest(row, line, parts.mapping);
    if (isRefused(read)) total.refused.push(read);
    else await lanes.take(read);
    if (parts.stopped?.()) break;
  }
  await lanes.finish();
  return total;
}

function contextOf(parts: ImportParts, tx: Tx, actor: Actor): Context {
  const now = parts.clock.now();
  return {
    tx,
    now,
    actor,
    organisation: parts.organisation,
    signals: noSignals(),
    react: async () => {},
    replaying: { recordedAt: now },
    depth: 0,
  };
}

function within<Result>(parts: ImportParts, work: (context: Context) => Promise<Result>): Promise<Result> {
  return parts.database.transact(parts.organisation.schema, async (tx) => {
    const nobody = contextOf(parts, tx, importer(parts.personId, '' as Id<'centre'>));
    const centreId = await centreOf({ tx, actor: { ...nobody.actor, posts: [] } });
    return work({ ...nobody, actor: importer(parts.personId, centreId) });
  });
}

function replay(parts: ImportParts, requests: Request[], route: Route): Promise<Replayed> {
  return within(parts, (context) => replayRequests(context, requests, route));
}

/** The kind the requests are opened as; made once a source, and again where the mapping names other fields. */
function prepareKind(parts: ImportParts): Promise<string> {
  return within(parts, async (context) => {
    const department = await context.tx
      .selectFrom('department')
      .select('key')
      .where('closed_at', 'is', null)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const kind = importedKind(parts.mapping, department.key);
    const before = (await currentKinds(context)).find((one) => one.key === kind.key);
    const same =
      before &&
      JSON.stringify(before.kind.fields.map((field) => field.key)) ===
        JSON.stringify(kind.fields.map((field) => field.key));
    if (!same) await changeKind(context, { kind, seen: before?.version ?? 0, why: parts.path.split('/').at(-1)! });
    return kind.key;
  });
}

/** A key for whatever a file calls a department. */
function departmentKey(name: string): string {
  return `i_${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 40)}`;
}

async function makeDepartments(
  parts: ImportParts,
  requests: Request[],
  known: Map<string, Id<'department'>>,
): Promise<void> {
  const missing = [...new Set(requests.flatMap((request) => request.department ?? []))].filter(
    (name) => !known.has(name),
  );
  if (missing.length === 0) return;
  await within(parts, async (context) => {
    const centre = await context.tx
      .selectFrom('centre')
      .select(['id', 'reception_calendar_id'])
      .orderBy('id')
      .executeTakeFirstOrThrow();
    for (const name of missing) {
      const key = departmentKey(name);
      const there = await context.tx.selectFrom('department').select('id').where('key', '=', key).executeTakeFirst();
      const id = there?.id ?? newId<'department'>(context.now);
      if (!there) {
        const words = untranslated(parts.mapping.departmentNames[name] ?? name);
        await addDepartment(context, {
          id,
          key,
          centreId: centre.id,
          name: words,
          calendarId: centre.reception_calendar_id,
          outsideFirm: false,
          phone: null,
        });
      }
      known.set(name, id);
    }
  });
}
