import type { Language } from '../../kernel/words.ts';
import type { Context } from '../../platform/context.ts';

/** In which language whoever brings a list in reads and writes. */
export async function languageOf(context: Context): Promise<Language> {
  const person = await context.tx
    .selectFrom('person')
    .select('language')
    .where('id', '=', context.actor.personId)
    .executeTakeFirst();
  return person?.language ?? 'en';
}
