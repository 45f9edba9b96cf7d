import type { Message } from '../conversation/conversation.ts';
import type { Context } from '../platform/context.ts';
import { wholeFile } from '../platform/files/read-file.ts';

export type WholeFile = { name: string; type: string; bytes: Buffer };

/** What goes along with a message of ours, in its order. */
export async function filesOf({ tx }: Context, { id }: Message): Promise<WholeFile[]> {
  const files = await tx
    .selectFrom('message_file')
    .innerJoin('file', 'file.id', 'message_file.file_id')
    .select(['file.id', 'file.name', 'file.type'])
    .where('message_file.message_id', '=', id)
    .orderBy('message_file.no')
    .execute();
  const whole: WholeFile[] = [];
  for (const { id: fileId, name, type } of files) whole.push({ name, type, bytes: await wholeFile(tx, fileId) });
  return whole;
}
