import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { attachFiles, storeFile } from '../../platform/files/store-file.ts';
import type { Photo } from '../inputs.ts';

/** What he sent along goes to his matter. Throws Invalid `file.type_not_allowed` where it is no picture. */
export async function attachPhotos(context: Context, ticketId: Id<'ticket'>, photos: readonly Photo[]): Promise<void> {
  const ids: Id<'file'>[] = [];
  for (const [nth, { image, shows }] of photos.entries())
    ids.push(await storePicture(context, image, { name: `photo-${nth + 1}`, shows, path: 'photos' }));
  await attachFiles(context, ids, { type: 'ticket', id: ticketId });
}

/** His signature, under it the name that he typed. */
export async function attachSignature(
  context: Context,
  ticketId: Id<'ticket'>,
  { signature, signedBy }: { signature: string; signedBy: string },
): Promise<Id<'file'>> {
  const id = await storePicture(context, signature, { name: 'signature', shows: signedBy, path: 'signature' });
  await attachFiles(context, [id], { type: 'ticket', id: ticketId });
  return id;
}

type Named = { name: string; shows: string; path: string };

async function storePicture(context: Context, image: string, { name, shows, path }: Named): Promise<Id<'file'>> {
  const stored = await storeFile(context, { name, shows, bytes: Buffer.from(image, 'base64') });
  if (!stored.type.startsWith('image/')) throw new Invalid('file.type_not_allowed', { path });
  return stored.id;
}
