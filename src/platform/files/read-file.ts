import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Actor } from '../../organisation/can.ts';
import type { Context, SubjectType } from '../context.ts';
import type { Database } from '../db.ts';
import type { Tx } from '../tx.ts';
import type { Download } from '../http/route.ts';
import { whole } from '../http/text-file.ts';
import { isShown } from './sniff.ts';
import { thumbnailIn } from './thumbnail.ts';

/** Whether the actor may see what a file was given for. The domains answer; `main.ts` hands them in. */
export type MaySee = (tx: Tx, actor: Actor, subject: { type: SubjectType; id: string }) => Promise<boolean>;

/**
 * A file for who may see what it belongs to, or for its uploader while it belongs to nothing. To everybody else it is
 * not there: that a file exists is already something.
 */
export async function readFile(
  context: Context,
  database: Database,
  maySee: MaySee,
  id: Id<'file'>,
): Promise<Download> {
  return downloaded(context, database, id, await mayRead(context, maySee, id));
}

/** A file so small is its own small picture: a photo that our screens have sent, about 300 kB. */
const SMALL = 512 * 1024;

/**
 * The same as a small picture, for lists: the file itself where it is small, else what its camera put into it. NotFound
 * `file.no_thumbnail` where there is none: then its name is shown, and nobody waits for ten megabytes that he did not ask for.
 */
export async function readThumbnail(
  context: Context,
  database: Database,
  maySee: MaySee,
  id: Id<'file'>,
): Promise<Download> {
  const file = await mayRead(context, maySee, id);
  if (file.size <= SMALL) return downloaded(context, database, id, file);
  const picture = file.type === 'image/jpeg' ? thumbnailIn(await beginningOf(context.tx, id)) : null;
  if (picture === null) throw new NotFound('file.no_thumbnail', { id });
  return { name: file.name, type: file.type, size: picture.length, inline: true, chunks: whole(picture) };
}

async function mayRead(context: Context, maySee: MaySee, id: Id<'file'>) {
  const file = await factsOf(context, id);
  const subject = file.subject_id === null ? null : { type: file.subject_type as SubjectType, id: file.subject_id };
  const { actor, tx } = context;
  const allowed = subject ? await maySee(tx, actor, subject) : file.by_id === actor.personId;
  if (!allowed) throw new NotFound('file.unknown', { id });
  return file;
}

/** A file for whoever the caller has found may have it. */
export async function downloadOf(context: Context, database: Database, id: Id<'file'>): Promise<Download> {
  return downloaded(context, database, id, await factsOf(context, id));
}

async function factsOf({ tx }: Context, id: Id<'file'>) {
  const file = await tx
    .selectFrom('file')
    .select(['name', 'type', 'size', 'by_id', 'subject_type', 'subject_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!file) throw new NotFound('file.unknown', { id });
  return file;
}

function downloaded(
  { organisation }: Context,
  database: Database,
  id: Id<'file'>,
  { name, type, size }: Pick<Download, 'name' | 'type' | 'size'>,
): Download {
  return { name, type, size, inline: isShown(type), chunks: chunksOf(database, organisation.schema, id) };
}

/** Each chunk in a short transaction of its own: a slow reader must not hold a connection for as long as he likes. */
async function* chunksOf(database: Database, schema: string, id: Id<'file'>): AsyncGenerator<Buffer> {
  for (let no = 0; ; no += 1) {
    const row = await database.read(schema, (tx) =>
      tx.selectFrom('file_chunk').select('bytes').where('file_id', '=', id).where('no', '=', no).executeTakeFirst(),
    );
    if (!row) return;
    yield row.bytes;
  }
}

async function beginningOf(tx: Tx, id: Id<'file'>): Promise<Buffer> {
  const first = tx.selectFrom('file_chunk').select('bytes').where('file_id', '=', id).where('no', '=', 0);
  return (await first.executeTakeFirstOrThrow()).bytes;
}

/** A whole file, where it is needed at once: to be sent, or within a page. */
export async function wholeFile(tx: Tx, id: Id<'file'>): Promise<Buffer> {
  const chunks = await tx.selectFrom('file_chunk').select('bytes').where('file_id', '=', id).orderBy('no').execute();
  return Buffer.concat(chunks.map(({ bytes }) => bytes));
}
