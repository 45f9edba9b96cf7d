import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { Invalid } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { centreOf } from '../organisation/queries.ts';
import { inPlace } from '../pack/places.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { selected } from './commands/start-outreach.ts';
import type { Preview } from './inputs.ts';
import type { Addressee } from './known.ts';
import { addressees, knownOf } from './known.ts';
import { wayFor } from './way.ts';
import { whyNotWords } from './outreach.ts';
import type { previewOut } from './view.ts';

const EXAMPLES = 3;

/** To whom it would go, and how the first few would have it. Writes nothing. */
export async function previewOutreach(context: Context, input: Preview): Promise<z.input<typeof previewOut>> {
  const wrong = whyNotWords(input);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const ids = await selected(context, input);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from customer where id = any(${ids}::uuid[]) and updates = 'none'`.execute(context.tx);
  const shown = await addressees(context, ids.slice(0, EXAMPLES));
  const examples = [];
  const centreId = await centreOf(context);
  const known = await knownOf(context, centreId, actingPerson(context));
  for (const whom of shown.values()) {
    const said = (words: Words) => inPlace(words[whom.language], known(whom.name));
    examples.push({
      customer: { id: whom.id, name: whom.name },
      language: whom.language,
      by: await byWhat(context, whom, centreId),
      subject: said(input.subject),
      text: said(input.text),
    });
  }
  return { customers: ids.length, declined: rows[0]!.n, examples };
}

async function byWhat(context: Context, whom: Addressee, centreId: Id<'centre'>): Promise<string> {
  const way = await wayFor(context, whom, centreId);
  if (typeof way === 'string') return way;
  if ('channel' in way) return way.channel.kind;
  const { kind } = await context.tx
    .selectFrom('conversation as o')
    .innerJoin('channel as c', 'c.id', 'o.channel_id')
    .select('c.kind')
    .where('o.id', '=', way.conversationId)
    .executeTakeFirstOrThrow();
  return kind;
}
