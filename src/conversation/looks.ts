import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import { readFile, wholeFile } from '../platform/files/read-file.ts';
import type { Download } from '../platform/http/route.ts';
import { textFile } from '../platform/http/text-file.ts';
import { policyOf, safePage } from '../platform/mail/safe-html.ts';
import { maySeeMessage } from './may-see.ts';

/** Together: a page of more is shown without the others. */
const MOST_PICTURES = 20 * 1024 * 1024;
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

async function orUnknown({ tx, actor }: Context, id: Id<'message'>) {
  if (!(await maySeeMessage(tx, actor, id))) throw new NotFound('message.unknown');
  return tx
    .selectFrom('message')
    .select(['html', 'raw_file_id', 'subject'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** A message as it was meant to look, made safe, as a page of its own that can do nothing to ours. */
export async function looksOf(context: Context, id: Id<'message'>, remote: boolean): Promise<Download> {
  const { html } = await orUnknown(context, id);
  if (html === null) throw new NotFound('message.without_looks');
  const page = await safePage(html, { pictures: await picturesOf(context, id), remote });
  return { ...textFile('message.html', 'text/html; charset=utf-8', page), inline: true, policy: policyOf({ remote }) };
}

/** Within the page itself: a page that is nobody's origin is sent no cookie, so it could not ask us for them. */
async function picturesOf({ tx }: Context, id: Id<'message'>): Promise<Map<string, string>> {
  const files = await tx
    .selectFrom('message_file')
    .innerJoin('file', 'file.id', 'message_file.file_id')
    .select(['file.id', 'file.type', 'file.size', 'message_file.content_id'])
    .where('message_file.message_id', '=', id)
    .where('message_file.content_id', 'is not', null)
    .where('file.type', 'in', PICTURES)
    .orderBy('message_file.no')
    .execute();
  const found = new Map<string, string>();
  let bytes = 0;
  for (const file of files) {
    bytes += file.size;
    if (bytes > MOST_PICTURES) break;
    const base64 = (await wholeFile(tx, file.id)).toString('base64');
    found.set(file.content_id!, `data:${file.type};base64,${base64}`);
  }
  return found;
}

/** A message byte for byte as it came. */
export async function rawOf(context: Context, database: Database, id: Id<'message'>): Promise<Download> {
  const { raw_file_id: rawFileId, subject } = await orUnknown(context, id);
  if (rawFileId === null) throw new NotFound('message.without_raw');
  const file = await readFile(context, database, async () => true, rawFileId);
  return { ...file, name: `${subject.slice(0, 80) || 'mail'}.eml`, type: 'message/rfc822', inline: false };
}
