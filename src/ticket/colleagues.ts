import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { pinyinForms } from '../kernel/text/pinyin.ts';
import { personOut } from '../organisation/shapes.ts';
import { readDirectory } from '../organisation/read-directory.ts';
import { personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { allOf, refusalOut } from '../platform/http/shapes.ts';
import { allowToSee, ticketById } from './facts.ts';
import { mayOtherSee } from './others-sight.ts';

export const colleaguesOut = allOf(
  personOut.extend({ why: refusalOut.describe('null: may see this ticket; else why not') }),
);

const MOST = 8;

/** Whose name holds what was typed, or is spelt so: 王, wang, wxm. */
function fits(name: string, typed: string): boolean {
  const folded = name.toLowerCase();
  return folded.includes(typed) || pinyinForms(name).some((form) => form.startsWith(typed));
}

/** Colleagues who work here now, by a few letters, and whether each may see the ticket. */
export async function colleagues(context: Context, id: string, q: string): Promise<z.input<typeof colleaguesOut>> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  const typed = q.toLowerCase().replaceAll(' ', '');
  const here = (await readDirectory(context)).people;
  const found = [...(await personNames(context))]
    .filter(([one, name]) => here.has(one as Id<'person'>) && one !== context.actor.personId && fits(name, typed))
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'zh'))
    .slice(0, MOST);
  const items = [];
  for (const [one, name] of found) {
    const may = await mayOtherSee(context, ticket, one as Id<'person'>);
    items.push({ id: one, name, why: may ? null : { code: 'ticket.not_for_him', params: { name } } });
  }
  return { items };
}
