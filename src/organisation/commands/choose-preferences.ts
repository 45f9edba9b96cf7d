import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { json } from '../../kernel/json.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Language } from '../../kernel/words.ts';
import type { Kept, Preferences } from '../preferences.ts';
import { readPreferences } from '../preferences.ts';

const MOST_LISTS = 100;

type Chosen = Kept & { language: Language };

/** A person's own language, colours and columns. Not journalled: nobody else is concerned. */
export async function choosePreferences(context: Context, given: Preferences): Promise<Chosen> {
  const personId = actingPerson(context);
  const person = await context.tx
    .selectFrom('person')
    .select(['language', 'preferences'])
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const former = readPreferences(person.preferences);
  const { language = person.language, theme = former.theme, density = former.density } = given;
  const columns = { ...former.columns, ...given.columns };
  if (Object.keys(columns).length > MOST_LISTS) throw new Invalid('preferences.too_many', { path: 'columns' });
  const preferences: Kept = { theme, density, columns };
  await context.tx
    .updateTable('person')
    .set({ language, preferences: json(preferences) })
    .where('id', '=', personId)
    .execute();
  return { language, ...preferences };
}
