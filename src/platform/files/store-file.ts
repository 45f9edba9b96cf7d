import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context, SubjectType } from '../context.ts';
import { actingPerson } from '../context.ts';
import { fileName, sniff } from './sniff.ts';

/** Small enough that a chunk costs a reader no memory to speak of, large enough that a photo is a dozen rows. */
export const CHUNK = 256 * 1024;

export type Subject = { type: SubjectType; id: string };

export type StoredFile = {
  id: Id<'file'>;
  name: string;
  type: string;
  size: number;
  sha256: string;
  at: Instant;
};

export type NewFile = {
  /** Made by the client, so that sending again after a dead spot stores it once. */
  id?: Id<'file'>;
  name: string;
  /** What it shows, where somebody said so. */
  shows?: string;
  bytes: Buffer;
};

/**
 * Keeps a file, in chunks. Until `attachFiles` gives it to something, only its uploader may read it.
 * Refuses what is empty or not of an allowed type (by its bytes), and another content under an id already used.
 */
export async function storeFile(context: Context, file: NewFile): Promise<StoredFile> {
  const byId = actingPerson(context);
  if (file.bytes.length === 0) throw new Invalid('file.empty', { path: 'file' });
  const type = await sniff(file.bytes);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const stored: StoredFile = {
    id: file.id ?? newId<'file'>(context.now),
    name: fileName(file.name, type),
    type,
    size: file.bytes.length,
    sha256,
    at: context.now,
  };
  const added = await context.tx
    .insertInto('file')
    .values({ ...stored, shows: file.shows ?? '', by_id: byId, subject_type: null, subject_id: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) return sameFile(context, stored);
  await writeChunks(context, stored.id, file.bytes);
  return stored;
}

export async function writeChunks({ tx }: Pick<Context, 'tx'>, id: Id<'file'>, all: Buffer): Promise<void> {
  for (let no = 0; no * CHUNK < all.length; no += 1) {
    const bytes = all.subarray(no * CHUNK, (no + 1) * CHUNK);
    await tx.insertInto('file_chunk').values({ file_id: id, no, bytes }).execute();
  }
}

async function sameFile(context: Context, again: StoredFile): Promise<StoredFile> {
  const { by_id, ...known } = await context.tx
    .selectFrom('file')
    .select(['id', 'name', 'type', 'size', 'sha256', 'at', 'by_id'])
    .where('id', '=', again.id)
    .executeTakeFirstOrThrow();
  if (known.sha256 !== again.sha256 || by_id !== context.actor.personId)
    throw new Refused('file.id_used_otherwise', { id: again.id });
  return known;
}

/**
 * Gives files to what they were taken for: from now on whoever may see that may read them. Refuses a file that another
 * person uploaded, or that belongs to something else already; given twice to the same thing, nothing happens. They stand there in
 * the order in which they are given, after what stands there already.
 */
export async function attachFiles(context: Context, ids: readonly Id<'file'>[], subject: Subject): Promise<void> {
  if (ids.length === 0) return;
  const files = await context.tx
    .selectFrom('file')
    .select(['id', 'by_id', 'subject_id'])
    .where('id', 'in', [...ids])
    .forUpdate()
    .execute();
  for (const id of ids) {
    const file = files.find((one) => one.id === id);
    const mine = context.actor.personId === null || file?.by_id === context.actor.personId;
    if (!file || (!mine && file.subject_id !== subject.id)) throw new NotFound('file.unknown', { id });
    if (file.subject_id !== null && file.subject_id !== subject.id) throw new Refused('file.belongs_elsewhere', { id });
  }
  await sql`
    update file f set subject_type = ${subject.type}, subject_id = ${subject.id}::uuid,
      no = given.nth + (select coalesce(max(o.no), 0) from file o
        where o.subject_id = ${subject.id}::uuid and o.id <> all(${ids}::uuid[]))
    from unnest(${ids}::uuid[]) with ordinality as given(id, nth) where f.id = given.id`.execute(context.tx);
}
