import { commitmentNames } from '../../commitment/names.ts';
import type { Id } from '../../kernel/id.ts';
import type { Words } from '../../kernel/words.ts';
import { untranslated } from '../../kernel/words.ts';
import { departments, personNames } from '../../organisation/house.ts';
import { FUNCTION_NAMES, TYPE_NAMES } from '../../pack/functions.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import type { Cut } from './cut.ts';
import { AGE_NAMES, CHANNEL_NAMES } from './key-words.ts';

type NameOf = (key: string) => Words;

const from =
  (names: Readonly<Record<string, Words>>): NameOf =>
  (key) =>
    names[key] ?? untranslated(key);

/** What the parts of a cut are called. */
export async function namesFor(context: Context, cut: Cut, keys: readonly string[], field?: string): Promise<NameOf> {
  switch (cut) {
    case 'department': {
      const all = await departments(context);
      return (key) => all.get(key as Id<'department'>)?.name ?? untranslated(key);
    }
    case 'person': {
      const names = await personNames(context);
      return (key) => untranslated(names.get(key) ?? '');
    }
    case 'kind':
      return from(Object.fromEntries((await currentKinds(context)).map(({ key, kind }) => [key, kind.name])));
    case 'promise':
      return commitmentNames(context);
    case 'type':
      return from(TYPE_NAMES);
    case 'function':
      return from(FUNCTION_NAMES);
    case 'channel':
      return from(CHANNEL_NAMES);
    case 'age':
      return from(AGE_NAMES);
    case 'severity':
      return from(Object.fromEntries((await settingsOf(context)).severities.map(({ key, name }) => [key, name])));
    case 'choice':
      return choiceNames(context, field);
    default:
      return placeNames(context, keys);
  }
}

/** Several kinds may have a field of that name; a choice is called what the first of them calls it. */
async function choiceNames(context: Context, field: string | undefined): Promise<NameOf> {
  const fields = (await currentKinds(context)).flatMap(({ kind }) => kind.fields.filter(({ key }) => key === field));
  const choices = fields.flatMap((one) => one.choices ?? []);
  return (key) => choices.find((one) => one.key === key)?.name ?? untranslated(key);
}

async function placeNames(context: Context, keys: readonly string[]): Promise<NameOf> {
  if (keys.length === 0) return untranslated;
  const rows = await context.tx
    .selectFrom('place')
    .select(['id', 'name'])
    .where('id', 'in', keys as Id<'place'>[])
    .execute();
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]));
  return (key) => untranslated(names.get(key) ?? key);
}
