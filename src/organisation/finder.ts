import type { Language } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { Right } from './rights.ts';

/** Whoever finds a fault sets going what follows from it, whatever else his post lets him do. */
export function mayAlso(context: Context, right: Right): Context {
  const posts = context.actor.posts.map((post) => ({
    ...post,
    rights: { ...post.rights, [right]: post.rights[right] ?? 'centre' },
  }));
  return { ...context, actor: { ...context.actor, posts } };
}

/** In which language whoever acts reads and writes: a title, a task or a file of his is one text. */
export async function languageOfActor(context: Context): Promise<Language> {
  const { language } = await context.tx
    .selectFrom('person')
    .select('language')
    .where('id', '=', actingPerson(context))
    .executeTakeFirstOrThrow();
  return language;
}
