import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { stateDuties } from '../../duty-statement/commands/state-duties.ts';
import { stateInput } from '../../duty-statement/inputs.ts';
import { whyNotAgainst } from '../../pack/check-names.ts';
import type { Context } from '../../platform/context.ts';
import { namesWith } from '../known.ts';
import { part } from '../part.ts';

const shape = z.record(z.string(), stateInput.shape.text);

type Row = { key: string; id: Id<'post'>; version: number; text: string | null };

async function rows({ tx }: Context): Promise<Row[]> {
  const found = await sql<Row>`
    select p.key, p.id, coalesce(d.version, 0) as version, d.text from post p
    left join lateral (select version, text from duty_statement where post_id = p.id order by version desc limit 1) d on true
    order by p.key, p.id`.execute(tx);
  return found.rows;
}

/** What each post owes, in words, by the key of the post; stated anew, everybody who holds it is asked to confirm it. */
export const duties = part({
  key: 'duties',
  shape,
  read: async (context) =>
    Object.fromEntries((await rows(context)).flatMap(({ key, text }) => (text === null ? [] : [[key, text]]))),
  check: async (context, content, all) => {
    const posts = await namesWith(context, 'post', all);
    return Object.keys(content).flatMap((key) => whyNotAgainst(posts, key, `duties.${key}`));
  },
  apply: async (context, content, why) => {
    const now = new Map((await rows(context)).map((row) => [row.key, row]));
    for (const [key, text] of Object.entries(content)) {
      const post = now.get(key)!;
      if (post.text !== text) await stateDuties(context, post.id, { text, why, seen: post.version });
    }
  },
});
