import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { json } from '../../kernel/json.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Language } from '../../kernel/words.ts';
import type { Preferences } from '../preferences.ts';

const MOST_LISTS = 100;

type Chosen = { language: Language; preferences: Record<string, unknown> };

/** A person's own language, colours and columns. Not journalled: nobody else is concerned. */
export async function choosePreferences(context: Context, given: Preferences): Promise<Chosen> {
  const personId = actingPerson(context);
  const person = await context.tx
    .selectFrom('person')
    .select(['language', 'preferences'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { language = person.language, columns, ...plain } = given;
  const former = person.preferences as Record<string, unknown>;
  const lists = { ...(former['columns'] as object | undefined), ...columns };
  if (Object.keys(lists).length > MOST_LISTS) throw new Invalid('preferences.too_many', { path: 'columns' });
  const preferences = { ...former, ...plain, ...(columns ? { columns: lists } : {}) };
  await context.tx
    .updateTable('person')
    .set({ language, preferences: json(preferences) })
    .where('id', '=', personId)
    .execute();
  return { language, preferences };
}
