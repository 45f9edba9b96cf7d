import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { pinyinForms } from '../kernel/text/pinyin.ts';
import type { Context } from '../platform/context.ts';
import { allOf, refusalOut } from '../platform/http/shapes.ts';
import { personNames } from './house.ts';
import { readDirectory } from './read-directory.ts';
import { personOut } from './shapes.ts';

export const colleaguesQuery = z.strictObject({
  q: z.string().trim().max(60).default('').describe('A few letters of a name, or of its pinyin'),
});
export const colleaguesOut = allOf(
  personOut.extend({ why: refusalOut.describe('null: may see what it is about; else why not') }),
);

const MOST = 8;

/** Whose name holds what was typed, or is spelt so: 王, wang, wxm. */
function fits(name: string, typed: string): boolean {
  const folded = name.toLowerCase();
  return folded.includes(typed) || pinyinForms(name).some((form) => form.startsWith(typed));
}

/** Colleagues who work here now, by a few letters, each with what `whyNot` says of him. */
export async function colleaguesBy(
  context: Context,
  q: string,
  whyNot: (id: Id<'person'>, name: string) => Promise<Refusal | null>,
): Promise<z.input<typeof colleaguesOut>> {
  const typed = q.toLowerCase().replaceAll(' ', '');
  const here = (await readDirectory(context)).people;
  const found = [...(await personNames(context))]
    .filter(([one, name]) => here.has(one as Id<'person'>) && one !== context.actor.personId && fits(name, typed))
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'zh'))
    .slice(0, MOST);
  const items = [];
  for (const [one, name] of found) items.push({ id: one, name, why: await whyNot(one as Id<'person'>, name) });
  return { items };
}
